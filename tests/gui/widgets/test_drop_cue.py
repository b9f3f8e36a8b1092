"""The cue paints its sentence over the whole parent."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from alexnet_gui import theme
from alexnet_gui.widgets.drop_cue import DropCue


def test_its_frame_tells_a_welcome_from_a_refusal(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(400, 300)
    cue = DropCue(parent)
    cue.show_over("Classify a.png", welcome=True)
    welcome = cue.grab().toImage()
    assert (welcome.width(), welcome.height()) == (400, 300)
    accent = QColor(theme.colors().accent)
    assert any(welcome.pixelColor(x, 16) == accent for x in range(400))
    cue.show_over("Nothing is downloaded here.", welcome=False)
    refusal = cue.grab().toImage()
    assert not any(refusal.pixelColor(x, 16) == accent for x in range(400))
