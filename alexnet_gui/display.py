"""Can a window open here? Said in one sentence before Qt tries, because Qt aborts the process where it cannot."""

import ctypes
import os
import re
import socket
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

# what Qt's X11 plugin takes from the system, and the Debian and Ubuntu package of each
PACKAGES = {
    "libxcb.so.1": "libxcb1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
TERMINAL = "`alexnet train` does the same work in a terminal."


def trouble(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str | None:
    """What keeps a window from opening, in one sentence; None where nothing is known to."""
    if platform in ("win32", "darwin"):
        return None
    chosen = environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if chosen and chosen != "xcb" and not chosen.startswith("wayland"):
        return None  # offscreen, vnc, …: these need no display
    if chosen != "xcb" and _wayland_answers(environ):
        return None
    if not environ.get("DISPLAY"):
        return f"There is no display here to open a window on; {TERMINAL}"
    if missing := missing_libraries(PACKAGES):
        return advice(missing)
    if not _x_server_answers(environ["DISPLAY"]):
        return f"The display {environ['DISPLAY']} does not answer, so no window can open; {TERMINAL}"
    return None


def missing_libraries(names: Iterable[str], load: Callable[[str], object] = ctypes.CDLL) -> list[str]:
    """Those of the shared libraries that the system's loader does not find."""
    missing = []
    for name in names:
        try:
            load(name)
        except OSError:
            missing.append(name)
    return missing


def advice(missing: Iterable[str]) -> str:
    """The sentence for shared libraries that are missing, with the command that brings them."""
    packages = " ".join(dict.fromkeys(PACKAGES.get(name, name) for name in missing))
    return (
        f"The window needs system packages that are missing here: {packages} "
        f"(on Debian and Ubuntu: sudo apt install {packages}); {TERMINAL}"
    )


def import_trouble(error: ImportError) -> str:
    """The sentence for Qt's own modules failing to load, e.g. for want of libEGL.so.1."""
    found = re.match(r"(lib\S+\.so[.\d]*): cannot open shared object file", str(error))
    return advice([found[1]]) if found else f"Qt cannot be loaded ({error}); {TERMINAL}"


def _wayland_answers(environ: Mapping[str, str]) -> bool:
    name = environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(1)
        try:
            probe.connect(str(Path(environ.get("XDG_RUNTIME_DIR", "/")) / name))
        except OSError:
            return False
    return True


def _x_server_answers(display: str) -> bool:
    """Asked the way Qt will ask, with the same library: addresses and access keys are its business."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(display.encode(), None)
    try:
        return xcb.xcb_connection_has_error(connection) == 0
    finally:
        xcb.xcb_disconnect(connection)
