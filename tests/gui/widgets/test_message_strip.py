"""The message in a page: hidden, said, acted upon, closed."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.message_strip import MessageStrip


def test_it_says_a_sentence_and_offers_a_way_out(qtbot: QtBot) -> None:
    strip = MessageStrip()
    qtbot.addWidget(strip)
    assert strip.text == ""
    strip.say("The disk is full.", "error", "Try again")
    assert strip.text == "The disk is full."
    button = strip.findChild(QPushButton, "wayOut")
    assert button and button.isVisible() and button.text() == "Try again"
    with qtbot.waitSignal(strip.acted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert strip.text == ""


def test_without_a_way_out_it_can_still_be_closed(qtbot: QtBot) -> None:
    strip = MessageStrip()
    qtbot.addWidget(strip)
    strip.say("Nothing to do.", "info")
    button, close = strip.findChild(QPushButton, "wayOut"), strip.findChild(QToolButton, "closeMessage")
    assert button and not button.isVisible()
    assert close and close.accessibleName()
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert strip.text == ""


def test_news_goes_by_itself_where_it_is_to_and_trouble_stays(qtbot: QtBot) -> None:
    strip = MessageStrip(news_seconds=8)
    qtbot.addWidget(strip)
    (timer,) = strip.findChildren(QTimer)
    strip.say("Saved.", "info")
    assert strip.text == "Saved." and timer.isActive()
    strip.say("The disk is full.", "error")
    assert strip.text == "The disk is full." and not timer.isActive()
    strip.say("Saved.", "info")
    timer.timeout.emit()
    assert strip.text == ""


def test_elsewhere_news_stays_too(qtbot: QtBot) -> None:
    strip = MessageStrip()
    qtbot.addWidget(strip)
    strip.say("Deleted.", "info")
    assert not any(timer.isActive() for timer in strip.findChildren(QTimer))
