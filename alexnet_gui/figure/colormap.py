"""Arrays as pictures: a diverging map whose middle is zero, so that the sign of an activation is seen."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

LEVELS = 255  # odd: zero has a colour of its own
ZERO = LEVELS // 2
MISSING = LEVELS  # the index of what is no number

# Told apart by all eyes: ColorBrewer's RdBu (Brewer 2003), turned so that blue is negative; in the dark scheme the
# middle is dark and both ends light, as in Crameri's "berlin" (2018).
_LIGHT = (
    "#053061",
    "#2166ac",
    "#4393c3",
    "#92c5de",
    "#d1e5f0",
    "#f7f7f7",
    "#fddbc7",
    "#f4a582",
    "#d6604d",
    "#b2182b",
    "#67001f",
)
_DARK = (
    "#c3e4ff",
    "#8fc8f5",
    "#56a3dc",
    "#2f6f9f",
    "#1f4358",
    "#17191c",
    "#542a1c",
    "#96452a",
    "#d2693f",
    "#f39a70",
    "#ffd2b8",
)
_MISSING_COLOR = "#c000c0"


@dataclass(frozen=True, slots=True, eq=False)
class Diverging:
    """``table``: (256,) uint32, the ARGB colour of each level, and of what is no number as the last."""

    table: NDArray[np.uint32]

    def color(self, value: float, limit: float) -> QColor:
        """The colour of one value on a scale from -limit over 0 to limit."""
        return QColor.fromRgba(int(self.table[levels(np.array([value]), limit)][0]))

    def image(self, values: NDArray[np.floating], limit: float | NDArray[np.floating]) -> QImage:
        """(H, W) numbers as a picture of one pixel each. `limit`: one for all, or any shape that broadcasts."""
        pixels = np.ascontiguousarray(self.table[levels(values, limit)])
        height, width = pixels.shape
        return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def levels(values: NDArray[np.floating], limit: float | NDArray[np.floating]) -> NDArray[np.uint8]:
    """The level of each value: 0 at -limit and below, `ZERO` at 0, LEVELS - 1 at limit and above, else `MISSING`."""
    scaled = np.clip(np.nan_to_num(values / limit, nan=0.0, posinf=1.0, neginf=-1.0), -1.0, 1.0)
    found = np.rint(scaled * ZERO + ZERO).astype(np.uint8)
    return np.where(np.isnan(values), np.uint8(MISSING), found)


def limit_of(values: NDArray[np.floating], axis: tuple[int, ...] | None = None) -> NDArray[np.floating]:
    """The largest finite magnitude, 1 where there is none but zero; kept dimensions with `axis`."""
    magnitude = np.where(np.isfinite(values), np.abs(values), 0.0)
    largest = magnitude.max(axis=axis, keepdims=axis is not None)
    return np.where(largest > 0, largest, 1.0)


@cache
def diverging(*, dark: bool) -> Diverging:
    """The map of the dark or the light scheme."""
    named = [QColor(stop) for stop in (_DARK if dark else _LIGHT)]
    stops = np.array([(stop.red(), stop.green(), stop.blue()) for stop in named], np.float64)
    at = np.linspace(0, len(stops) - 1, LEVELS)
    red, green, blue = (
        np.interp(at, np.arange(len(stops)), stops[:, channel]).round().astype(np.uint32) for channel in range(3)
    )
    table = np.uint32(0xFF000000) | (red << 16) | (green << 8) | blue
    return Diverging(np.append(table, QColor(_MISSING_COLOR).rgba()).astype(np.uint32))
