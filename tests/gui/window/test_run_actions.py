"""What a menu does with a real run: each command is there when it can do something."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.window.main_window import MainWindow
from core.events import Saved
from core.recipe import checked

RECIPE = checked(model="lenet", limit=64, batch_size=16, epochs=10_000, device="cpu", precision="fp32")
NAMES = ("train", "pause", "step", "save", "stop")


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
    assert enabled(shown) == {"train"}
    studio.runner.start(RECIPE)
    qtbot.waitUntil(lambda: state.step > 0, timeout=180_000)
    assert enabled(shown) == {"pause", "save", "stop"}
    studio.runner.pause()
    qtbot.waitUntil(rests, timeout=60_000)
    assert enabled(shown) == {"pause", "step", "save", "stop"}

    step = state.step
    qtbot.keyClick(shown, Qt.Key.Key_F8)
    assert enabled(shown) == {"pause", "save", "stop"}
    qtbot.waitUntil(rests, timeout=60_000)
    assert state.step == step + 1
    qtbot.keyClick(shown, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(rests, timeout=60_000)
    saved = [note.step for note in state.notes if isinstance(note, Saved)]
    assert saved and saved[-1] == state.step == step + 1
