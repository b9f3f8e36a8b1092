"""The curve of a function with the one point of it that is meant."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from alexnet_gui import theme

MARGIN = 8


class FunctionCurve(QWidget):
    """Draws y over x, both with their axes through zero."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(96, 64)
        self._x: NDArray[np.floating] = np.zeros(0)
        self._y: NDArray[np.floating] = np.zeros(0)
        self._point = 0.0, 0.0

    def set_curve(self, x: NDArray[np.floating], y: NDArray[np.floating], point: tuple[float, float]) -> None:
        """(N,) each, x rising from zero or below it; `point` is within these x."""
        self._x, self._y, self._point = x, y, point
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not len(self._x) or not np.isfinite(self._y).all():
            return
        painter, colors = QPainter(self), theme.colors()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        heights = [0.0, float(self._y.min()), float(self._y.max()), *(y for y in self._point[1:] if np.isfinite(y))]
        low, high = min(heights), max(heights)
        span = float(self._x[-1] - self._x[0]), high - low or 1.0

        def at(x: float, y: float) -> QPointF:
            return QPointF(
                area.left() + (x - float(self._x[0])) / span[0] * area.width(),
                area.bottom() - (y - low) / span[1] * area.height(),
            )

        painter.setPen(QColor(colors.line))
        painter.drawLine(at(float(self._x[0]), 0), at(float(self._x[-1]), 0))
        painter.drawLine(at(0, low), at(0, high))
        painter.setPen(QPen(QColor(colors.activation), 2))
        painter.drawPolyline(QPolygonF([at(float(x), float(y)) for x, y in zip(self._x, self._y, strict=True)]))
        if np.isfinite(self._point).all():
            self._paint_point(painter, at)

    def _paint_point(self, painter: QPainter, at: Callable[[float, float], QPointF]) -> None:
        x, y = self._point
        colors = theme.colors()
        painter.setPen(QPen(QColor(colors.accent), 1, Qt.PenStyle.DashLine))
        painter.drawLine(at(x, 0), at(x, y))
        painter.drawLine(at(0, y), at(x, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.accent))
        painter.drawEllipse(at(x, y), 4, 4)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
