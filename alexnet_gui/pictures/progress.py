"""How far a job in another thread is: it writes, the window reads 10 times a second and may call it off."""

from PySide6.QtCore import QObject, QTimer, Signal

_MS = 100


class Progress(QObject):
    """``moved(done, total)`` in the window's thread while it is `watch`ed.

    The worker calls `report`; plain attributes suffice between the two threads.
    """

    moved = Signal(int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._at = (0, 0)
        self._cancelled = False
        self._timer = QTimer(self, interval=_MS)
        self._timer.timeout.connect(self._tell)

    def report(self, done: int, total: int) -> bool:
        """For the worker: says how far it is; False when it should give up."""
        self._at = done, total
        return not self._cancelled

    def cancel(self) -> None:
        """The worker's next report is answered with False."""
        self._cancelled = True

    def watch(self) -> None:
        """Begin to tell."""
        self._timer.start()

    def stop(self) -> None:
        """Tell no more."""
        self._timer.stop()

    def _tell(self) -> None:
        self.moved.emit(*self._at)
