"""The panel folds into a strip and back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.side_panel import SidePanel


def test_it_folds_and_unfolds(qtbot: QtBot) -> None:
    content = QLabel("fields")
    panel = SidePanel(content)
    qtbot.addWidget(panel)
    panel.set_texts("Recipe", "Show or hide the recipe")
    opened: list[bool] = []
    panel.opened.connect(opened.append)
    wide = panel.width()
    button = panel.findChild(QToolButton)
    assert isinstance(button, QToolButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert content.isHidden()
    assert panel.width() < wide / 4
    assert panel.width() >= button.sizeHint().width()
    panel.set_open(True)
    assert not content.isHidden()
    assert panel.width() == wide
    assert opened == [False]
