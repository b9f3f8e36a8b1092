"""Saving and copying what a plot shows, through its menu and its dialog."""

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.pages.runs import RunsPage
from alexnet_gui.pages.train import TrainPage
from alexnet_gui.widgets.message_strip import MessageStrip
from alexnet_gui.window.main_window import MainWindow
from core.events import Evaluated, Event, Finished, Started, Steps
from core.recipe import Recipe
from core.recorder import record


def events() -> Iterator[Event]:
    now, values = time.time(), np.linspace(1, 0.5, 4, dtype=np.float32)
    yield Started(
        time=now, recipe=Recipe(epochs=1).model_dump(mode="json"), device="cpu", precision="fp32", parameters=46,
        steps_per_epoch=4, classes=["a"], train_images=64, test_images=64,
    )  # fmt: skip
    yield Steps(time=now, epoch=1, step=1, images=16, seconds=1, loss=values, accuracy=values, lr=values)
    confusion = np.zeros((1, 1), np.int64)
    yield Evaluated(time=now, epoch=1, step=4, loss=1, accuracy=0.5, seconds=1, confusion=confusion)
    yield Finished(time=now, step=4, reason="done", accuracy=0.5, best_accuracy=0.5)


@pytest.fixture
def run(tmp_path: Path) -> Path:
    for _ in record(events(), tmp_path / "my run"):
        pass
    return tmp_path / "my run"


@pytest.fixture
def page(studio: Studio, qtbot: QtBot, run: Path) -> TrainPage:
    page = studio.show_page("train")
    assert isinstance(page, TrainPage)
    page.resize(900, 700)
    page.show()
    qtbot.waitExposed(page)
    studio.run_state.show(run)
    qtbot.waitUntil(lambda: studio.run_state.phase == "done")
    return page


def choose(page: TrainPage, name: str) -> None:
    """From the menu that the mouse opens over the curves of the loss."""
    plot = page.curves.plots["loss"]
    inner = plot.childAt(plot.rect().center())
    assert inner
    place = inner.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, inner.mapToGlobal(place))
    QApplication.sendEvent(inner, event)
    menu = plot.findChild(QMenu)
    assert menu
    next(action for action in menu.actions() if action.text() == name).trigger()
    menu.close()


def dialog(page: TrainPage) -> QFileDialog:
    (found,) = page.findChildren(QFileDialog)
    return found


def accept(asked: QFileDialog, file: Path) -> None:
    asked.setDirectory(str(file.parent))
    asked.selectFile(file.name)
    asked.accept()


def test_a_chart_is_saved_as_a_picture(page: TrainPage, messages: list, tmp_path: Path, qtbot: QtBot) -> None:
    choose(page, "Save chart…")
    assert Path(dialog(page).selectedFiles()[0]).name == "my run loss.png"
    accept(dialog(page), tmp_path / "chart")
    qtbot.waitUntil(lambda: messages == [("Saved as chart.png.", "info")])
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")


def test_the_kind_of_file_gives_the_suffix(page: TrainPage, messages: list, tmp_path: Path, qtbot: QtBot) -> None:
    choose(page, "Save chart…")
    dialog(page).selectNameFilter(dialog(page).nameFilters()[1])
    dialog(page).filterSelected.emit(dialog(page).nameFilters()[1])  # as the combo box does
    accept(dialog(page), tmp_path / "chart")
    qtbot.waitUntil(lambda: bool(messages))
    assert (tmp_path / "chart.svg").read_text("utf-8").startswith("<?xml")


def test_values_are_saved(page: TrainPage, messages: list, tmp_path: Path, qtbot: QtBot) -> None:
    choose(page, "Save values…")
    accept(dialog(page), tmp_path / "values.csv")
    qtbot.waitUntil(lambda: bool(messages))
    assert (tmp_path / "values.csv").read_text().splitlines()[0] == "Epoch,Training (raw),Training,Test"


def test_what_fails_is_a_sentence(page: TrainPage, messages: list, tmp_path: Path, qtbot: QtBot) -> None:
    choose(page, "Save chart…")
    dialog(page).fileSelected.emit(str(tmp_path / "chart.doc"))
    qtbot.waitUntil(lambda: bool(messages))
    assert messages[0][1] == "error"
    assert "end it in" in messages[0][0]


def test_a_chart_is_copied(page: TrainPage, messages: list, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    choose(page, "Copy chart")
    qtbot.waitUntil(lambda: bool(messages))
    assert QGuiApplication.clipboard().image().width() == 1440


def test_all_charts_by_a_key(window: MainWindow, studio: Studio, run: Path, tmp_path: Path, qtbot: QtBot) -> None:
    page = window.show_page("train")
    assert isinstance(page, TrainPage)
    with qtbot.waitExposed(window):
        window.show()
    studio.run_state.show(run)
    qtbot.waitUntil(lambda: studio.run_state.phase == "done")
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_E, keys)
    accept(dialog(page), tmp_path / "all.svg")
    qtbot.waitUntil((tmp_path / "all.svg").exists)
    drawn = (tmp_path / "all.svg").read_text("utf-8")
    assert ">Loss</text>" in drawn and ">Accuracy</text>" in drawn


def test_the_comparison_of_runs_by_the_same_key(
    window: MainWindow, studio: Studio, run: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    studio.settings.runs_folder = run.parent
    page = window.show_page("runs")
    assert isinstance(page, RunsPage)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: page.comparison.drawn == 1)
    page.save_picture()
    (asked,) = page.findChildren(QFileDialog)
    assert Path(asked.selectedFiles()[0]).name == "my run accuracy.png"
    accept(asked, tmp_path / "compared.svg")
    qtbot.waitUntil((tmp_path / "compared.svg").exists)
    drawn = (tmp_path / "compared.svg").read_text("utf-8")
    assert ">my run</text>" in drawn and ">Epochs</text>" in drawn


def test_where_nothing_is_drawn_it_says_so(studio: Studio, messages: list, qtbot: QtBot) -> None:
    page = studio.show_page("train")
    assert isinstance(page, TrainPage)
    page.save_picture()
    assert messages == [("Nothing is drawn yet.", "info")]


def test_a_page_without_charts_says_so(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("settings")
    with qtbot.waitExposed(window):
        window.show()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_E, keys)
    foot = window.findChild(MessageStrip, "foot")
    assert isinstance(foot, MessageStrip)
    assert "no charts on this page" in foot.text
