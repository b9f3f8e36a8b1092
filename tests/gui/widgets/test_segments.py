"""A switch of exclusive choices, by pointer, keyboard and code."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.segments import Segments


@pytest.fixture
def switch(qtbot: QtBot) -> Segments:
    made = Segments(["one", "two", "three"])
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_click_chooses_and_says_so(qtbot: QtBot, switch: Segments) -> None:
    with qtbot.waitSignal(switch.chosen) as heard:
        qtbot.mouseClick(switch._group.button(2), Qt.MouseButton.LeftButton)
    assert (heard.args, switch.index) == ([2], 2)


def test_code_chooses_without_saying_so(qtbot: QtBot, switch: Segments) -> None:
    with qtbot.assertNotEmitted(switch.chosen):
        switch.set_index(1)
    assert switch.index == 1


def test_the_keyboard_moves_between_the_choices(qtbot: QtBot, switch: Segments) -> None:
    qtbot.keyClick(switch._group.button(0), Qt.Key.Key_Right)
    qtbot.keyClick(switch._group.button(1), Qt.Key.Key_Space)
    assert switch.index == 1


def test_other_words_keep_the_choice(switch: Segments) -> None:
    switch.set_index(2)
    switch.set_texts(["eins", "zwei", "drei"])
    assert (switch.index, switch._group.button(2).text()) == (2, "drei")
