"""After the window's first paint: plots, the first page, then torch, all without holding the window up."""

import os
import sys
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import psutil
from PySide6.QtCore import QObject, QTimer, Slot

from alexnet_gui.context import Studio
from alexnet_gui.window.main_window import MainWindow

_SOON_MS = 1000


def since_process_start() -> float:
    """Seconds since the operating system started this process."""
    if sys.platform == "linux":  # psutil counts from a boot time in whole seconds
        ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
        return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")
    return time.time() - psutil.Process().create_time()


def _load_core() -> None:
    import_module("core.train")


def _machine(device: str, precision: str) -> tuple[str, str]:
    """What the settings come to on this machine."""
    from core import devices

    found = devices.pick(device)
    return str(found), devices.precision_for(found, precision)


class Startup(QObject):
    """Runs once, from `MainWindow.painted`. With $ALEXNET_TRACE_START it prints when what was there."""

    def __init__(self, studio: Studio, window: MainWindow, sources: Sequence[Path]) -> None:
        super().__init__(window)
        self._studio, self._window, self._sources = studio, window, sources
        window.painted.connect(self._painted)
        studio.settings.changed.connect(self._setting_changed)

    @Slot()
    def _painted(self) -> None:
        _trace("painted")
        jobs = self._studio.background
        jobs.run(lambda: import_module("pyqtgraph"), self._show_first_page, self._failed, owner=self)
        jobs.run(_load_core, self._core_is_there, self._failed, owner=self)

    def _show_first_page(self, _: object) -> None:
        if self._sources:
            self._window.opening.open(self._sources)
        else:
            self._window.show_page(self._studio.settings.page)

    def _core_is_there(self, _: object) -> None:
        _trace("ready")
        self._find_machine()
        self._window.begin_estimates()
        QTimer.singleShot(_SOON_MS, self, self._prepare_for_drops)

    @Slot()
    def _prepare_for_drops(self) -> None:
        """The page that takes drops loads its network as soon as it is made: the first drop need not wait for it."""
        self._window.prepare_page("classify")

    @Slot(str)
    def _setting_changed(self, name: str) -> None:
        if name in ("device", "precision"):
            self._find_machine()

    def _find_machine(self) -> None:
        device, precision = self._studio.settings.device, self._studio.settings.precision
        self._window.toolbar.set_machine(device, precision)
        self._studio.background.run(
            lambda: _machine(device, precision), self._machine_found, self._failed, owner=self, lane="devices"
        )

    def _machine_found(self, found: tuple[str, str]) -> None:
        self._window.toolbar.set_machine(*found)

    def _failed(self, sentence: str) -> None:
        self._window.say(sentence, "error")


def _trace(what: str) -> None:
    if os.environ.get("ALEXNET_TRACE_START"):
        print(f"{what} {since_process_start():.3f}", flush=True)
