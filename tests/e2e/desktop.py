"""A desktop for a test alone: X server, window manager, session bus, mouse, keys, and what a screen reader is told."""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import psutil
from PIL import Image, ImageGrab

T = TypeVar("T")
Box = tuple[int, int, int, int]  # left, top, right, bottom on the screen
SYSTEM_PYTHON = "/usr/bin/python3"
NEEDED = ("Xvfb", "openbox", "xdotool", "xprop", "dbus-daemon", "dbus-send", "pcmanfm")
PATIENCE = 60.0  # seconds


def what_is_missing() -> str:
    """What this machine lacks for such a desktop, "" where nothing."""
    missing = [name for name in NEEDED if not shutil.which(name)]
    if subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False).returncode:
        missing.append("python3-pyatspi")
    return ", ".join(missing)


def wait_until(ask: Callable[[], T], what: str, seconds: float = PATIENCE) -> T:
    """The first answer of `ask` that is something; fails naming `what` never came."""
    deadline = time.monotonic() + seconds
    while not (answer := ask()):
        if time.monotonic() > deadline:
            raise AssertionError(f"{what}: not within {seconds:.0f} s")
        time.sleep(0.1)
    return answer


def processes_with(name: str, value: str) -> list[psutil.Process]:
    """Living processes that have this in their environment."""
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if process.status() != psutil.STATUS_ZOMBIE and process.environ().get(name) == value:
                found.append(process)
    return found


@dataclass(frozen=True)
class Seen:
    """An object on the screen as a screen reader is told of it."""

    role: str
    name: str
    text: str
    checked: bool
    box: tuple[int, int, int, int]  # x, y, width, height on the screen

    @property
    def middle(self) -> tuple[int, int]:
        x, y, width, height = self.box
        return x + width // 2, y + height // 2


@dataclass(frozen=True)
class Desktop:
    """What a program needs to show itself (`environment`), and a person's hands and eyes."""

    environment: dict[str, str]

    def xdotool(self, *arguments: object) -> str:
        command = ["xdotool", *map(str, arguments)]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False).stdout

    def press(self, *keys: str) -> None:
        """Press and release each, e.g. "ctrl+1", "Return"."""
        self.xdotool("key", "--clearmodifiers", "--delay", 60, *keys)

    def type(self, text: str) -> None:
        self.xdotool("type", "--delay", 60, text)

    def click(self, place: tuple[int, int]) -> None:
        self.xdotool("mousemove", "--sync", *place, "click", 1)

    def drag(self, start: tuple[int, int], end: tuple[int, int], before_release: Callable[[], object]) -> None:
        """As a hand does it: press, a few small moves, the way, a rest, release."""
        moves: list[object] = ["mousemove", "--sync", *start, "sleep", 0.3, "mousedown", 1]
        for step in range(1, 7):
            moves += ["sleep", 0.05, "mousemove", start[0] + 4 * step, start[1] + 2 * step]
        for step in range(1, 21):
            where = [a + (b - a) * step // 20 for a, b in zip(start, end, strict=True)]
            moves += ["sleep", 0.05, "mousemove", *where]
        self.xdotool(*moves, "sleep", 0.5, "mousemove_relative", 2, 2)
        before_release()
        self.xdotool("mousemove_relative", 2, 2, "sleep", 0.5, "mouseup", 1)

    def windows(self, title: str) -> list[str]:
        """The visible windows whose title matches."""
        return self.xdotool("search", "--onlyvisible", "--name", title).split()

    def place(self, window: str, x: int, y: int, width: int, height: int) -> None:
        """Bring a window to the front, there."""
        self.xdotool("windowactivate", "--sync", window, "windowmove", window, x, y)
        self.xdotool("windowsize", window, width, height)

    def seen(self, pid: int) -> list[Seen]:
        """All that the program shows; nothing while it is not to be found."""
        script = str(Path(__file__).with_name("accessible_tree.py"))
        command = [SYSTEM_PYTHON, script, str(pid)]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False, timeout=120)
        rows = [json.loads(line) for line in done.stdout.splitlines()]
        return [Seen(**row | {"box": tuple(row["box"])}) for row in rows]

    def picture(self, part: Box | None = None) -> Image.Image:
        """The screen, or a part of it."""
        return ImageGrab.grab(part, xdisplay=self.environment["DISPLAY"])

    def still(self, part: Box) -> Image.Image:
        """The picture of a part of the screen when nothing moves in it any more."""
        pictures = [self.picture(part)]

        def rests() -> bool:
            self.xdotool("sleep", 0.4)
            pictures.append(self.picture(part))
            return pictures[-3:] == 3 * [pictures[-1]]

        wait_until(rests, "a still picture")
        return pictures[-1]

    def keep_picture(self, name: str) -> None:
        """The screen as a file in $ALEXNET_SCREENSHOTS, where that is set."""
        if folder := os.environ.get("ALEXNET_SCREENSHOTS"):
            Path(folder).mkdir(parents=True, exist_ok=True)
            self.picture().save(Path(folder, f"{name}.png"))


@contextmanager
def desktop(home: Path, width: int, height: int) -> Iterator[Desktop]:
    """A new desktop; `home` is the home of all its programs, and none of them survives it."""
    (home / "runtime").mkdir(mode=0o700)
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    own = {"HOME": str(home), "XDG_RUNTIME_DIR": str(home / "runtime")}
    environment = kept | own | {"LANG": "C.UTF-8", "GIO_USE_VFS": "local"}
    with ExitStack() as stack:
        stack.callback(_end_all, home)
        screen = ["-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset"]
        xvfb = _started(stack, ["Xvfb", "-displayfd", "1", *screen], environment)
        environment["DISPLAY"] = f":{_first_line(xvfb)}"
        bus = _started(stack, ["dbus-daemon", "--session", "--nofork", "--print-address"], environment)
        environment["DBUS_SESSION_BUS_ADDRESS"] = _first_line(bus)
        _started(stack, ["openbox", "--sm-disable"], environment)
        wait_until(lambda: _has_manager(environment), "a window manager")
        # a program asks once, at its start: where this is not there yet, it would never be read
        wait_until(lambda: _has_screen_reader(environment), "the bus of screen readers")
        yield Desktop(environment)


def _started(stack: ExitStack, command: Sequence[str], environment: dict[str, str]) -> subprocess.Popen[str]:
    """Start a server that `stack` will end."""
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True
    )
    stack.enter_context(process)
    stack.callback(process.kill)
    return process


def _first_line(process: subprocess.Popen[str]) -> str:
    """What a server prints when it is ready."""
    assert process.stdout
    line = process.stdout.readline().strip()
    assert line, f"{process.args} did not start"
    return line


def _has_manager(environment: dict[str, str]) -> bool:
    command = ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]
    return "window id" in subprocess.run(command, env=environment, capture_output=True, text=True, check=False).stdout


def _has_screen_reader(environment: dict[str, str]) -> bool:
    """Whether programs can be read; the first to ask starts what that needs."""
    command = ["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus"]
    command += ["org.a11y.Bus.GetAddress"]
    return "unix:" in subprocess.run(command, env=environment, capture_output=True, text=True, check=False).stdout


def _end_all(home: Path) -> None:
    left = processes_with("HOME", str(home))
    for process in left:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(left, timeout=10)
