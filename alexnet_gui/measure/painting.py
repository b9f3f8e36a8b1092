"""How long it takes until what has changed is painted."""

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QGraphicsView, QWidget


class Painting(QObject):
    """Times updates of a window that is shown, each with the painting of all that it changed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.window = window
        views = [window] if isinstance(window, QGraphicsView) else window.findChildren(QGraphicsView)
        self._plots = [view.viewport() for view in views if view.isVisible()]
        self._painted: set[QObject] = set()
        for plot in self._plots:
            plot.installEventFilter(self)

    @property
    def is_complete(self) -> bool:
        """Every plot was painted since the window was given, or since the last update began."""
        return bool(self._plots) and self._painted.issuperset(self._plots)

    def of(self, update: Callable[[], object]) -> float:
        """Milliseconds of an update of every plot in the window. Raises RuntimeError when one was not painted."""
        self._painted.clear()
        began = perf_counter()
        update()
        QCoreApplication.sendPostedEvents()  # a scene tells its view what has changed by one
        QCoreApplication.sendEvent(self.window, QEvent(QEvent.Type.UpdateRequest))
        seconds = perf_counter() - began
        if not self.is_complete:
            raise RuntimeError(f"Of {len(self._plots)} plots only {len(self._painted)} were painted.")
        return 1e3 * seconds

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._painted.add(watched)
        return False
