"""What is foreseen is what comes: memory against the peak of a real step, disk against real checkpoints."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from core.engine.forecast import Forecast
from core.recipe import checked
from core.train import Training

_MEASURED = """
import json, psutil
from core.bench.partner import peak_memory
from core.events import Steps
from core.recipe import checked
from core.train import Training

training = Training(checked(batch_size=96, limit=192, epochs=1, device="cpu", precision="fp32"))
needs = training.learner.forecast()
before = psutil.Process().memory_info().rss
steps = (event for event in training.events() if isinstance(event, Steps))
next(steps), next(steps)
print(json.dumps({"foreseen": before + needs.memory(96), "measured": peak_memory()}))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of the memory is Linux's own count")
def test_the_memory_of_a_step_is_foreseen() -> None:
    out = subprocess.check_output([sys.executable, "-c", _MEASURED], text=True, cwd=Path(__file__).parents[3])
    told = json.loads(out)
    assert told["foreseen"] == pytest.approx(told["measured"], rel=0.15)


def made(free: int, *, fixed: int = 1000, per_picture: int = 10) -> Forecast:
    return Forecast(fixed, per_picture, free, 0, 0, None)


def test_parts_are_as_few_as_fit() -> None:
    assert made(10_000).parts(128) == 1
    assert made(1800).parts(128) == 4  # 1,620 bytes: 62 pictures at a time
    assert made(1120).parts(128) == 1, "where not even one is likely to fit, the step itself will tell"


def test_checkpoints_take_no_more_than_foreseen(tmp_path: Path) -> None:
    recipe = checked(model="lenet", limit=64, epochs=1, ema=0.9, device="cpu", precision="fp32")
    training = Training(recipe, tmp_path)
    needs = training.learner.forecast(tmp_path)
    for _ in training.events():
        pass
    kept = sum(file.stat().st_size for file in tmp_path.rglob("*.safetensors"))
    assert kept < needs.checkpoints < 8 * kept
    assert needs.free_disk and needs.free_disk > needs.checkpoints
