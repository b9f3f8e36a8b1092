"""Schedules: where they start, peak and end."""

from itertools import pairwise

import pytest

from core.engine.schedule import learning_rate, rate_of
from core.recipe import Recipe, checked

NAMES = ("constant", "step", "linear", "cosine", "one-cycle")


def rates(schedule: str, steps: int = 100, **more: int) -> list[float]:
    return [learning_rate(schedule, peak=0.1, step=step, steps=steps, **more) for step in range(1, steps + 1)]


def test_constant_stays() -> None:
    assert set(rates("constant")) == {0.1}


@pytest.mark.parametrize("name", ["linear", "cosine"])
def test_falling_ones_fall_from_the_peak_to_nearly_zero(name: str) -> None:
    values = rates(name)
    assert values[0] == 0.1 and values == sorted(values, reverse=True) and 0 < values[-1] < 2e-3


def test_steps_drop_by_the_factor_after_so_many() -> None:
    values = rates("step", drop_every=30)
    assert values == pytest.approx([0.1] * 30 + [0.01] * 30 + [0.001] * 30 + [0.0001] * 10)


def test_one_cycle_rises_to_the_peak_and_falls_below_its_start() -> None:
    values = rates("one-cycle")
    assert values[0] == pytest.approx(0.004)
    assert max(values) == pytest.approx(0.1) and values.index(max(values)) == 30
    assert values[:31] == sorted(values[:31]) and values[30:] == sorted(values[30:], reverse=True)
    assert values[-1] < values[0]
    assert rates("one-cycle", warmup=10).index(0.1) == 10


@pytest.mark.parametrize("name", NAMES)
def test_a_warm_up_rises_in_equal_parts_to_the_peak(name: str) -> None:
    values = rates(name, warmup=20, drop_every=1000)
    assert values[:21] == sorted(values[:21]) and values[20] == pytest.approx(0.1) == max(values)
    if name != "one-cycle":
        parts = [b - a for a, b in pairwise(values[:21])]
        assert parts == pytest.approx([parts[0]] * 20)


@pytest.mark.parametrize("name", NAMES)
def test_a_run_of_one_step_has_a_rate(name: str) -> None:
    assert learning_rate(name, peak=1.0, step=1, steps=1, drop_every=1) > 0
    assert rate_of(checked(schedule=name, warmup=100.0, epochs=1), step=1, steps_per_epoch=1) > 0


def test_a_recipes_epochs_are_counted_in_steps() -> None:
    recipe = checked(schedule="step", drop_every=2, drop_factor=0.5, epochs=6, lr=0.8)
    seen = [rate_of(recipe, step=step, steps_per_epoch=5) for step in (1, 10, 11, 20, 21, 30)]
    assert seen == pytest.approx([0.8, 0.8, 0.4, 0.4, 0.2, 0.2])
    assert rate_of(recipe, step=11, steps_per_epoch=5, peak=0.1) == pytest.approx(0.05)
    assert rate_of(Recipe(), step=3, steps_per_epoch=5) == 0.001
