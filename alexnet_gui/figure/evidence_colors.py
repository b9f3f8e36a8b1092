"""Evidence as colours over a picture: what speaks for the class in orange, what speaks against it in blue."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

FOR, AGAINST = "#ff5a1f", "#2f8bff"  # stand out from black, from white and from each other for all eyes
GROUND = "#17191c"  # where nothing speaks, once the picture is covered
SATURATED = 0.5  # percent of the values may be beyond the strongest colour: single ones would leave the rest pale


def strongest(values: NDArray[np.floating]) -> float:
    """What the strongest colours stand for, in all but `SATURATED` percent of a map; 1 where there is none but zero."""
    magnitude = np.where(np.isfinite(values), np.abs(values), 0.0)
    return float(np.percentile(magnitude, 100 - SATURATED) or magnitude.max() or 1.0)


def overlay(values: NDArray[np.floating], limit: float, opacity: float) -> QImage:
    """(H, W) evidence to be painted over the picture, a pixel a value.

    `opacity` 0: nothing. Up to 0.5 the colours come in, each as strong as its value; from there to 1 the picture below
    goes out.
    """
    share = np.clip(np.where(np.isfinite(values), values, 0.0) / limit, -1, 1)
    strength = np.abs(share) * min(1.0, 2 * opacity)
    ground = (1 - strength) * max(0.0, 2 * opacity - 1)
    for_, against, dark = (_channels(name) for name in (FOR, AGAINST, GROUND))
    hue = np.where((share > 0)[..., None], for_, against)
    pixels = np.empty((*values.shape, 4), np.float64)
    pixels[..., :3] = strength[..., None] * hue + ground[..., None] * dark
    pixels[..., 3] = (strength + ground) * 255
    return _image(pixels)


def ramp(values: NDArray[np.floating]) -> QImage:
    """(H, W) shares of the limit, -1 to 1, as the colours that stand for them."""
    return overlay(values, 1.0, 1.0)


def _channels(name: str) -> NDArray[np.float64]:
    color = QColor(name)
    return np.array((color.blue(), color.green(), color.red()), np.float64)


def _image(pixels: NDArray[np.float64]) -> QImage:
    """(H, W, 4) blue, green, red, alpha, premultiplied, 0 to 255."""
    whole = np.ascontiguousarray(pixels.round().astype(np.uint8))
    height, width = whole.shape[:2]
    words = (whole.astype(np.uint32) << np.array([0, 8, 16, 24], np.uint32)).sum(axis=2, dtype=np.uint32)
    return QImage(words.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied).copy()
