"""The figures of a run from made-up events."""

import numpy as np
import pytest

from core.events import Evaluated, Evaluating, Finished, Started, Steps
from core.terminal.pace import Pace


def started(step: int = 0) -> Started:
    return Started(
        time=0,
        recipe={"epochs": 4},
        device="cpu",
        precision="fp32",
        parameters=1,
        steps_per_epoch=10,
        classes=["a", "b"],
        train_images=80,
        test_images=8,
        step=step,
    )


def steps(step: int, count: int, *, seconds: float, loss: float = 1.0) -> Steps:
    values = np.full(count, loss, np.float32)
    return Steps(
        time=0, epoch=1, step=step, images=8 * count, seconds=seconds, loss=values, accuracy=values / 4, lr=values
    )


def evaluated(epoch: int, *, seconds: float) -> Evaluated:
    return Evaluated(
        time=0,
        epoch=epoch,
        step=10 * epoch,
        loss=0.5,
        accuracy=0.75,
        seconds=seconds,
        confusion=np.eye(2, dtype=np.int64),
    )


def test_nothing_is_promised_before_the_first_steps() -> None:
    pace = Pace()
    pace.take(started())
    assert (pace.steps, pace.epochs, pace.epoch) == (40, 4, 1)
    assert pace.seconds_left is None
    assert pace.loss is None
    assert pace.images_per_second is None


def test_speed_and_time_left() -> None:
    pace = Pace()
    pace.take(started())
    pace.take(steps(1, 5, seconds=2.5))
    assert pace.images_per_second == pytest.approx(16)
    assert pace.seconds_left == pytest.approx(35 * 0.5)
    pace.take(steps(6, 5, seconds=2.5))
    pace.take(evaluated(1, seconds=3))
    assert pace.seconds_left == pytest.approx(30 * 0.5 + 3 * 3)
    assert (pace.test_accuracy, pace.test_loss) == (0.75, 0.5)


def test_the_speed_is_that_of_the_last_while() -> None:
    pace = Pace()
    pace.take(started())
    pace.take(steps(1, 1, seconds=100))
    for step in range(2, 30):
        pace.take(steps(step, 1, seconds=1))
    assert pace.images_per_second == pytest.approx(8)


def test_loss_and_accuracy_are_means_of_the_last_steps() -> None:
    pace = Pace()
    pace.take(started())
    pace.take(steps(1, 1000, seconds=1, loss=9))
    pace.take(steps(1001, 50, seconds=1, loss=2))
    assert pace.loss == pytest.approx(2)
    assert pace.accuracy == pytest.approx(0.5)


def test_a_run_that_goes_on_counts_from_where_it_stood() -> None:
    pace = Pace()
    pace.take(started(step=20))
    assert (pace.step, pace.epoch) == (20, 3)
    pace.take(steps(21, 10, seconds=10))
    assert pace.seconds_left == pytest.approx(10)


def test_testing_is_shown_while_it_lasts() -> None:
    pace = Pace()
    pace.take(started())
    pace.take(Evaluating(time=0, epoch=1, step=10, done=2, total=8))
    assert pace.evaluating == 0.25
    pace.take(Finished(time=0, step=10, reason="stopped", accuracy=None, best_accuracy=None))
    assert pace.evaluating is None
