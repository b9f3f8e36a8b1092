"""The real program in a process of its own, used from outside."""

import os
import re
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.desktop import Desktop, Seen, processes_with, wait_until

ROOT = Path(__file__).parents[2]
TITLE = "^AlexNet Studio$"


@dataclass(frozen=True)
class Ended:
    """How the program ended."""

    status: int
    err: str


def environment_for(home: Path) -> dict[str, str]:
    """Of a program whose home is `home`, with nothing of the session that the tests run in."""
    session = ("DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "LANG", "LANGUAGE")
    families = ("WAYLAND_", "XDG_", "LC_", "QT_")
    kept = {k: v for k, v in os.environ.items() if k not in session and not k.startswith(families)}
    return kept | {"ALEXNET_HOME": str(home)}


class Program:
    """``alexnet-gui`` on a desktop, with a home of its own."""

    def __init__(self, desktop: Desktop, home: Path, *arguments: object, **environment: str) -> None:
        self.desktop, self.home = desktop, home
        self._err = home.with_name(home.name + ".err")
        shown = {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        with self._err.open("wb") as err:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "alexnet_gui.app", *map(str, arguments)],
                cwd=ROOT,
                env=environment_for(home) | desktop.environment | shown | environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=err,
            )

    @property
    def err(self) -> str:
        """What it said on standard error up to now."""
        return self._err.read_text("utf-8", errors="replace")

    def window(self) -> str:
        """Its window, when it is there."""
        return wait_until(self._windows, "the window")[0]

    def _windows(self) -> list[str]:
        assert self.process.poll() is None, f"it ended with {self.process.returncode}: {self.err}"
        return self.desktop.windows(TITLE)

    def all(self, role: str = "", text: str = ".*") -> list[Seen]:
        """What it shows of this role (any, if empty) whose name or contents match the regular expression."""
        seen = [one for one in self.desktop.seen(self.process.pid) if role in ("", one.role)]
        return [one for one in seen if re.fullmatch(text, one.name) or re.fullmatch(text, one.text)]

    def see(self, role: str = "", text: str = ".*") -> Seen:
        """Wait for such a thing on the screen."""
        return wait_until(lambda: self.all(role, text), f"{role} {text!r} on the screen")[0]

    def click(self, role: str, text: str) -> None:
        """Click on the middle of it."""
        self.desktop.click(self.see(role, text).middle)

    def press(self, *keys: str) -> None:
        """Keys for its window."""
        self.desktop.xdotool("windowactivate", "--sync", self.window())
        self.desktop.press(*keys)

    def close(self) -> Ended:
        """Close the window as its person does, by the window manager, and wait for the end."""
        self.press("alt+F4")
        return self.ended()

    def ended(self, seconds: float = 60) -> Ended:
        """Wait for the end."""
        return Ended(self.process.wait(seconds), self.err)

    def end(self) -> None:
        """Whatever it does, end it. Fails when it does not end by itself or leaves a process behind."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError("the program did not end on SIGTERM") from None
        finally:
            left = processes_with("ALEXNET_HOME", str(self.home))
            for process in left:
                process.kill()
        assert not left, f"left running: {left}"
