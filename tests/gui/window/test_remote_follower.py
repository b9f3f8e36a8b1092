"""A run that another machine trains, followed and stopped from the window over a real ssh."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.run.steering import Steering
from alexnet_gui.window.main_window import MainWindow
from alexnet_gui.window.remote_dialog import RemoteDialog
from core.remote import Host, RunThere, mirror_folder
from tests.ssh import ALEXNET, ssh_server


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, str, Path]]:
    """The address of a machine, how alexnet is called there, and its home."""
    folder, home = tmp_path / "ssh", tmp_path / "there"
    folder.mkdir()
    with ssh_server(folder) as address:
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
        yield address, f"ALEXNET_HOME={home} {ALEXNET}", home


@pytest.fixture
def trained(there: tuple[str, str, Path]) -> Iterator[subprocess.Popen[bytes]]:
    """A run that goes on there."""
    run = there[2] / "runs" / "the run"
    command = [sys.executable, "-m", "core", "train", "--model", "lenet", "--limit", "64", "--batch-size", "8"]
    command += ["--device", "cpu", "--precision", "fp32", "--epochs", "10000", "--out", str(run)]
    with subprocess.Popen(command, env=os.environ | {"OMP_NUM_THREADS": "1"}, stderr=subprocess.DEVNULL) as process:
        yield process
        process.kill()


def test_it_is_chosen_from_a_list_appears_live_and_stops_when_told(
    there: tuple[str, str, Path],
    trained: subprocess.Popen[bytes],
    window: MainWindow,
    studio: Studio,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    address, command, home = there
    studio.settings.runs_folder = tmp_path / "here"
    qtbot.waitUntil((home / "runs" / "the run" / "metrics.jsonl").exists, timeout=60_000)
    window.show()
    window._commands.follow_remote()
    dialog = window.findChild(RemoteDialog)
    assert dialog is not None
    dialog.address.setText(address)
    dialog.command.setText(command)
    qtbot.mouseClick(dialog.list, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.runs.count() == 1, timeout=60_000)
    assert dialog.runs.item(0).text() == "the run · running"
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    state = studio.run_state
    qtbot.waitUntil(lambda: state.step > 5 and state.phase == "running", timeout=60_000)
    assert state.folder == tmp_path / "here" / "elsewhere the run"
    before = state.step
    qtbot.waitUntil(lambda: state.step > before, timeout=30_000)
    Steering(studio.runner, state).tell("stop")
    qtbot.waitUntil(lambda: state.phase == "stopped", timeout=60_000)
    assert trained.wait(30) == 130
    assert studio.settings.remote_address == address, "it is there the next time"


def test_a_machine_that_is_not_there_is_said_in_the_dialog(window: MainWindow, qtbot: QtBot) -> None:
    window.show()
    window._commands.follow_remote()
    dialog = window.findChild(RemoteDialog)
    assert dialog is not None
    for address, said in (("two words", "is no address for ssh"), ("no-such-host.invalid", "cannot be reached by ssh")):
        dialog.address.setText(address)
        qtbot.mouseClick(dialog.list, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda said=said: said in dialog.says.text(), timeout=30_000)
        assert not dialog.accept_button.isEnabled()


def test_a_mirror_never_takes_the_place_of_another_run(tmp_path: Path) -> None:
    host, run = Host("user@host"), RunThere("/runs/a: b", "a", "done")
    assert mirror_folder(host, run, tmp_path) == tmp_path / "user@host a- b"
    (tmp_path / "user@host a- b").mkdir()
    assert mirror_folder(host, run, tmp_path) == tmp_path / "user@host a- b 2"
    (tmp_path / "user@host a- b" / "mirror.json").write_text('{"host": "user@host", "run": "/runs/a: b"}')
    assert mirror_folder(host, run, tmp_path) == tmp_path / "user@host a- b"
