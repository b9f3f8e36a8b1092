"""What a plot of one measure shows, as values: for whoever draws it elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True, eq=False)
class ShownCurves:
    """All of the curves, and the part of them that is in view. Places and ranges on the x axis are steps."""

    steps: np.ndarray  # (n,)
    raw: np.ndarray  # (n,)
    smoothed: np.ndarray  # (n,), the same as `raw` where nothing is smoothed
    test_steps: np.ndarray  # (m,)
    test: np.ndarray  # (m,)
    best: int | None  # which of the tests is the best
    tested: bool  # there are tests to compare with
    marks: Sequence[tuple[float, str]]
    steps_per_epoch: int  # 0 when it is not known
    in_epochs: bool  # the x axis says epochs
    log: bool
    percent: bool
    x_range: tuple[float, float]
    y_range: tuple[float, float]  # of values, also where the axis is logarithmic
