"""A training in the window that goes on when it is told to, and how long the event loop lets wait meanwhile."""

import math
import sys
import threading
from time import perf_counter

from PySide6.QtCore import QObject, Qt, Signal, Slot

from alexnet_gui.measure.delay_watch import INTERVAL, DelayWatch
from alexnet_gui.measure.real_window import RealWindow
from core.bench.partner import peak_memory, say


class WindowLoop(QObject):
    """The Train page and a run; orders come on standard input as `core.bench.partner` says."""

    _ordered = Signal(int)
    _left = Signal()

    def __init__(self, real: RealWindow, batch_size: int) -> None:
        super().__init__(real.window)
        self._real = real
        self._state, self._runner = real.studio.run_state, real.studio.runner
        self._batch_size = batch_size
        self._watch = DelayWatch(self)
        self._first = self._target = 0  # steps done before this stretch, and after it
        self._began: float | None = None  # the stretch; None before the first order
        self._ordered.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        self._left.connect(real.window.leave, Qt.ConnectionType.QueuedConnection)
        self._state.changed.connect(self._follow)
        self._state.phase_changed.connect(self._phase_changed)

    @Slot()
    def begin(self) -> None:
        """Show the page, begin the run, and let it rest at once."""
        self._real.studio.show_page("train")
        self._real.train(self._batch_size)

    @Slot(int)
    def _go_on(self, images: int) -> None:
        self._first = self._state.step
        self._target = self._first + math.ceil(images / self._batch_size)
        self._watch.start()
        self._began = perf_counter()
        self._runner.go_on()

    @Slot()
    def _follow(self) -> None:
        """Pause one step early: by the time a step is heard of, the next has begun."""
        if self._state.phase == "running" and self._state.step >= self._target - 1:
            self._runner.pause()

    @Slot(str)
    def _phase_changed(self, phase: str) -> None:
        if phase == "failed":
            self._real.give_up(self._state.message)
        elif phase == "paused" and self._began is None:
            say({"precision": self._state.precision, "interval": INTERVAL})
            threading.Thread(target=self._listen, name="orders", daemon=True).start()
        elif phase == "paused" and self._began is not None:
            seconds = perf_counter() - self._began
            images = (self._state.step - self._first) * self._batch_size
            say({"images": images, "seconds": seconds, "peak": peak_memory(), "delays": self._watch.stop()})

    def _listen(self) -> None:
        """In a thread of its own, to the end of standard input."""
        for line in sys.stdin:
            self._ordered.emit(int(line))
        self._left.emit()
