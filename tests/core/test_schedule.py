"""Schedules: where they start, peak and end."""

import pytest

from core.schedule import learning_rate


def rates(schedule: str, steps: int = 100) -> list[float]:
    return [learning_rate(schedule, peak=0.1, step=step, steps=steps) for step in range(1, steps + 1)]


def test_constant_stays() -> None:
    assert set(rates("constant")) == {0.1}


def test_cosine_falls_from_the_peak_to_nearly_zero() -> None:
    values = rates("cosine")
    assert values[0] == 0.1 and values == sorted(values, reverse=True) and 0 < values[-1] < 1e-4


def test_one_cycle_rises_to_the_peak_and_falls_below_its_start() -> None:
    values = rates("one-cycle")
    assert values[0] == pytest.approx(0.004)
    assert max(values) == pytest.approx(0.1) and values.index(max(values)) == 30
    assert values[:31] == sorted(values[:31]) and values[30:] == sorted(values[30:], reverse=True)
    assert values[-1] < values[0]


def test_a_run_of_one_step_has_a_rate() -> None:
    assert all(learning_rate(name, peak=1.0, step=1, steps=1) > 0 for name in ("constant", "cosine", "one-cycle"))
