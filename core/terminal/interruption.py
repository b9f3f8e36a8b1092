"""Ctrl+C and SIGTERM: the first asks the training to stop and save, a second one ends the process."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from core import torchrun
from core.terminal.failure import INTERRUPTED

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_STANDARD_ERROR = 2


class Interruption:
    """Whether the process was asked to end. ``stop`` is called then; without one there is nothing to save."""

    def __init__(self) -> None:
        self.asked = False
        self.stop: Callable[[], None] | None = None

    def __call__(self, _number: int, _frame: FrameType | None) -> None:
        if self.stop is None:
            raise KeyboardInterrupt
        if self.asked and torchrun.started_by_torchrun():
            return  # Ctrl+C comes twice there, from the terminal and from torchrun, which kills by itself in the end
        if self.asked:
            if os.isatty(_STANDARD_ERROR):
                _write("\x1b[?25h")  # the progress line hides the cursor
            os._exit(INTERRUPTED)
        self.asked = True
        self.stop()
        _write("Stopping after this step, and saving. Once more ends at once, without saving.\n")


def _write(text: str) -> None:
    """Straight to the system: the signal may have come in the middle of a ``print``."""
    with suppress(OSError):
        os.write(_STANDARD_ERROR, text.encode())


@contextmanager
def interruptible() -> Iterator[Interruption]:
    """SIGINT and SIGTERM go to the `Interruption` meanwhile. Outside the main thread, which gets no signals, nothing
    changes."""
    interruption = Interruption()
    if threading.current_thread() is not threading.main_thread():
        yield interruption
        return
    earlier = [(number, signal.signal(number, interruption)) for number in _SIGNALS]
    try:
        yield interruption
    finally:
        for number, handler in earlier:
            signal.signal(number, handler)
