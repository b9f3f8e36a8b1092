import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from alexnet_gui import theme
from alexnet_gui.figure.colormap import diverging
from alexnet_gui.widgets.value_bars import ValueBars


@pytest.fixture
def bars(qtbot: QtBot) -> ValueBars:
    made = ValueBars()
    qtbot.addWidget(made)
    made.resize(480, 120)
    return made


def widest(shown: QImage, color: QColor) -> int:
    """The most pixels of a colour in any row."""
    return max(sum(shown.pixelColor(x, y) == color for x in range(shown.width())) for y in range(0, shown.height(), 4))


def test_without_values_below_zero_bars_have_all_the_room(bars: ValueBars) -> None:
    positive = diverging(dark=theme.colors().dark).color(0.75, 1.0)
    values, labels = np.array([1.0, 0.25]), ("a", "b")
    bars.set_values(values, labels, 1.0)
    half = widest(bars.grab().toImage(), positive)
    bars.set_values(values, labels, 1.0, both_sides=False)
    assert widest(bars.grab().toImage(), positive) == pytest.approx(2 * half, abs=3)
    assert bars.accessibleDescription() == "a 1, b 0.25"
