"""The curves of a recorded run over its epochs."""

from pathlib import Path

import numpy as np
import pytest

from alexnet_gui.run.run_curves import curves_of
from core.errors import RunError
from core.events import Evaluated, Event, Started, Steps
from core.recipe import Recipe
from core.recorder import record


def test_steps_and_evaluations_stand_at_their_epochs(tmp_path: Path) -> None:
    def steps(first: int) -> Steps:
        two = np.array([first, first + 1], np.float32)
        return Steps(time=0, epoch=1, step=first, images=2, seconds=1, loss=two, accuracy=two / 10, lr=two)

    events: list[Event] = [
        Started(
            time=0, recipe=Recipe().model_dump(mode="json"), device="cpu", precision="fp32", parameters=1,
            steps_per_epoch=4, classes=["a"], train_images=8, test_images=2,
        ),
        steps(1),
        steps(3),
        Evaluated(time=0, epoch=1, step=4, loss=2, accuracy=0.5, seconds=1, confusion=np.zeros((1, 1), np.int64)),
    ]  # fmt: skip
    for _ in record(iter(events), tmp_path):
        pass
    curves = curves_of(tmp_path, smoothing=0.0)
    assert curves.epochs.tolist() == [0.25, 0.5, 0.75, 1.0]
    assert curves.loss.tolist() == [1, 2, 3, 4]
    assert curves.accuracy.tolist() == pytest.approx([0.1, 0.2, 0.3, 0.4])
    assert (curves.test_epochs.tolist(), curves.test_loss.tolist(), curves.test_accuracy.tolist()) == ([1], [2], [0.5])


def test_a_folder_that_is_no_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RunError):
        curves_of(tmp_path, smoothing=0.5)
