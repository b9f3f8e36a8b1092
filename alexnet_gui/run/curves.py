"""What a plot does to its numbers before it draws them: find a frame, find the nearest. See `envelope` for the rest."""

import math
from bisect import bisect_left

import numpy as np


def frame_end(step: int, total: int, *, over: bool = False) -> float:
    """Where the x axis of a view that follows ends: a half, quarter, eighth … of the run, so that it seldom jumps.

    The curve always fills at least half of it. `over`: the run has ended, the axis ends with it.
    """
    if over or step >= total or step <= 0:
        return float(max(step, 1)) if over or step > 0 else float(max(total, 1))
    halvings = int(math.log2(total / step))
    return total / 2**halvings


def value_frame(*series: np.ndarray, least: float = -math.inf, most: float = math.inf) -> tuple[float, float]:
    """The lowest and highest value to show of all series, with a margin, inside `least` and `most`.

    The first series is the raw one: its highest fiftieth may run out of the picture.
    """
    finite = [values[np.isfinite(values)] for values in series]
    kept = [values for values in finite[1:] if len(values)]
    if len(finite[0]):
        rank = math.ceil(0.98 * (len(finite[0]) - 1))
        low, high = (
            float(finite[0].min()),
            float(np.partition(finite[0], rank)[rank]),
        )  # quicker than np.percentile
        kept.append(np.array([low, high]))
    if not kept:
        return max(0.0, least), min(1.0, most)
    low, high = min(float(v.min()) for v in kept), max(float(v.max()) for v in kept)
    margin = 0.06 * (high - low) or 0.05 * abs(high) or 0.5
    return max(least, low - margin), min(most, high + margin)


def logarithms(values: np.ndarray) -> np.ndarray:
    """Their powers of ten; NaN where there is none."""
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = np.log10(values)
    return np.where(np.isfinite(logs), logs, np.nan)


def nearest(x: np.ndarray, at: float) -> int | None:
    """The index of the value of rising `x` that is nearest to `at`; None of nothing."""
    if not len(x):
        return None
    right = min(max(bisect_left(x, at), 1), len(x) - 1)  # np.searchsorted would make floats of all of them first
    return right - 1 if right and at - x[right - 1] < x[right] - at else right
