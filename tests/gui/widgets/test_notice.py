"""News goes by itself; trouble stays."""

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.notice import Notice


def test_news_goes_and_trouble_stays(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    (timer,) = notice.findChildren(QTimer)
    assert notice.text == ""
    notice.say("Saved.", "info")
    assert notice.text == "Saved."
    assert timer.isActive()
    notice.say("The disk is full.", "error")
    assert notice.text == "The disk is full."
    assert not timer.isActive()
    notice.say("Saved.", "info")
    timer.timeout.emit()
    assert notice.text == ""
