import math

import numpy as np
import pytest

from alexnet_gui.figure.map_statistics import as_rectangle, most_varied, number_text, statistics


def test_statistics_are_numpys() -> None:
    values = np.maximum(np.random.default_rng(0).normal(size=(8, 5, 5)), 0).astype(np.float32)
    found = statistics(values)
    assert (found.smallest, found.largest) == (values.min(), values.max())
    assert found.mean == pytest.approx(values.mean(dtype=np.float64))
    assert found.deviation == pytest.approx(values.std(dtype=np.float64))
    assert found.zeros == (values == 0).mean()
    assert found.missing == 0


def test_what_is_no_number_is_counted_apart() -> None:
    found = statistics(np.array([1.0, np.nan, 3.0, np.inf]))
    assert (found.mean, found.missing) == (2.0, 0.5)
    assert math.isnan(statistics(np.array([np.nan])).mean)


@pytest.mark.parametrize(
    ("value", "text"), [(0.0, "0"), (-0.2, "−0.2"), (12.345, "12.3"), (1234.5, "1.23e+03"), (float("nan"), "nan")]
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert number_text(value) == text


@pytest.mark.parametrize(("count", "shape"), [(4096, (64, 64)), (120, (10, 12)), (84, (7, 12)), (13, (1, 13))])
def test_a_vector_becomes_nearly_a_square(count: int, shape: tuple[int, int]) -> None:
    values = np.arange(count)
    assert as_rectangle(values).shape == shape
    assert (as_rectangle(values).ravel() == values).all()


def test_the_most_varied_map_ignores_what_is_no_number() -> None:
    maps = np.zeros((3, 2, 2))
    maps[0] = np.nan
    maps[2, 0, 0] = 1
    assert most_varied(maps) == 2
