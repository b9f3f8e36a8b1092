import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from alexnet_gui import theme
from alexnet_gui.widgets.function_curve import MARGIN, FunctionCurve


@pytest.fixture
def curve(qtbot: QtBot) -> FunctionCurve:
    made = FunctionCurve()
    qtbot.addWidget(made)
    made.resize(216, 116)
    made.show()
    qtbot.waitExposed(made)
    return made


def accent_at(shown: QImage, x: float, y: float) -> bool:
    return shown.pixelColor(round(x), round(y)) == QColor(theme.colors().accent)


def test_the_point_lies_where_it_belongs(curve: FunctionCurve) -> None:
    x = np.linspace(-2, 2, 9)
    curve.set_curve(x, np.maximum(x, 0), (1.0, 1.0))
    shown = curve.grab().toImage()
    width, height = 216 - 2 * MARGIN, 116 - 2 * MARGIN
    assert accent_at(shown, MARGIN + 0.75 * width, MARGIN + 0.5 * height)
    assert not accent_at(shown, MARGIN + 0.25 * width, MARGIN + 0.5 * height)


def test_a_point_off_the_curve_still_has_room(curve: FunctionCurve) -> None:
    curve.set_curve(np.array([0.0, 1.0, 2.0]), np.array([0.0, 1.0, 0.5]), (2.0, -1.0))
    assert accent_at(curve.grab().toImage(), 216 - MARGIN, 116 - MARGIN)


@pytest.mark.parametrize("lost", [np.nan, np.inf])
def test_what_is_no_number_is_left_out(curve: FunctionCurve, lost: float) -> None:
    empty = curve.grab().toImage()
    curve.set_curve(np.array([0.0, 1.0]), np.array([0.0, lost]), (1.0, lost))
    assert curve.grab().toImage() == empty
    curve.set_curve(np.array([0.0, 1.0]), np.array([0.0, 1.0]), (1.0, lost))
    assert curve.grab().toImage() != empty
