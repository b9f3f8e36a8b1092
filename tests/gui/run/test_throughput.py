"""Speed and time left, as arithmetic."""

import pytest

from alexnet_gui.run.throughput import Throughput, Work


def test_nothing_is_known_before_the_first_steps_and_the_warm_up_does_not_count() -> None:
    pace = Throughput()
    assert pace.seconds_per_step is None and pace.images_per_second is None
    pace.add(steps=1, images=10, seconds=5.0)
    assert pace.seconds_per_step is None
    assert pace.images_per_second == 2.0
    pace.add(steps=1, images=10, seconds=1.0)
    assert pace.seconds_per_step == pytest.approx(1.0)
    assert pace.images_per_second == pytest.approx(10.0)


def test_the_speed_of_late_counts_most() -> None:
    pace = Throughput(half_life=10)
    for _ in range(50):
        pace.add(steps=1, images=1, seconds=1.0)
    for _ in range(50):
        pace.add(steps=1, images=1, seconds=2.0)
    assert pace.seconds_per_step == pytest.approx(2.0, rel=0.01)


def test_the_same_time_in_one_block_or_in_many_gives_the_same_speed_at_a_constant_rate() -> None:
    fine, coarse = Throughput(), Throughput()
    for _ in range(100):
        fine.add(steps=1, images=4, seconds=0.1)
    for _ in range(10):
        coarse.add(steps=10, images=40, seconds=1.0)
    assert fine.images_per_second == pytest.approx(coarse.images_per_second)


def test_time_left_counts_the_evaluations() -> None:
    work = Work(epochs=2, steps_per_epoch=10, evaluation_steps=2.0, step=5)
    assert work.seconds_left(1.0, 4.0) == 15 + 2 * 4
    assert work.epoch_seconds_left(1.0, 4.0) == 5 + 4
    assert work.seconds_left(1.0, None) == 15 + 2 * 2


def test_time_left_falls_while_an_evaluation_goes_on() -> None:
    half_way = Work(epochs=2, steps_per_epoch=10, evaluation_steps=2.0, step=10, evaluations=0.5)
    assert half_way.epoch_seconds_left(1.0, 4.0) == 2.0
    assert half_way.seconds_left(1.0, 4.0) == 10 + 1.5 * 4


def test_progress_moves_during_the_last_evaluation_and_ends_at_one() -> None:
    steps = [Work(epochs=1, steps_per_epoch=6, evaluation_steps=2.0, step=step).progress for step in range(7)]
    assert steps == sorted(steps) and steps[-1] == pytest.approx(0.75)
    assert Work(1, 6, 2.0, step=6, evaluations=0.5).progress == pytest.approx(0.875)
    assert Work(1, 6, 2.0, step=6, evaluations=1).progress == 1.0


def test_no_work_is_no_progress_and_no_division_by_zero() -> None:
    assert Work(epochs=0, steps_per_epoch=0, evaluation_steps=0.0).progress == 0.0
