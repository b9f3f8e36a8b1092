"""What a menu does with a real run: each command is there when it can do something."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractSpinBox, QDialog
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.run.run_words import state_in_words
from alexnet_gui.widgets.curve_plot import CurvePlot
from alexnet_gui.window.main_window import MainWindow
from core.events import Saved
from core.recipe import checked

RECIPE = checked(model="lenet", limit=64, batch_size=16, epochs=10_000, device="cpu", precision="fp32")
GOING_ON = {"pause", "rate", "save", "last_epoch", "stop"}
NAMES = ("train", "pause", "step", "rate", "save", "last_epoch", "stop", "find_rate")
IDLE = {"train", "find_rate"}


def enabled(window: MainWindow) -> set[str]:
    actions = {name: window.findChild(QAction, name) for name in NAMES}
    return {name for name, action in actions.items() if action and action.isEnabled()}


@pytest.fixture
def shown(window: MainWindow, qtbot: QtBot) -> MainWindow:
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def test_a_paused_run_makes_single_steps_and_is_saved_by_key(shown: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    state, rests = studio.run_state, lambda: studio.run_state.phase == "paused"
    assert enabled(shown) == IDLE
    studio.runner.start(RECIPE)
    qtbot.waitUntil(lambda: state.step > 0, timeout=180_000)
    assert enabled(shown) == GOING_ON
    studio.runner.pause()
    qtbot.waitUntil(rests, timeout=60_000)
    assert enabled(shown) == GOING_ON | {"step"}

    step = state.step
    qtbot.keyClick(shown, Qt.Key.Key_F8)
    assert enabled(shown) == GOING_ON
    qtbot.waitUntil(rests, timeout=60_000)
    assert state.step == step + 1
    qtbot.keyClick(shown, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(rests, timeout=60_000)
    saved = [note.step for note in state.notes if isinstance(note, Saved)]
    assert saved and saved[-1] == state.step == step + 1


def test_the_learning_rate_is_changed_and_marked_and_the_run_stops_after_its_epoch(
    shown: MainWindow, studio: Studio, qtbot: QtBot
) -> None:
    state = studio.run_state
    studio.show_page("train")
    studio.runner.start(RECIPE.model_copy(update={"lr": 0.01, "optimizer": "sgd", "limit": 60_000}))
    qtbot.waitUntil(lambda: state.step > 0, timeout=180_000)
    assert state.peak_lr == 0.01
    qtbot.keyClick(shown, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    dialog = shown.findChild(QDialog, "rateDialog")
    assert dialog
    number = dialog.findChild(QAbstractSpinBox)
    assert number and number.text() == "0.01"
    qtbot.keyClicks(number, "0.0005")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: state.lr[-1] == np.float32(0.0005), timeout=60_000)
    changed = next(change for change in state.changes if change.what == "lr")
    assert state.peak_lr == changed.value == 0.0005
    marks = shown.findChildren(CurvePlot)[0]._marks.marks
    assert marks == [(changed.step + 0.5, "rate 0.0005")]

    shown.findChild(QAction, "last_epoch").trigger()
    qtbot.waitUntil(lambda: state.last_epoch, timeout=60_000)
    assert enabled(shown) == GOING_ON - {"last_epoch"}
    assert "Will stop after this epoch." in state_in_words(state)


def test_no_change_is_made_when_the_question_is_left(shown: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    state = studio.run_state
    studio.runner.start(RECIPE)
    qtbot.waitUntil(lambda: state.step > 0, timeout=180_000)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        shown.findChild(QAction, "rate").trigger()
        dialogs = shown.findChildren(QDialog, "rateDialog")
        qtbot.keyClick(dialogs[-1], key)
        qtbot.waitUntil(lambda: not shown.findChildren(QDialog, "rateDialog"))
    step = state.step
    qtbot.waitUntil(lambda: state.step > step + 4, timeout=60_000)
    assert not state.changes


ALONE = [sys.executable]
IN_TWO = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node=2"]


@pytest.mark.parametrize("how", [ALONE, IN_TWO], ids=["alone", "in two processes"])
def test_a_run_of_another_process_is_followed_and_steered_through_its_folder(
    how: list[str], shown: MainWindow, studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "recipe.toml").write_text(RECIPE.toml())
    command = [*how, "-m", "core", "train", "--recipe", str(tmp_path / "recipe.toml"), "--out", str(tmp_path / "run")]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as other:
        try:
            state = studio.run_state
            qtbot.waitUntil(lambda: (tmp_path / "run" / "metrics.jsonl").exists(), timeout=180_000)
            state.show(tmp_path / "run")
            studio.show_page("train")
            qtbot.waitUntil(lambda: state.phase == "running" and state.step > 0, timeout=60_000)
            assert enabled(shown) == GOING_ON | IDLE
            shown.findChild(QAction, "pause").trigger()
            qtbot.waitUntil(lambda: state.phase == "paused", timeout=60_000)
            assert enabled(shown) == GOING_ON | IDLE | {"step"}
            step = state.step
            shown.findChild(QAction, "step").trigger()
            qtbot.waitUntil(lambda: state.step == step + 1 and state.phase == "paused", timeout=60_000)
            shown.findChild(QAction, "stop").trigger()
            assert other.wait(60) == (130 if how is ALONE else 1), "torchrun has one status for all that did not end"
            qtbot.waitUntil(lambda: state.phase == "stopped", timeout=60_000)
            assert enabled(shown) == IDLE
        finally:
            other.kill()
