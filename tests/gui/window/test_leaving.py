"""Closing while the network trains asks once; stopped and saved, the window closes by itself."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.window.main_window import MainWindow
from core.recipe import Recipe
from core.runs import read_run

RECIPE = Recipe(model="lenet", limit=64, batch_size=16, epochs=10_000, device="cpu", precision="fp32")
START_MS = 90_000  # torch is imported on the way


def train(window: MainWindow, studio: Studio, qtbot: QtBot, folder: Path) -> None:
    with qtbot.waitExposed(window):
        window.show()
    studio.runner.start(RECIPE, folder)
    qtbot.waitUntil(lambda: studio.run_state.step > 0, timeout=START_MS)


def answer(window: MainWindow, words: str, qtbot: QtBot) -> None:
    buttons = [button for button in question(window).findChildren(QPushButton) if words in button.text()]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def question(window: MainWindow) -> QMessageBox:
    (box,) = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    return box


def test_without_a_run_it_closes_at_once(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitExposed(window):
        window.show()
    assert window.close()
    assert not window.findChildren(QMessageBox)


def test_a_run_that_goes_on(window: MainWindow, studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    train(window, studio, qtbot, tmp_path / "run")
    assert not window.close()
    assert not window.close()
    question(window)  # one, although it was closed twice
    answer(window, "Keep training", qtbot)
    assert studio.runner.busy
    assert window.isVisible()

    assert not window.close()
    answer(window, "Stop, save and close", qtbot)
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)
    assert not studio.runner.busy
    assert studio.run_state.phase == "stopped"
    assert read_run(tmp_path / "run").resumable


def test_asked_to_leave_it_asks_nothing(window: MainWindow, studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    train(window, studio, qtbot, tmp_path / "run")
    window.leave()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)
    assert not window.findChildren(QMessageBox)
    assert read_run(tmp_path / "run").resumable
