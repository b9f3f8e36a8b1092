import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from alexnet_gui import theme
from alexnet_gui.figure.colormap import diverging
from alexnet_gui.widgets.map_view import MapView

VALUES = np.arange(-12, 12, dtype=np.float32).reshape(4, 6)


@pytest.fixture
def view(qtbot: QtBot) -> MapView:
    made = MapView()
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.set_map(VALUES, 12.0)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_each_value_is_drawn_and_read_where_it_is(view: MapView) -> None:
    shown = view.grab().toImage()
    found = set()
    for x in range(0, 300, 7):
        for y in range(0, 200, 7):
            row, column = view.value_at(QPoint(x, y))
            if row >= 0:
                found.add((row, column))
                expected = diverging(dark=theme.colors().dark).color(float(VALUES[row, column]), 12.0)
                assert shown.pixelColor(QPoint(x, y) * shown.devicePixelRatio()) == expected
    assert len(found) == VALUES.size


def test_hover_tells_the_place(qtbot: QtBot, view: MapView) -> None:
    with qtbot.waitSignal(view.hovered) as hovered:
        qtbot.mouseMove(view, QPoint(150, 101))
    assert hovered.args == [2, 3]


@pytest.mark.parametrize(("key", "step"), [(Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1)])
def test_arrows_go_to_the_next_map(qtbot: QtBot, view: MapView, key: Qt.Key, step: int) -> None:
    with qtbot.waitSignal(view.stepped) as stepped:
        qtbot.keyClick(view, key)
    assert stepped.args == [step]


def test_escape_goes_back(qtbot: QtBot, view: MapView) -> None:
    with qtbot.waitSignal(view.closed):
        qtbot.keyClick(view, Qt.Key.Key_Escape)
