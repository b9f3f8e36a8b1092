"""How sure a network is against how often it is right: a reliability diagram."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from alexnet_gui import theme
from alexnet_gui.formatting import count, percent

_TICKS = (0.0, 0.5, 1.0)
_COUNTS = 36  # pixels for the pictures of each interval, below
_SPACE = 6


class ReliabilityDiagram(QWidget):
    """A bar for each interval of confidence: the share that is right, a line where that would be the confidence, and
    below it how many pictures there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accuracy: NDArray[np.float64] = np.zeros(0)
        self._confidence: NDArray[np.float64] = np.zeros(0)
        self._count: NDArray[np.int64] = np.zeros(0, np.int64)

    def set_values(
        self, *, count: NDArray[np.int64], confidence: NDArray[np.float64], accuracy: NDArray[np.float64]
    ) -> None:
        """One value for each of equal intervals of [0, 1]; NaN in those without pictures."""
        self._count, self._confidence, self._accuracy = count, confidence, accuracy
        self.setAccessibleDescription("; ".join(self._lines()))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 140)

    def _lines(self) -> Sequence[str]:
        text = self.tr("where it is sure at {confidence}, {accuracy} are right, of {n}")
        return [
            text.format(confidence=percent(sure), accuracy=percent(right), n=count(int(number)))
            for sure, right, number in zip(self._confidence, self._accuracy, self._count, strict=True)
            if number
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.font("small", figures=True))
        metrics = painter.fontMetrics()
        label, line = metrics.horizontalAdvance("100 %") + _SPACE, metrics.height()
        area = QRectF(label, line + _SPACE, self.width() - 1.5 * label, self.height() - 3 * line - _COUNTS - _SPACE)
        if area.height() < line or not len(self._count):
            return
        self._paint_axes(painter, area, line)
        self._paint_bars(painter, area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.colors().text), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(area.bottomLeft(), area.topRight())

    def _paint_axes(self, painter: QPainter, area: QRectF, line: int) -> None:
        colors = theme.colors()
        for share in _TICKS:
            x, y = area.left() + share * area.width(), area.bottom() - share * area.height()
            painter.setPen(QColor(colors.line))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(colors.muted))
            beside = QRectF(0, y - line / 2, area.left() - _SPACE, line)
            painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, percent(share, 0))
            below = QRectF(x - 40, area.bottom() + _COUNTS, 80, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, percent(share, 0))
        top = QRectF(0, 0, self.width(), line)
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft, self.tr("right"))
        bottom = QRectF(area.left(), area.bottom() + _COUNTS + line, area.width(), line)
        painter.drawText(bottom, Qt.AlignmentFlag.AlignCenter, self.tr("how sure it is"))

    def _paint_bars(self, painter: QPainter, area: QRectF) -> None:
        colors = theme.colors()
        width, most = area.width() / len(self._count), max(int(self._count.max()), 1)
        for number in np.flatnonzero(self._count):
            left = area.left() + number * width + 1
            height = float(self._accuracy[number]) * area.height()
            painter.fillRect(QRectF(left, area.bottom() - height, width - 2, height), QColor(colors.accent))
            share = self._count[number] / most * (_COUNTS - 8)
            painter.fillRect(QRectF(left, area.bottom() + 4, width - 2, max(share, 1.0)), QColor(colors.edge))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
