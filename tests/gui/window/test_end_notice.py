"""Who looks elsewhere is told of a run's end, by a program that the system has."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.window.desktop_message import show_message
from alexnet_gui.window.end_notice import EndNotice
from alexnet_gui.window.main_window import MainWindow
from core.recipe import checked

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the program that is asked is of Unix")

Told = list[list[str]]


class Desktop:
    """Programs that write down what they are asked."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._file = folder, folder / "told"

    def has(self, *names: str) -> None:
        for name in names:
            program = self._folder / name
            program.write_text(
                f"#!{sys.executable}\nimport json, sys\n"
                f"with open({str(self._file)!r}, 'a') as file: file.write(json.dumps(sys.argv[1:]) + '\\n')\n"
            )
            program.chmod(0o755)

    @property
    def told(self) -> Told:
        return [json.loads(line) for line in self._file.read_text().splitlines()] if self._file.exists() else []


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    monkeypatch.setenv("PATH", str(tmp_path))
    return Desktop(tmp_path)


@pytest.fixture
def shown(window: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    with qtbot.waitExposed(window):
        window.show()
    yield window


def test_titles_and_texts_reach_the_program_whole(desktop: Desktop, qtbot: QtBot, window: MainWindow) -> None:
    desktop.has("gdbus")
    show_message("Done", 'a <run> "x"\n&', window)
    qtbot.waitUntil(lambda: len(desktop.told) == 1)
    assert [json.dumps("Done"), json.dumps('a &lt;run> "x"\n&amp;')] == desktop.told[0][-5:-3]
    desktop.has("notify-send")
    show_message("--help", "text", window)
    qtbot.waitUntil(lambda: len(desktop.told) == 2)
    assert desktop.told[1][-3:] == ["--", "--help", "text"]


def test_where_the_system_has_nothing_nothing_happens(desktop: Desktop, window: MainWindow) -> None:
    show_message("Done", "", window)
    assert not os.listdir(desktop._folder)


def test_only_who_looks_elsewhere_is_told_and_only_of_an_end(
    desktop: Desktop, shown: MainWindow, studio: Studio, qtbot: QtBot
) -> None:
    desktop.has("notify-send")
    assert shown.findChild(EndNotice)
    state = studio.run_state
    state.begin(checked(), Path("my run"))

    def end(phase: str) -> None:
        state.set_phase("running")
        state.set_phase(phase)

    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    end("done")
    question = QDialog(shown)
    question.open()
    qtbot.waitUntil(question.isActiveWindow)
    end("stopped")
    question.reject()
    shown.hide()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is None)
    studio.settings.notify = False
    end("done")
    studio.settings.notify = True
    state.set_phase("idle")
    state.set_phase("done")  # an old run is shown
    state.message = "The disk is full."
    end("failed")
    qtbot.waitUntil(lambda: len(desktop.told) == 1)
    assert desktop.told[0][-2] == "The run has failed"
    assert desktop.told[0][-1].startswith("my run\nThe disk is full.\n")


def test_it_is_a_setting(studio: Studio, qapp: QApplication) -> None:
    switch = studio.show_page("settings").findChild(QCheckBox, "notify")
    assert isinstance(switch, QCheckBox) and switch.isChecked()
    switch.click()
    assert not studio.settings.notify
    studio.settings.notify = True
    assert switch.isChecked()
