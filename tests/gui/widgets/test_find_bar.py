import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.find_bar import FindBar


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    """A widget with a button that has the keyboard."""
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    column.addWidget(QPushButton("here"))
    made.resize(400, 200)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.findChild(QPushButton).setFocus()
    return made


@pytest.fixture
def bar(place: QWidget) -> FindBar:
    made = FindBar(place)
    made.offer(["Conv 1", "Max-pool", "Conv 2"])
    return made


def test_enter_finds_the_first_that_holds_the_words(qtbot: QtBot, bar: FindBar) -> None:
    assert not bar.isVisible()
    bar.open()
    qtbot.keyClicks(bar, "POOL")
    with qtbot.waitSignal(bar.found) as found:
        qtbot.keyClick(bar, Qt.Key.Key_Return)
    assert found.args == [1] and not bar.isVisible()


def test_what_is_not_there_is_not_found(qtbot: QtBot, bar: FindBar) -> None:
    bar.open()
    qtbot.keyClicks(bar, "dense")
    with qtbot.assertNotEmitted(bar.found):
        qtbot.keyClick(bar, Qt.Key.Key_Return)
    assert bar.isVisible()


def test_escape_gives_the_keyboard_back(qtbot: QtBot, place: QWidget, bar: FindBar) -> None:
    bar.open()
    qtbot.waitUntil(bar.hasFocus)
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    qtbot.waitUntil(place.findChild(QPushButton).hasFocus)


def test_it_stays_in_the_corner(qtbot: QtBot, place: QWidget, bar: FindBar) -> None:
    bar.open()
    place.resize(700, 200)
    qtbot.waitUntil(lambda: bar.geometry().right() > 680)
    place.resize(180, 200)
    qtbot.waitUntil(lambda: bar.geometry().left() >= 0 and bar.geometry().right() < 180)
