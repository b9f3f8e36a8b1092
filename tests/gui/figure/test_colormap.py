import numpy as np
import pytest
from PySide6.QtGui import QColor

from alexnet_gui.figure.colormap import LEVELS, MISSING, ZERO, diverging, levels, limit_of


def test_levels_at_the_ends_zero_and_beyond() -> None:
    values = np.array([-9.0, -2.0, 0.0, 2.0, 9.0, np.inf, -np.inf, np.nan])
    assert levels(values, 2.0).tolist() == [0, 0, ZERO, LEVELS - 1, LEVELS - 1, LEVELS - 1, 0, MISSING]


def test_levels_rise_with_the_value() -> None:
    found = levels(np.linspace(-1, 1, 1001), 1.0).astype(int)
    assert (np.diff(found) >= 0).all()
    assert set(found) == set(range(LEVELS))


@pytest.mark.parametrize("dark", [False, True])
def test_colours_tell_the_sign(dark: bool) -> None:
    colors = diverging(dark=dark)
    low, zero, high = (colors.color(value, 1.0) for value in (-0.6, 0.0, 0.6))
    assert low.blue() > low.red() and high.red() > high.blue()
    assert max(zero.getRgb()[:3]) - min(zero.getRgb()[:3]) < 8
    assert (zero.lightness() < low.lightness()) == dark  # zero is the ground of the scheme
    assert colors.color(float("nan"), 1.0) == QColor("#c000c0")


def test_a_picture_has_one_pixel_a_value() -> None:
    colors = diverging(dark=False)
    image = colors.image(np.array([[-1.0, 0.0, 1.0], [0.5, -0.5, np.nan]], np.float32), 1.0)
    assert (image.width(), image.height()) == (3, 2)
    assert image.pixelColor(0, 0) == colors.color(-1, 1)
    assert image.pixelColor(2, 0) == colors.color(1, 1)
    assert image.pixelColor(0, 1) == colors.color(0.5, 1)


def test_the_limit_is_the_largest_magnitude_of_numbers() -> None:
    maps = np.array([[[1.0, -3.0]], [[0.0, 0.0]], [[np.nan, np.inf]]])
    assert float(limit_of(maps)) == 3
    assert limit_of(maps, axis=(1, 2)).ravel().tolist() == [3, 1, 1]
