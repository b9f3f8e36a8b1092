"""The queue in the window: recipes and sweeps wait, are put in order, and are trained one after the other."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.window.main_window import MainWindow
from alexnet_gui.window.queue_dialog import QueueDialog
from alexnet_gui.window.queue_runner import QueueRunner
from core import run_queue
from core.recipe import Recipe, checked
from core.runs import runs_in

WAIT = 180_000
RECIPE = checked(model="lenet", limit=64, batch_size=16, epochs=1, device="cpu", precision="fp32")


@pytest.fixture
def shown(window: MainWindow, studio: Studio, qtbot: QtBot) -> MainWindow:
    studio.settings.recipe = RECIPE.toml()
    with qtbot.waitExposed(window):
        window.show()
    return window


def trigger(window: MainWindow, name: str) -> None:
    action = window.findChild(QAction, name)
    assert action
    action.trigger()


def dialog(window: MainWindow) -> QueueDialog:
    trigger(window, "queue")
    return window.findChildren(QueueDialog)[-1]


def queue(window: MainWindow) -> QueueRunner:
    found = window.findChild(QueueRunner)
    assert found
    return found


def rows(opened: QueueDialog) -> list[str]:
    there = opened.findChild(QListWidget)
    assert there
    return [there.item(row).text() for row in range(there.count())]


def click(opened: QueueDialog, text: str, qtbot: QtBot) -> None:
    button = next(button for button in opened.findChildren(QPushButton) if button.text() == text)
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def rates() -> list[float]:
    return [one.recipe.lr for one in run_queue.waiting()]


def line(opened: QueueDialog, name: str = "queueLine") -> str:
    label = opened.findChild(QLabel, name)
    assert label
    return label.text() if label.isVisible() else ""


def values(opened: QueueDialog, *texts: str) -> None:
    for field, text in zip(opened.findChildren(QLineEdit), texts, strict=False):
        field.setText(text)


def test_it_waits_while_nothing_goes_on_and_its_order_is_a_persons(
    shown: MainWindow, studio: Studio, qtbot: QtBot
) -> None:
    opened = dialog(shown)
    assert rows(opened) == [] and line(opened).startswith("Nothing waits.")
    trigger(shown, "enqueue")
    studio.settings.recipe = RECIPE.model_copy(update={"lr": 0.5}).toml()
    trigger(shown, "enqueue")
    assert rows(opened) == [
        "Fashion-MNIST · LeNet · 1 epoch   Learning rate 0.001",
        "Fashion-MNIST · LeNet · 1 epoch   Learning rate 0.5",
    ]
    assert line(opened).startswith("The queue rests") and not studio.runner.busy
    there = opened.findChild(QListWidget)
    assert there
    there.setCurrentRow(1)
    click(opened, "Up", qtbot)
    assert rates() == [0.5, 0.001] and there.currentRow() == 0
    click(opened, "Down", qtbot)
    click(opened, "Remove", qtbot)
    assert rates() == [0.001]


def test_a_sweep_is_added_and_trained_with_a_common_tag(shown: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    opened = dialog(shown)
    values(opened, "0.001, fast")
    assert "Learning rate (lr)" in line(opened, "sweepTrouble")
    values(opened, "0.001, 0.01", "16")
    assert line(opened, "sweepTrouble") == ""
    click(opened, "Add 2 runs", qtbot)
    assert rates() == [0.001, 0.01]
    click(opened, "Start", qtbot)
    assert studio.runner.busy and rates() == [0.01]
    assert line(opened).startswith("The next of these begins")
    qtbot.waitUntil(lambda: not studio.runner.busy and not queue(shown).goes_on, timeout=WAIT)
    found = runs_in(studio.settings.runs_folder)
    assert sorted(run.recipe.lr for run in found) == [0.001, 0.01]
    assert {run.tags for run in found} == {("sweep lr × batch_size",)} and {run.state for run in found} == {"done"}
    assert rows(opened) == []


def test_what_is_added_while_a_run_goes_on_begins_after_it_also_when_it_fails(
    shown: MainWindow, studio: Studio, qtbot: QtBot
) -> None:
    studio.runner.start(RECIPE.model_copy(update={"data": "/nowhere"}))
    trigger(shown, "enqueue")
    assert queue(shown).goes_on
    phases: list[str] = []
    studio.run_state.phase_changed.connect(phases.append)
    qtbot.waitUntil(lambda: studio.run_state.phase == "done", timeout=WAIT)
    assert "failed" in phases and rates() == []
    (run,) = runs_in(studio.settings.runs_folder)
    assert run.recipe == RECIPE


def test_who_stops_a_run_stops_the_queue(shown: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    studio.runner.start(RECIPE.model_copy(update={"epochs": 5000}))
    trigger(shown, "enqueue")
    qtbot.waitUntil(lambda: studio.run_state.step > 0, timeout=WAIT)
    studio.runner.stop()
    qtbot.waitUntil(lambda: not studio.runner.busy, timeout=WAIT)
    qtbot.wait(50)
    assert not studio.runner.busy and not queue(shown).goes_on and len(rates()) == 1


def test_closing_the_window_begins_nothing(shown: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    studio.runner.start(RECIPE)
    trigger(shown, "enqueue")
    shown.leave()
    qtbot.waitUntil(lambda: not shown.isVisible(), timeout=WAIT)
    assert not studio.runner.busy and len(rates()) == 1


def test_the_toolbar_says_how_many_wait(shown: MainWindow, qtbot: QtBot) -> None:
    button: Callable[[], str] = lambda: shown.toolbar._queue.text()  # noqa: E731
    assert button() == ""
    run_queue.add([Recipe(), Recipe()])
    trigger(shown, "enqueue")
    assert button() == "3"
