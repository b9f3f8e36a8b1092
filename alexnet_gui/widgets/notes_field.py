"""A few lines of a person's own, taken over when the field is left."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class NotesField(QPlainTextEdit):
    """``left(text)`` when a changed text is left: by Tab, by a click elsewhere, by hiding it."""

    left = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self.setTabChangesFocus(True)

    def show_text(self, text: str) -> None:
        """Another text to begin from; what was typed and not yet left is forgotten: `leave` first."""
        self._kept = text
        if text != self.toPlainText():
            self.setPlainText(text)

    @property
    def is_changed(self) -> bool:
        """Something was typed that was not yet left."""
        return self.toPlainText() != self._kept

    def leave(self) -> None:
        """Say the text if it was changed."""
        if self.is_changed:
            self._kept = self.toPlainText()
            self.left.emit(self._kept)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.leave()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.leave()
