"""The curves of a recorded run over its epochs."""

from pathlib import Path

import numpy as np
import pytest

from alexnet_gui.run.run_curves import curves_of
from core.errors import RunError
from core.events import Evaluated, Event, Started, Steps
from core.recipe import Recipe
from core.recorder import record


def start(time: float, step: int = 0) -> Started:
    return Started(
        time=time, recipe=Recipe().model_dump(mode="json"), device="cpu", precision="fp32", parameters=1,
        steps_per_epoch=4, classes=["a"], train_images=8, test_images=2, step=step, evaluated=step // 4,
    )  # fmt: skip


def steps(time: float, first: int) -> Steps:
    two = np.array([first, first + 1], np.float32)
    return Steps(time=time, epoch=1, step=first, images=2, seconds=2, loss=two, accuracy=two / 10, lr=two)


def evaluated(time: float, step: int) -> Evaluated:
    confusion = np.zeros((1, 1), np.int64)
    return Evaluated(time=time, epoch=step // 4, step=step, loss=2, accuracy=0.5, seconds=1, confusion=confusion)


def recorded(folder: Path, *events: Event) -> Path:
    for _ in record(iter(events), folder):
        pass
    return folder


def test_steps_and_evaluations_stand_at_their_places(tmp_path: Path) -> None:
    recorded(tmp_path, start(100), steps(103, 1), steps(105, 3), evaluated(106, 4))
    curves = curves_of(tmp_path, smoothing=0.0)
    assert curves.places["steps"].tolist() == [1, 2, 3, 4]
    assert curves.places["epochs"].tolist() == [0.25, 0.5, 0.75, 1.0]
    assert curves.places["seconds"].tolist() == [2, 3, 4, 5]
    assert curves.loss.tolist() == [1, 2, 3, 4]
    assert curves.accuracy.tolist() == pytest.approx([0.1, 0.2, 0.3, 0.4])
    tests = [curves.test_places[axis].tolist() for axis in ("steps", "epochs", "seconds")]
    assert tests == [[4], [1], [6]]
    assert (curves.test_loss.tolist(), curves.test_accuracy.tolist()) == ([2], [0.5])


def test_the_rest_before_a_run_goes_on_takes_no_time(tmp_path: Path) -> None:
    recorded(tmp_path, start(100), steps(102, 1), steps(104, 3), evaluated(105, 4))
    recorded(tmp_path, start(1000, 4), steps(1003, 5), steps(1005, 7))
    curves = curves_of(tmp_path, smoothing=0.0)
    assert curves.places["seconds"].tolist() == [1, 2, 3, 4, 6, 7, 8, 9]


def test_a_very_long_curve_is_thinned_after_it_was_smoothed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded(tmp_path, start(0), *(steps(number, number) for number in range(1, 100, 2)))
    whole = curves_of(tmp_path, smoothing=0.9)
    monkeypatch.setattr("alexnet_gui.run.run_curves._MOST", 40)
    thinned = curves_of(tmp_path, smoothing=0.9)
    assert len(thinned.loss) == len(thinned.places["seconds"]) == 34
    assert thinned.loss.tolist() == whole.loss[::3].tolist()


def test_a_run_that_has_said_nothing_has_no_curves(tmp_path: Path) -> None:
    (tmp_path / "recipe.toml").write_text(Recipe().toml())
    curves = curves_of(tmp_path, smoothing=0.9)
    assert not len(curves.loss) and not len(curves.places["seconds"]) and not len(curves.test_places["seconds"])


def test_a_folder_that_is_no_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RunError):
        curves_of(tmp_path, smoothing=0.5)
