"""Histograms of several moments on one axis, so that they can stand side by side."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_OUTSIDE = 0.1  # of the moments may reach beyond the axis at either end: one that is ten times as wide hides the others


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """Each moment's values lie in equally wide ``bins`` from its ``low`` to its ``high``."""

    low: NDArray[np.float64]  # (n,)
    high: NDArray[np.float64]  # (n,)
    bins: NDArray[np.float64]  # (n, m)

    @property
    def axis(self) -> tuple[float, float]:
        """From where to where nearly all moments go; (0, 0) where there are no values."""
        there = self.bins.sum(1) > 0
        if not there.any():
            return 0.0, 0.0
        low, high = np.quantile(self.low[there], _OUTSIDE), np.quantile(self.high[there], 1 - _OUTSIDE)
        return float(low), float(max(high, low))

    def thinned(self, most: int) -> "Spread":
        """At most so many of the moments, evenly taken."""
        if len(self.low) <= most:
            return self
        kept = np.linspace(0, len(self.low) - 1, most).round().astype(np.int64)
        return Spread(low=self.low[kept], high=self.high[kept], bins=self.bins[kept])

    def columns(self, rows: int) -> NDArray[np.float64]:
        """(rows, n): how densely the values lie, largest values first, 0 to 1 in each moment."""
        low, high = self.axis
        if not low < high:
            return np.zeros((rows, len(self.low)))
        edges = np.linspace(low, high, rows + 1)
        width = np.where(self.high > self.low, self.high - self.low, 1.0)
        count = self.bins.shape[1]
        places = np.clip((edges - self.low[:, None]) / width[:, None] * count, 0, count)  # (n, rows + 1)
        below = np.concatenate([np.zeros((len(self.bins), 1)), self.bins.cumsum(1)], axis=1)  # (n, m + 1)
        whole = np.minimum(places.astype(np.int64), count - 1)
        start, end = (np.take_along_axis(below, at, axis=1) for at in (whole, whole + 1))
        density = np.diff(start + (places - whole) * (end - start), axis=1)  # (n, rows)
        most = density.max(axis=1, keepdims=True)
        return (density / np.where(most > 0, most, 1.0)).T[::-1]


def middle_half(low: float, high: float, bins: NDArray[np.integer]) -> tuple[float, float]:
    """Between which values the middle half of a histogram lies; its ends where it has no values."""
    if not bins.sum():
        return low, high
    below = np.concatenate([[0], bins.cumsum()]) / bins.sum()
    first, last = np.interp((0.25, 0.75), below, np.linspace(low, high, len(bins) + 1))
    return float(first), float(last)
