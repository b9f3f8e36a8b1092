import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.unit_map import UnitMap

VALUES = np.arange(-12, 12, dtype=np.float32).reshape(4, 6)


@pytest.fixture
def view(qtbot: QtBot) -> UnitMap:
    made = UnitMap()
    qtbot.addWidget(made)
    made.resize(300, 200)  # 50 pixels a value
    made.set_map(VALUES, 12.0)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_click_and_a_drag_choose(qtbot: QtBot, view: UnitMap) -> None:
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(125, 75))
    assert chosen.args == [1, 2] and view.place == (1, 2)


@pytest.mark.parametrize(
    ("key", "place"),
    [
        (Qt.Key.Key_Left, (1, 1)),
        (Qt.Key.Key_Right, (1, 3)),
        (Qt.Key.Key_Up, (0, 2)),
        (Qt.Key.Key_Down, (2, 2)),
        (Qt.Key.Key_Home, (1, 0)),
        (Qt.Key.Key_End, (1, 5)),
    ],
)
def test_arrows_walk(qtbot: QtBot, view: UnitMap, key: Qt.Key, place: tuple[int, int]) -> None:
    view.set_place(1, 2)
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.keyClick(view, key)
    assert tuple(chosen.args) == place == view.place


def test_no_arrow_leads_out(qtbot: QtBot, view: UnitMap) -> None:
    view.set_place(3, 5)
    with qtbot.assertNotEmitted(view.chosen):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        qtbot.keyClick(view, Qt.Key.Key_Right)


def test_page_keys_ask_for_another_map(qtbot: QtBot, view: UnitMap) -> None:
    with qtbot.waitSignal(view.stepped) as stepped:
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert stepped.args == [1]


def test_the_chosen_value_is_framed(view: UnitMap) -> None:
    view.set_place(0, 0)
    first = view.grab().toImage()
    view.set_place(3, 5)
    assert view.grab().toImage() != first
