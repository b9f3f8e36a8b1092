"""The command alexnet-gui, as a process of its own."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

NO_TORCH = """
import sys
from alexnet_gui import program
from alexnet_gui.window.startup import Startup

def painted(self):
    print(sorted({"torch", "torchvision", "pyqtgraph", "PIL"} & set(sys.modules)))
    self._window.close()

Startup._painted = painted
sys.exit(program.run([]))
"""


def gui(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "alexnet_gui.app", *arguments]
    return subprocess.run(command, env=environment(**environ), capture_output=True, text=True, timeout=120)


def environment(**environ: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return {name: value for name, value in (kept | environ).items() if value}


linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")


@linux
@pytest.mark.parametrize("display", ["", ":7654"])
def test_without_a_display_it_says_so_in_one_sentence(display: str) -> None:
    done = gui(QT_QPA_PLATFORM="", DISPLAY=display)
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "`alexnet train`" in done.stderr


def test_help_and_version_need_no_display() -> None:
    assert "RUNDIR|PICTURE" in gui("--help", QT_QPA_PLATFORM="").stdout
    assert re.fullmatch(r"AlexNet Studio \d+\.\d+\S*\n", gui("--version", QT_QPA_PLATFORM="").stdout)


def test_a_file_that_is_not_there_is_a_wrong_argument(tmp_path: Path) -> None:
    done = gui(str(tmp_path / "gone.png"))
    assert done.returncode == 2
    assert done.stderr == f"There is no file or folder {tmp_path / 'gone.png'}.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there torch has to be loaded before Qt")
def test_up_to_the_first_painted_window_nothing_heavy_is_imported() -> None:
    done = subprocess.run(
        [sys.executable, "-c", NO_TORCH], env=environment(), capture_output=True, text=True, timeout=120
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGTERM that can be caught")
def test_it_paints_gets_ready_and_ends_without_a_word() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "alexnet_gui.app"],
        env=environment(ALEXNET_TRACE_START="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    painted, ready = process.stdout.readline().split(), process.stdout.readline().split()
    assert (painted[0], ready[0]) == ("painted", "ready")
    assert 0 < float(painted[1]) < float(ready[1])
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (0, "", "")
