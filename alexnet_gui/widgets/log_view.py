"""Lines with their times, the newest at the end; it stays at the end unless a person scrolled up."""

from collections import deque
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from alexnet_gui import theme

_MOST_LINES = 5000
Line = tuple[float, str, str]  # time, text, kind


class LogView(QPlainTextEdit):
    """`append_lines` adds some; they can be selected and copied, not changed. The newest few thousand are kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMaximumBlockCount(_MOST_LINES)
        self.setFont(theme.font("small", figures=True))
        self.document().setDocumentMargin(theme.GRID)
        self._lines: deque[Line] = deque(maxlen=_MOST_LINES)

    def append_lines(self, lines: Sequence[Line]) -> None:
        """Lines of a kind each: "info", "good", "warning" or "error"; their time is unix seconds."""
        self._lines.extend(lines)
        bar = self.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() - 4
        self._write(lines[-_MOST_LINES:])
        if at_end:
            bar.setValue(bar.maximum())

    def clear_lines(self) -> None:
        self._lines.clear()
        self.clear()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.clear()
            self._write(list(self._lines))

    def _write(self, lines: Sequence[Line]) -> None:
        colors = theme.colors()
        kinds = {"info": colors.text, "good": colors.good, "warning": colors.test, "error": colors.bad}
        shapes = {kind: _shape(color) for kind, color in kinds.items()}
        faint = _shape(colors.muted)
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()  # laid out once for all of them
        is_first = self.document().isEmpty()
        for time, text, kind in lines:
            if not is_first:
                cursor.insertBlock()
            is_first = False
            cursor.insertText(f"{datetime.fromtimestamp(time):%H:%M:%S}   ", faint)
            cursor.insertText(text, shapes[kind])
        cursor.endEditBlock()


def _shape(color: str) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setForeground(QColor(color))
    return shape
