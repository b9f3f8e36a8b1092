"""The heat map of histograms over time: painted when seen, pointed at by the mouse."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from alexnet_gui import theme
from alexnet_gui.run.spread import Spread
from alexnet_gui.widgets.spread_map import SpreadMap


class Source:
    """Two moments: low values, then high ones; counts how often it is asked."""

    asked = 0

    def __call__(self) -> Spread:
        self.asked += 1
        bins = np.array([[1.0, 1, 0, 0], [0, 0, 1, 1]])
        return Spread(low=np.array([-1.0, -1]), high=np.array([1.0, 1]), bins=bins)


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def shown(qtbot: QtBot, source: Source) -> SpreadMap:
    shown = SpreadMap()
    qtbot.addWidget(shown)
    shown.resize(200, shown.sizeHint().height())
    shown.set_source(source, 2, "Conv2d")
    return shown


def test_it_is_made_once_when_it_is_painted(shown: SpreadMap, source: Source) -> None:
    assert source.asked == 0
    image = shown.grab().toImage()
    shown.set_cursor(1)
    shown.grab()
    assert source.asked == 1
    full, ground = QColor(theme.colors().convolution), QColor(theme.colors().hover)
    assert image.pixelColor(150, 10) == full and image.pixelColor(150, 40) == ground
    assert image.pixelColor(50, 10) == ground and image.pixelColor(50, 40) == full
    assert shown.axis == (-1, 1)
    shown.set_source(source, 2, "Linear")
    assert shown.grab().toImage().pixelColor(150, 10) == QColor(theme.colors().linear)


def test_the_moment_that_is_shown_is_framed(shown: SpreadMap) -> None:
    shown.set_cursor(1)
    image, frame = shown.grab().toImage(), QColor(theme.colors().text)
    assert image.pixelColor(100, 20) == frame and image.pixelColor(199, 20) == frame
    assert image.pixelColor(0, 20) != frame


def test_the_mouse_picks_a_moment(shown: SpreadMap, qtbot: QtBot) -> None:
    picked: list[int] = []
    shown.picked.connect(picked.append)
    shown.show()
    qtbot.mousePress(shown, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(199, 10))
    qtbot.mouseMove(shown, QPoint(30, 10))
    assert picked == [0, 1]


def test_without_moments_nothing_is_painted(qtbot: QtBot) -> None:
    shown = SpreadMap()
    qtbot.addWidget(shown)
    shown.grab()
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton)
