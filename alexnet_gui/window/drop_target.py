"""Makes the whole window take drops, fields and lists included.

The filter sits on the native window, where a drag arrives before Qt looks for the widget below the pointer: one
place, whatever the pages are made of. Drags from within the program are left to their own targets.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from alexnet_gui.widgets.drop_cue import DropCue
from alexnet_gui.window import dropped
from alexnet_gui.window.opening import Opening

_OVER = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class DropTarget(QObject):
    """Install with `watch` once the window has a native window."""

    def __init__(self, window: QWidget, opening: Opening) -> None:
        super().__init__(window)
        self._opening = opening
        self._cue = DropCue(window)
        self._watched: QObject | None = None

    def watch(self, native: QObject | None) -> None:
        """Filter the drags that this native window is told of."""
        if native is not None and native is not self._watched:
            native.installEventFilter(self)
            self._watched = native

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.DragLeave and self._cue.isVisible():
            self._cue.hide()
        if isinstance(event, QDropEvent) and event.source() is None:
            if kind in _OVER:
                return self._hover(event)
            if kind == QEvent.Type.Drop:
                return self._drop(event)
        return False

    def _hover(self, event: QDropEvent) -> bool:
        offer = dropped.look(event.mimeData())
        if offer.kind == "nothing":
            return False  # text for a field, perhaps
        if not self._cue.isVisible():
            self._cue.show_over(self._opening.cue(offer), welcome=offer.kind != "remote")
        _accept_copy(event)
        return True

    def _drop(self, event: QDropEvent) -> bool:
        self._cue.hide()
        if dropped.look(event.mimeData()).kind == "nothing":
            return False
        _accept_copy(event)
        self._opening.open_mime(event.mimeData())
        return True


def _accept_copy(event: QDropEvent) -> None:
    """Never a move: what is dragged stays where it is."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
