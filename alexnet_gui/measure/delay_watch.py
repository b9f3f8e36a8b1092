"""How long the event loop lets a timer wait."""

from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer, Slot

INTERVAL = 5  # ms


class DelayWatch(QObject):
    """A timer that is set anew each time it comes, and notes how much later than asked that was, in ms."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=INTERVAL, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._came)
        self._delays: list[float] = []
        self._due = 0.0

    def start(self) -> None:
        self._delays = []
        self._set()

    def stop(self) -> list[float]:
        """What was noted since `start`."""
        if self._timer.isActive():
            self._timer.stop()
            self._note()  # it may have been due long ago
        return self._delays

    def _set(self) -> None:
        self._due = perf_counter() + INTERVAL / 1e3
        self._timer.start()

    @Slot()
    def _came(self) -> None:
        self._note()
        self._set()

    def _note(self) -> None:
        self._delays.append(round(max(0.0, 1e3 * (perf_counter() - self._due)), 3))
