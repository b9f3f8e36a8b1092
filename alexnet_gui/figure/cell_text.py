"""Numbers short enough for the cells of a grid, with a common power of ten above it where they need one."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alexnet_gui.figure.colormap import limit_of

WIDEST, WIDEST_DENSE = "−8.88", "−88"  # texts of the two scales are no wider
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class CellScale:
    """How the numbers of one grid are written: divided by ten to the `power`, with so many decimals."""

    power: int
    decimals: int

    @property
    def note(self) -> str:
        """What a heading adds: "×10⁻³", or nothing."""
        return f"×10{str(self.power).translate(_RAISED)}" if self.power else ""

    def text(self, value: float) -> str:
        """ "0.53", "−5.31", "0"; a true minus sign, and a dash for what is no number."""
        if not math.isfinite(value):
            return "–"
        text = f"{value / 10**self.power:.{self.decimals}f}"
        return text.replace("-", "−") if text.strip("-0.") else "0"


def cell_scale(values: NDArray[np.floating], *, dense: bool = False) -> CellScale:
    """The scale at which the largest of these has three digits or, where there is no room for more, two."""
    largest = float(limit_of(values))
    if dense:
        lowest = float(limit_of(np.minimum(values, 0))) if (values < 0).any() else 0.0
        room = max(lowest / 99.5, largest / 100.49)  # without a sign there is room for a third digit
        return CellScale(math.floor(math.log10(room)) + 1, 0)
    if 0.0995 <= largest < 999.5:
        return CellScale(0, 2 if largest < 9.995 else 1 if largest < 99.95 else 0)
    return CellScale(math.floor(math.log10(largest * 1.0005)), 2)
