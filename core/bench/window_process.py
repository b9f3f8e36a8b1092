"""The program's window in a process of its own, on the present display or, where there is none, on none."""

import os
import sys

# by name, not by import: the core does not know the window
APP = "alexnet_gui.app"
MEASURE = "alexnet_gui.measure"


def display() -> str:
    """Where a window opens: what a report says of it."""
    chosen = os.environ.get("QT_QPA_PLATFORM")
    if chosen:
        return chosen
    if sys.platform in ("win32", "darwin"):
        return sys.platform
    return os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or "offscreen"


def environment(home: str) -> dict[str, str]:
    """The variables of such a process, which keeps what it keeps below `home`."""
    return dict(os.environ, ALEXNET_HOME=home) | ({"QT_QPA_PLATFORM": "offscreen"} if display() == "offscreen" else {})
