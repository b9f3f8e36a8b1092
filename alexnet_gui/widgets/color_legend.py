"""What the colours of a map stand for."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from alexnet_gui import theme
from alexnet_gui.figure.colormap import LEVELS, diverging

BAR = QSize(128, 10)
SPACE = 6


class ColorLegend(QWidget):
    """A bar from the most negative over zero to the most positive, with a mark at one value."""

    def __init__(
        self, parent: QWidget | None = None, *, ramp: Callable[[NDArray[np.floating]], QImage] | None = None
    ) -> None:
        """`ramp`: (H, W) shares of the limit, -1 to 1, as a picture; without it as maps are coloured."""
        super().__init__(parent)
        self._ramp = ramp or (lambda shares: diverging(dark=theme.colors().dark).image(shares, 1.0))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._low, self._high = "", ""
        self._mark: float | None = None

    def set_ends(self, low: str, high: str) -> None:
        """The texts at both ends."""
        if (low, high) != (self._low, self._high):
            self._low, self._high = low, high
            self.setAccessibleDescription(f"{low} … 0 … {high}")
            self.updateGeometry()
            self.update()

    def set_mark(self, share: float | None) -> None:
        """Mark a value by its share of the limit, -1 to 1; None for no mark."""
        self._mark = share
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font("small", figures=True))
        texts = metrics.horizontalAdvance(self._low) + metrics.horizontalAdvance(self._high)
        return QSize(texts + BAR.width() + 2 * SPACE, max(metrics.height(), BAR.height() + 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, painter = theme.colors(), QPainter(self)
        painter.setFont(theme.font("small", figures=True))
        painter.setPen(QColor(colors.muted))
        area = QRectF(self.rect())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._low)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._high)
        left = painter.fontMetrics().horizontalAdvance(self._low) + SPACE
        bar = QRectF(left, (self.height() - BAR.height()) / 2, BAR.width(), BAR.height())
        painter.drawImage(bar, self._ramp(np.linspace(-1, 1, LEVELS)[None]))
        painter.setPen(QColor(colors.line))
        painter.drawRect(bar)
        painter.setPen(QColor(colors.muted))
        painter.drawLine(QPointF(bar.center().x(), bar.bottom()), QPointF(bar.center().x(), bar.bottom() + 3))
        if self._mark is not None:
            self._paint_mark(painter, bar, min(max(self._mark, -1.0), 1.0))

    def _paint_mark(self, painter: QPainter, bar: QRectF, share: float) -> None:
        x = bar.center().x() + share * bar.width() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colors().text))
        tip = bar.top() + 3
        painter.drawPolygon(QPolygonF([QPointF(x, tip), QPointF(x - 4, tip - 7), QPointF(x + 4, tip - 7)]))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
