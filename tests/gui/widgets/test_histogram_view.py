"""A small histogram: what is painted, and what is said of it."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from alexnet_gui import theme
from alexnet_gui.widgets.histogram_view import HistogramView


@pytest.fixture
def view(qtbot: QtBot) -> HistogramView:
    view = HistogramView()
    qtbot.addWidget(view)
    view.resize(200, view.sizeHint().height())
    view.set_histogram(-1.0, 3.0, np.array([0, 10, 5, 0]), "Conv2d")
    view.show()
    return view


def painted(view: HistogramView) -> QImage:
    return view.grab().toImage()


def test_bars_stand_where_the_values_are(view: HistogramView) -> None:
    image, bar = painted(view), QColor(theme.colors().convolution)
    assert image.pixelColor(75, 10) == bar, "the highest reaches the top"
    assert image.pixelColor(125, 10) != bar and image.pixelColor(125, 35) == bar
    assert image.pixelColor(25, 40) != bar and image.pixelColor(175, 40) != bar
    view.set_histogram(-1.0, 3.0, np.array([0, 10, 5, 0]), "Linear")
    assert painted(view).pixelColor(75, 10) == QColor(theme.colors().linear)


def test_it_is_told_in_words(view: HistogramView) -> None:
    assert view.accessibleDescription() == "from −1 to 3, half of them between 0.375 and 1.25"
    view.set_histogram(0.0, 0.0, np.zeros(4, np.int64), "Linear")
    assert view.accessibleDescription() == "no value other than 0" == view.toolTip()
    painted(view)
