"""A field that tells of its text when it is left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.notes_field import NotesField


@pytest.fixture
def field(qtbot: QtBot) -> NotesField:
    field = NotesField()
    qtbot.addWidget(field)
    field.show()
    field.show_text("old")
    return field


def test_an_unchanged_text_is_nothing_to_tell(field: NotesField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.left):
        field.leave()
        field.hide()


def test_a_changed_text_is_told_once(field: NotesField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "new ")
    with qtbot.waitSignal(field.left, check_params_cb=lambda text: text == "new old"):
        field.hide()
    with qtbot.assertNotEmitted(field.left):
        field.leave()


def test_tab_leaves_it(qtbot: QtBot) -> None:
    outer = QWidget()
    field, other = NotesField(outer), NotesField(outer)
    qtbot.addWidget(outer)
    with qtbot.waitActive(outer):
        outer.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "words")
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert other.hasFocus()
