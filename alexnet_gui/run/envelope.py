"""The points of a curve that show, found in a time that hardly depends on how long the curve is."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Hashable

import numpy as np

from alexnet_gui.run.growing import Growing

_BLOCK = 64  # values whose extremes are kept: a view of fewer than twice as many a pixel is thinned from the values


class Envelope:
    """Where a growing curve is lowest and highest in each block of its values. What is not a number counts for nothing.

    `follow` takes in what is new, `thin` gives the points to draw.
    """

    def __init__(self, values: np.ndarray | None = None) -> None:
        self._begin(None)
        if values is not None:
            self.follow(values)

    def follow(self, values: np.ndarray, version: Hashable = None) -> None:
        """Of these values, (n,), from now on. Under the same `version` they only grew; None is never the same."""
        if version is None or version != self._version or len(values) < self._length:
            self._begin(version)
        self._is_whole = self._is_whole and bool(np.isfinite(values[self._length :]).all())
        self._values, self._length = values, len(values)
        done = len(self._low) * _BLOCK
        new = values[done : len(values) // _BLOCK * _BLOCK].reshape(-1, _BLOCK)
        if not len(new):
            return
        low, high = self._lowest(new), self._highest(new)
        starts = done + np.arange(len(new)) * _BLOCK
        for growing, places in ((self._low_at, low), (self._high_at, high)):
            growing.extend(starts + places)
        rows = np.arange(len(new))
        self._low.extend(np.nan_to_num(new[rows, low], nan=np.inf, posinf=np.inf, neginf=-np.inf))
        self._high.extend(np.nan_to_num(new[rows, high], nan=-np.inf, posinf=np.inf, neginf=-np.inf))

    def thin(self, x: np.ndarray, left: float, right: float, pixels: int) -> tuple[np.ndarray, np.ndarray]:
        """The points that show between `left` and `right`, at most two a pixel: the lowest and the highest.

        `x`, (n,), are the places of the values; they rise. One point beyond either edge is kept, so that the line runs
        out of the picture. The groups are at the same places whatever the edges are, so a curve does not shimmer while
        it is moved.
        """
        y = self._values
        first = max(0, bisect_left(x, left) - 1)  # np.searchsorted would make floats of all places first
        last = min(len(x), bisect_right(x, right) + 1)
        pixels = max(2, pixels)
        if last - first <= 2 * pixels:
            return x[first:last], y[first:last]
        group = math.ceil((last - first) / (pixels - 1))
        if group >= 2 * _BLOCK:
            group = math.ceil(group / _BLOCK) * _BLOCK
        first = first // group * group
        whole = first + (last - first) // group * group
        low, high = self._extremes(first, whole, group)
        ends = y[None, whole:last]
        rest = np.sort(np.concatenate([self._lowest(ends), self._highest(ends)])) + whole if whole < last else []
        chosen = np.concatenate([np.stack([np.minimum(low, high), np.maximum(low, high)], 1).ravel(), rest])
        chosen = chosen.astype(np.int64)
        return x[chosen], y[chosen]

    def _extremes(self, first: int, whole: int, group: int) -> tuple[np.ndarray, np.ndarray]:
        """Where each group of values is lowest and highest."""
        if group % _BLOCK or group < 2 * _BLOCK:
            rows = self._values[first:whole].reshape(-1, group)
            starts = np.arange(first, whole, group)
            return starts + self._lowest(rows), starts + self._highest(rows)
        blocks, each = slice(first // _BLOCK, whole // _BLOCK), group // _BLOCK
        rows = np.arange((whole - first) // group)
        lows, highs = (growing.values[blocks].reshape(-1, each) for growing in (self._low, self._high))
        low_at, high_at = (growing.values[blocks].reshape(-1, each) for growing in (self._low_at, self._high_at))
        return low_at[rows, lows.argmin(1)], high_at[rows, highs.argmax(1)]

    def _begin(self, version: Hashable) -> None:
        self._version = version
        self._values, self._length = np.empty(0), 0
        self._is_whole = True  # every value is a number
        self._low, self._high = Growing(np.float64), Growing(np.float64)
        self._low_at, self._high_at = Growing(np.int64), Growing(np.int64)

    def _lowest(self, rows: np.ndarray) -> np.ndarray:
        """Of each row (m, n), the place of its least number, (m,)."""
        return (rows if self._is_whole else np.where(np.isnan(rows), np.inf, rows)).argmin(axis=1)

    def _highest(self, rows: np.ndarray) -> np.ndarray:
        return (rows if self._is_whole else np.where(np.isnan(rows), -np.inf, rows)).argmax(axis=1)
