"""Smoothing against TensorBoard's own."""

import numpy as np
import pytest

from core.smoothing import Smoother, smooth

NOISE = np.random.default_rng(0).normal(size=5000) + 3


def tensorboard(values: np.ndarray, weight: float) -> list[float]:
    """The loop of TensorBoard's line chart (vz_line_chart2/line-chart.ts, resmoothDataset)."""
    last, counted, smoothed = 0.0, 0, []
    for value in values:
        if not np.isfinite(value):
            smoothed.append(value)
            continue
        last = last * weight + (1 - weight) * value
        counted += 1
        smoothed.append(last / (1 - weight**counted))
    return smoothed


@pytest.mark.parametrize("weight", [0.1, 0.6, 0.99, 0.999])
def test_smoothing_is_tensorboards(weight: float) -> None:
    np.testing.assert_allclose(smooth(NOISE, weight), tensorboard(NOISE, weight), rtol=1e-9)


def test_no_smoothing_changes_nothing() -> None:
    np.testing.assert_array_equal(smooth(NOISE, 0.0), NOISE)


def test_what_is_not_a_number_passes_through_uncounted() -> None:
    holed = NOISE[:50].copy()
    holed[[0, 7, 20]] = [np.nan, np.inf, np.nan]
    np.testing.assert_allclose(smooth(holed, 0.6), tensorboard(holed, 0.6))


def test_a_constant_series_stays_as_it_is() -> None:
    np.testing.assert_allclose(smooth(np.full(2000, 0.7), 0.9), 0.7, rtol=1e-12)


def test_past_points_never_move() -> None:
    smoother = Smoother(0.9)
    bits = np.concatenate([smoother.more(part) for part in np.split(NOISE, [1, 2, 700, 4000])])
    np.testing.assert_allclose(bits, smooth(NOISE, 0.9), rtol=1e-9)


@pytest.mark.parametrize("weight", [-0.1, 1.0])
def test_a_weight_that_never_moves_or_explodes_is_refused(weight: float) -> None:
    with pytest.raises(ValueError):
        Smoother(weight)
