"""A run that is saved from the window: asked where, written behind it, shown when it is done."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.widgets.work_dialog import WorkDialog
from alexnet_gui.window.main_window import MainWindow
from alexnet_gui.window.run_out import RunOut
from core.terminal import main


class Browser(QObject):
    """Stands where the system's browser stands."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    QDesktopServices.setUrlHandler("file", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out") / "my run"
    small = ("--model", "lenet", "--limit", "64", "--batch-size", "32", "--device", "cpu", "--precision", "fp32")
    assert main(["train", *small, "--epochs", "1", "--out", str(folder)]) == 0
    return folder


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def accept(owner: QWidget, file: Path) -> None:
    (asked,) = owner.findChildren(QFileDialog)
    asked.setDirectory(str(file.parent))
    asked.selectFile(file.name)
    asked.accept()


def test_a_report_opens_in_the_browser(
    studio: Studio, owner: QWidget, browser: Browser, messages: list, trained: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    RunOut(studio, owner).report(trained)
    (asked,) = owner.findChildren(QFileDialog)
    assert Path(asked.selectedFiles()[0]).name == "my run.html"
    accept(owner, tmp_path / "report")
    qtbot.waitUntil(lambda: browser.opened == [tmp_path / "report.html"], timeout=60_000)
    assert messages == [("Saved as report.html.", "info")]
    assert "Confusion matrix" in (tmp_path / "report.html").read_text("utf-8")


def test_data_is_saved_and_nothing_opens(
    studio: Studio, owner: QWidget, browser: Browser, messages: list, trained: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    RunOut(studio, owner).data(trained)
    accept(owner, tmp_path / "curves.csv")
    qtbot.waitUntil(lambda: bool(messages))
    assert (tmp_path / "curves.csv").read_text().startswith("step,")
    assert browser.opened == []


def test_event_files_are_a_folder(
    studio: Studio, owner: QWidget, messages: list, trained: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    RunOut(studio, owner).data(trained)
    accept(owner, tmp_path / "logs.tensorboard")
    qtbot.waitUntil(lambda: messages == [("Saved as logs.tensorboard.", "info")], timeout=60_000)
    assert {"train", "test"} < {entry.name for entry in (tmp_path / "logs.tensorboard").iterdir()}


def test_what_fails_is_a_sentence(
    studio: Studio, owner: QWidget, messages: list, trained: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    RunOut(studio, owner).write(tmp_path, tmp_path / "curves.csv")
    qtbot.waitUntil(lambda: bool(messages))
    assert messages[0][1] == "error" and "is no run" in messages[0][0]
    RunOut(studio, owner).write(trained, tmp_path / "curves.doc")
    qtbot.waitUntil(lambda: len(messages) == 2)
    assert "no format" in messages[1][0]


def test_what_is_given_up_leaves_nothing(
    studio: Studio, owner: QWidget, messages: list, trained: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    RunOut(studio, owner).write(trained, tmp_path / "report.html")
    (dialog,) = owner.findChildren(WorkDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: not studio.background.busy, timeout=60_000)
    assert list(tmp_path.iterdir()) == []
    assert messages == []


def test_the_menu_is_of_the_run_that_is_shown(
    window: MainWindow, studio: Studio, trained: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    shutil.copytree(trained, tmp_path / "shown")
    with qtbot.waitExposed(window):
        window.show()
    report = next(action for action in window.findChildren(QAction) if action.text() == "Rep&ort…")
    report.trigger()
    assert not window.findChildren(QFileDialog)  # there is no run yet, and the window says so
    studio.run_state.show(tmp_path / "shown")
    report.trigger()
    assert [Path(asked.selectedFiles()[0]).name for asked in window.findChildren(QFileDialog)] == ["shown.html"]
