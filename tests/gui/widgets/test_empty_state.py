"""The empty page: a text that is all there, and one button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.empty_state import EmptyState


def test_the_button_says_what_is_wanted(qtbot: QtBot) -> None:
    empty = EmptyState("train")
    qtbot.addWidget(empty)
    empty.set_texts("Nothing", "A long sentence. " * 20, "Fill")
    empty.show()
    button = empty.findChild(QPushButton, "fill")
    assert button and button.text() == "Fill"
    with qtbot.waitSignal(empty.wanted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_long_text_is_not_cut(qtbot: QtBot) -> None:
    empty = EmptyState("train")
    qtbot.addWidget(empty)
    empty.set_texts("Nothing", "A long sentence. " * 20, "Fill")
    empty.resize(600, 500)
    empty.show()
    text = next(label for label in empty.findChildren(QLabel) if label.wordWrap())
    assert text.height() >= text.heightForWidth(text.width()) > 3 * text.fontMetrics().height()
