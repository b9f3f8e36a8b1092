"""A chart as plain values: curves between two axes, ready to be drawn. See `core.out.chart_svg`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

Range = tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """``x`` (n,) rising, ``y`` (n,); where y is not finite the curve has a gap."""

    name: str
    x: np.ndarray
    y: np.ndarray
    color: str  # "#rrggbb", on a light ground
    kind: str = ""  # the class of its elements, by which a page can give it another colour
    dash: str = ""  # as in SVG's stroke-dasharray
    width: float = 1.5  # 0: points alone
    faint: bool = False  # as raw values are under smoothed ones
    listed: bool = True  # in the legend
    points: bool = False  # a dot at each value
    star: int | None = None  # of the points, the one that is marked as the best
    tips: Sequence[str] = ()  # of the points, what is said of each when a person points at it


@dataclass(frozen=True, slots=True, eq=False)
class Chart:
    """Curves, and what of them is seen. Ranges are (low, high) in the units of the curves."""

    title: str
    x_label: str
    y_label: str
    curves: Sequence[Curve]
    x_range: Range
    y_range: Range
    log: bool = False  # the y axis; its range is then above 0
    percent: bool = False  # the values are fractions
    band: float = 0.0  # every second stretch of this width has another ground; 0 for none
    marks: Sequence[tuple[float, str]] = ()  # where something was changed, and a word for it


def thinned(curve: Curve, x_range: Range, columns: int) -> Curve:
    """The part of the curve inside `x_range`, as at most four points for each of `columns`: those between which no
    higher or lower one is left out."""
    low, high = x_range
    start = max(int(np.searchsorted(curve.x, low)) - 1, 0)
    end = min(int(np.searchsorted(curve.x, high, side="right")) + 1, len(curve.x))
    if curve.points or end - start <= 4 * columns:
        kept = np.arange(0 if curve.points else start, len(curve.x) if curve.points else end)
    else:
        kept = _extremes(curve.y, np.linspace(start, end, columns + 1).astype(np.int64))
    return replace(curve, x=curve.x[kept], y=curve.y[kept])


def _extremes(y: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """The places of the first, lowest, highest and last value between each two of `edges`, rising."""
    places = []
    for left, right in pairwise(edges):
        part = y[left:right]
        if np.isfinite(part).any():
            places += [left, left + int(np.nanargmin(part)), left + int(np.nanargmax(part))]
        places.append(right - 1)
    return np.unique(np.array(places))
