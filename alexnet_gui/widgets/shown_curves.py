"""What a plot over the steps of a run shows, as values: for whoever draws it elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """The part of a plot that is in view. Places and ranges on the x axis are steps."""

    marks: Sequence[tuple[float, str]]
    steps_per_epoch: int  # 0 when it is not known
    in_epochs: bool  # the x axis says epochs
    log: bool
    x_range: tuple[float, float]
    y_range: tuple[float, float]  # of values, also where the axis is logarithmic


@dataclass(frozen=True, slots=True, eq=False)
class ShownCurves:
    """All of the curves of one measure."""

    frame: Frame
    steps: np.ndarray  # (n,)
    raw: np.ndarray  # (n,)
    smoothed: np.ndarray  # (n,), the same as `raw` where nothing is smoothed
    test_steps: np.ndarray  # (m,)
    test: np.ndarray  # (m,)
    best: int | None  # which of the tests is the best
    tested: bool  # there are tests to compare with
    percent: bool


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """One of several curves over the same steps. `place`: how far it stands in their order, 0 to 1, which gives it its
    colour; None for what is about all of them."""

    name: str
    values: np.ndarray  # (n,)
    place: float | None
    dashed: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class ShownSeries:
    """All of several curves of one kind."""

    frame: Frame
    steps: np.ndarray  # (n,)
    series: Sequence[Series]
    percent: bool
