"""Where no window can open, one sentence says so before Qt would abort."""

import socket
from pathlib import Path

import pytest

from alexnet_gui import display


def test_no_display_names_the_terminal_command() -> None:
    said = display.trouble({}, "linux")
    assert said is not None
    assert "no display" in said
    assert "`alexnet train`" in said


def test_a_display_that_does_not_answer_is_named() -> None:
    said = display.trouble({"DISPLAY": ":7654"}, "linux")
    assert said is not None
    assert ":7654 does not answer" in said


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc", "vnc:size=800x600", "linuxfb"])
def test_platforms_that_need_no_display(platform: str) -> None:
    assert display.trouble({"QT_QPA_PLATFORM": platform}, "linux") is None


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_systems_that_always_have_one(system: str) -> None:
    assert display.trouble({}, system) is None


def test_a_wayland_display_has_to_answer(tmp_path: Path) -> None:
    environ = {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert display.trouble(environ, "linux") is not None
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-9"))
        compositor.listen()
        assert display.trouble(environ, "linux") is None


def test_libraries_that_are_missing_are_found_and_named_by_package() -> None:
    missing = display.missing_libraries(["libc.so.6", "libnot-there.so.1"])
    assert missing == ["libnot-there.so.1"]
    assert "sudo apt install libxcb-cursor0 libegl1)" in display.advice(["libxcb-cursor.so.0", "libEGL.so.1"])


def test_qt_that_does_not_load_is_said_with_its_package() -> None:
    error = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    assert "libegl1" in display.import_trouble(error)
    assert "no PySide6" in display.import_trouble(ImportError("no PySide6"))
