"""The classes with their marks, one below the other; the one that is pointed at can be made to stand out."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from alexnet_gui import theme
from alexnet_gui.figure.class_marks import mark_of
from alexnet_gui.widgets.scatter_view import paint_mark

_ROW = 20
_INDENT = 20
_MOST = 24  # more have the same marks as others
_WIDEST = 160


class ClassLegend(QWidget):
    """``entered(number)`` when a class is pointed at or walked to with the arrows; None when it is left."""

    entered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._names: tuple[str, ...] = ()
        self._current: int | None = None

    def set_names(self, names: Sequence[str]) -> None:
        """Show these."""
        shown = tuple(names[:_MOST])
        if shown != self._names:
            self._names = shown
            self.setAccessibleDescription(", ".join(shown))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font("small"))
        width = max((metrics.horizontalAdvance(name) for name in self._names), default=0)
        return QSize(min(width, _WIDEST) + _INDENT + 8, _ROW * len(self._names))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), theme.colors()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        metrics = painter.fontMetrics()
        for number, name in enumerate(self._names):
            row = QRectF(0, number * _ROW, self.width(), _ROW)
            if number == self._current:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colors.hover))
                painter.drawRoundedRect(row, 4, 4)
            mark = mark_of(number, dark=colors.dark)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mark.color)
            middle = QPointF(_INDENT / 2, row.center().y())
            paint_mark(painter, mark, middle.x(), middle.y(), 4.5)
            painter.setPen(QColor(colors.text))
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, self.width() - _INDENT - 4)
            painter.drawText(row.adjusted(_INDENT, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)

    def _enter(self, number: int | None) -> None:
        if number != self._current:
            self._current = number
            self.update()
            self.entered.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = int(event.position().y() // _ROW)
        self._enter(number if 0 <= number < len(self._names) else None)

    def leaveEvent(self, event: QEvent) -> None:
        self._enter(None)

    def focusOutEvent(self, event: QEvent) -> None:
        self._enter(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps and self._names:
            start = -1 if self._current is None else self._current
            self._enter(min(max(start + steps[key], 0), len(self._names) - 1))
        elif key == Qt.Key.Key_Escape and self._current is not None:
            self._enter(None)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
