"""What is estimated is what comes: steps, time, and memory of the very recipe."""

from pathlib import Path

import pytest
import torch

from core.engine import pace
from core.errors import CancelledError, DataError
from core.estimate import Estimate, estimate, measured
from core.events import Evaluated, Started, Steps
from core.recipe import Recipe, checked
from core.train import Training

RECIPE = checked(model="lenet", limit=320, batch_size=128, epochs=3, device="cpu", precision="fp32")


def measure(recipe: Recipe, folder: Path) -> Estimate:
    *shares, found = measured(recipe, folder)
    assert isinstance(found, Estimate)
    assert shares == sorted(shares) and all(0 <= share < 1 for share in shares if isinstance(share, float))
    return found


def test_time_is_known_once_it_was_measured(tmp_path: Path) -> None:
    assert estimate(RECIPE, tmp_path).seconds is None
    found = measure(RECIPE, tmp_path)
    assert found.pace and found.seconds
    assert found.seconds == pytest.approx(3 * (2.5 * found.pace.step + 320 * found.pace.test))
    assert found.images_per_second == pytest.approx(128 / found.pace.step)
    longer = estimate(RECIPE.model_copy(update={"epochs": 6, "lr": 0.5, "seed": 3}), tmp_path)
    assert longer.seconds == pytest.approx(2 * found.seconds), "nothing is measured anew for it"
    for other in ({"batch_size": 64}, {"optimizer": "sgd"}, {"augment": ("flip",)}, {"precision": "bf16"}):
        assert estimate(RECIPE.model_copy(update=other), tmp_path).pace is None
    assert estimate(RECIPE, tmp_path, threads=torch.get_num_threads() + 1).pace is None


def test_the_time_is_near_that_of_the_run(tmp_path: Path) -> None:
    """Within a factor: a machine does other things, too."""
    recipe = RECIPE.model_copy(update={"limit": 2000, "epochs": 1})
    found = measure(recipe, tmp_path)
    taken = sum(e.seconds for e in Training(recipe).events() if isinstance(e, Steps | Evaluated))
    assert found.seconds and taken / 4 < found.seconds < taken * 4


def test_a_run_tells_the_time_of_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = RECIPE.model_copy(update={"limit": 1000, "epochs": 2})
    list(Training(recipe).events())
    assert estimate(recipe, tmp_path).pace is None, "it was too short to tell"
    monkeypatch.setattr(pace, "_SECONDS", 0.0)
    events = list(Training(recipe).events())
    steps = [event for event in events if isinstance(event, Steps) and event.epoch == 2]
    (tested,) = (event for event in events if isinstance(event, Evaluated) and event.epoch == 2)
    found = estimate(recipe.model_copy(update={"epochs": 7}), tmp_path)
    assert found.seconds == pytest.approx(7 * (sum(event.seconds for event in steps) + tested.seconds))


def test_steps_and_needs_are_those_of_the_run(tmp_path: Path) -> None:
    training = Training(RECIPE, tmp_path)
    found, needs = estimate(RECIPE, tmp_path), training.learner.forecast(tmp_path)
    started = next(event for event in training.events() if isinstance(event, Started))
    assert (found.steps_per_epoch, found.device, found.precision) == (3, started.device, started.precision)
    assert found.steps_per_epoch == started.steps_per_epoch
    assert (found.needs.fixed, found.needs.per_picture, found.needs.checkpoints) == (
        needs.fixed, needs.per_picture, needs.checkpoints,
    )  # fmt: skip
    assert found.memory == needs.memory(128)
    huge = estimate(RECIPE.model_copy(update={"batch_size": 5000}), tmp_path)
    assert huge.memory == needs.memory(320), "there are no more pictures for a batch"


def test_parts_take_less_memory(tmp_path: Path) -> None:
    whole, parts = estimate(RECIPE, tmp_path), estimate(RECIPE.model_copy(update={"parts": 4}), tmp_path)
    assert parts.parts == 4 and parts.memory == whole.needs.memory(32)


def test_a_folder_that_is_not_there_yet_has_room(tmp_path: Path) -> None:
    assert estimate(RECIPE, tmp_path / "runs" / "new").needs.free_disk


def test_the_threads_are_those_that_were_asked_for_and_come_back(tmp_path: Path) -> None:
    before = torch.get_num_threads()
    list(measured(RECIPE, tmp_path, threads=before + 1))
    assert torch.get_num_threads() == before
    assert estimate(RECIPE, tmp_path).pace is None and estimate(RECIPE, tmp_path, threads=before + 1).pace


def test_a_memory_that_is_damaged_is_measured_anew(tmp_path: Path, home: Path) -> None:
    file = home / "cache" / pace.FILE
    file.parent.mkdir(parents=True)
    for damaged in ("[]", "{", '{"a": 1}'):
        file.write_text(damaged)
        assert estimate(RECIPE, tmp_path).pace is None
    assert measure(RECIPE, tmp_path).pace and estimate(RECIPE, tmp_path).pace


def test_reading_can_be_given_up_and_trouble_is_said(tmp_path: Path) -> None:
    from PIL import Image

    for name in ("cats", "dogs"):
        (tmp_path / name).mkdir()
        for number in range(40):
            Image.new("RGB", (40, 30)).save(tmp_path / name / f"{number}.png")
    of_folder = RECIPE.model_copy(update={"data": str(tmp_path), "limit": None})
    assert estimate(of_folder, tmp_path).extent.classes == 2
    with pytest.raises(CancelledError):
        list(measured(of_folder, tmp_path, progress=lambda *_: False))
    with pytest.raises(DataError):
        estimate(RECIPE.model_copy(update={"data": str(tmp_path / "none")}), tmp_path)
