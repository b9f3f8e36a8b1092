"""Lines with their times, the newest at the end; it stays at the end unless a person scrolled up."""

from datetime import datetime

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from alexnet_gui import theme

_MOST_LINES = 5000


class LogView(QPlainTextEdit):
    """`append_line` adds one; it can be selected and copied, not changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMaximumBlockCount(_MOST_LINES)
        self.setFont(theme.font("small", figures=True))
        self.document().setDocumentMargin(theme.GRID)
        self._lines: list[tuple[float, str, str]] = []

    def append_line(self, time: float, text: str, kind: str = "info") -> None:
        """A line of a kind: "info", "good", "warning" or "error"; `time` is unix seconds."""
        self._lines.append((time, text, kind))
        bar = self.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() - 4
        self._write(time, text, kind)
        if at_end:
            bar.setValue(bar.maximum())

    def clear_lines(self) -> None:
        self._lines.clear()
        self.clear()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.clear()
            for line in self._lines:
                self._write(*line)

    def _write(self, time: float, text: str, kind: str) -> None:
        colors = theme.colors()
        color = {"info": colors.text, "good": colors.good, "warning": colors.test, "error": colors.bad}[kind]
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if not self.document().isEmpty():
            cursor.insertBlock()
        shape = QTextCharFormat()
        shape.setForeground(QColor(colors.muted))
        cursor.insertText(f"{datetime.fromtimestamp(time):%H:%M:%S}   ", shape)
        shape.setForeground(QColor(color))
        cursor.insertText(text, shape)
