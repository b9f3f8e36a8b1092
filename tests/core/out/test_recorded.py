from pathlib import Path

import numpy as np
import pytest

from core.errors import RunError
from core.events import Finished, Steps
from core.out.recorded import reading
from core.out.steps import done
from core.runs import events_of


def test_a_run_is_read_whole(trained: Path) -> None:
    run = done(reading(trained))
    assert run.step.tolist() == list(range(1, 15))
    assert run.epoch.tolist() == [1] * 7 + [2] * 7
    recorded = [event for event in events_of(trained) if isinstance(event, Steps)]
    assert run.loss.tolist() == [value for event in recorded for value in event.loss.tolist()]
    assert run.time[-1] == recorded[-1].time
    assert (np.diff(run.time) >= 0).all()
    assert run.speed[0] == pytest.approx(recorded[0].images / recorded[0].seconds)
    assert [evaluated.epoch for evaluated in run.evaluations] == [1, 2]
    assert run.best and run.best.accuracy == max(evaluated.accuracy for evaluated in run.evaluations)
    assert isinstance(run.end, Finished)
    assert run.steps_per_epoch == 7


def test_a_run_that_has_not_begun(tmp_path: Path, trained: Path) -> None:
    (tmp_path / "recipe.toml").write_bytes((trained / "recipe.toml").read_bytes())
    run = done(reading(tmp_path))
    assert (len(run.step), run.best, run.end, run.steps_per_epoch) == (0, None, None, 0)


def test_what_is_no_run_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="is no run"):
        done(reading(tmp_path))
