"""Histograms: whole, short, and the same when read back."""

import numpy as np
import pytest

from core.layer_figures import BINS, Histogram

RNG = np.random.default_rng(0)


def test_bins_say_how_the_values_spread_and_zeros_stand_apart() -> None:
    values = np.concatenate([RNG.uniform(-1, 3, 10_000), np.zeros(30_000)]).astype(np.float32)
    found = Histogram.of(values)
    assert found.zeros == 0.75
    assert found.low == pytest.approx(-1, abs=0.02) and found.high == pytest.approx(3, abs=0.02)
    assert found.bins.sum() == pytest.approx(10_000, abs=BINS / 2)
    assert found.bins.min() > 200 and len(found.edges) == BINS + 1


def test_one_value_far_off_does_not_squeeze_the_others() -> None:
    found = Histogram.of(np.append(RNG.standard_normal(10_000), 1e6))
    assert found.high < 4 and found.bins[-1] > 0


@pytest.mark.parametrize(
    ("values", "low", "high"), [([], 0, 0), ([0, 0], 0, 0), ([2], 1, 3), ([-2, -2], -3, -1), ([np.nan, np.inf], 0, 0)]
)
def test_where_there_is_little_to_spread(values: list[float], low: float, high: float) -> None:
    found = Histogram.of(np.array(values, np.float32))
    assert (found.low, found.high) == (low, high)
    assert found.bins.sum() == (10_000 if low != high else 0)


def test_what_is_written_is_what_is_read() -> None:
    found = Histogram.of(RNG.standard_normal(1000))
    back = Histogram.from_json(found.to_json())
    assert (back.low, back.high, back.zeros) == (found.low, found.high, found.zeros)
    np.testing.assert_array_equal(back.bins, found.bins)
