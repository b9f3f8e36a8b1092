"""Where no window can open, the program says so in a sentence, and ends."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.desktop import Desktop
from tests.e2e.program import ROOT, environment_for


def refused(environment: dict[str, str]) -> str:
    """What the program says on standard error when it ends with 1, at once."""
    command = [sys.executable, "-m", "alexnet_gui.app"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (1, "")
    (sentence,) = done.stderr.splitlines()
    return sentence


@pytest.mark.skipif(sys.platform != "linux", reason="displays are X11's and Wayland's")
@pytest.mark.parametrize("platform", [{}, {"QT_QPA_PLATFORM": "xcb"}])
def test_without_a_display(home: Path, platform: dict[str, str]) -> None:
    sentence = refused(environment_for(home) | platform)
    assert sentence.startswith("There is no display here")
    assert "`alexnet train`" in sentence


@pytest.mark.display
def test_with_a_display_that_does_not_answer(home: Path, x_server: Desktop) -> None:
    sentence = refused(environment_for(home) | {"DISPLAY": ":4711"})
    assert sentence.startswith("The display :4711 does not answer")
    assert "`alexnet train`" in sentence


@pytest.mark.display
def test_without_a_library_that_the_window_needs(home: Path, x_server: Desktop, tmp_path: Path) -> None:
    (tmp_path / "libxcb-cursor.so.0").touch()  # found before the real one, and no library
    sentence = refused(environment_for(home) | x_server.environment | {"LD_LIBRARY_PATH": str(tmp_path)})
    assert "sudo apt install libxcb-cursor0)" in sentence
    assert "`alexnet train`" in sentence
