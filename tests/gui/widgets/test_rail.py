"""The rail says what was chosen, and shows what is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.rail import Rail


def test_a_click_chooses_and_marking_does_not(qtbot: QtBot) -> None:
    rail = Rail(["train", "runs"])
    qtbot.addWidget(rail)
    rail.set_texts({"train": "Train", "runs": "Runs"})
    chosen: list[str] = []
    rail.chosen.connect(chosen.append)
    rail.set_current("train")
    assert chosen == []
    runs = rail.findChild(QToolButton, "rail-runs")
    assert isinstance(runs, QToolButton)
    assert runs.text() == "Runs"
    qtbot.mouseClick(runs, Qt.MouseButton.LeftButton)
    assert chosen == ["runs"]
    assert [button.isChecked() for button in rail.findChildren(QToolButton)] == [False, True]
