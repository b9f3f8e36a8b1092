"""A small histogram: bars between two ends that are named below it, with a line at zero."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from alexnet_gui import theme
from alexnet_gui.figure.map_statistics import number_text
from alexnet_gui.run.spread import middle_half

_BARS = 44  # pixels in height


class HistogramView(QWidget):
    """What it shows is told to screen readers in words; without values it is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low = self._high = 0.0
        self._bins: NDArray[np.integer] = np.zeros(1, np.int64)
        self._kind = ""
        self.setFont(theme.font("small", figures=True))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_histogram(self, low: float, high: float, bins: NDArray[np.integer], kind: str) -> None:
        """How many values lie in each of equally wide `bins` from `low` to `high`; `kind` of a layer gives the
        colour."""
        self._low, self._high, self._bins, self._kind = low, high, bins, kind
        self.setAccessibleDescription(self._words())
        self.setToolTip(self._words())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, _BARS + self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(64, self.sizeHint().height())

    def _words(self) -> str:
        if not self._bins.sum():
            return self.tr("no value other than 0")
        half = middle_half(self._low, self._high, self._bins)
        low, high, first, last = map(number_text, (self._low, self._high, *half))
        return self.tr("from {low} to {high}, half of them between {first} and {last}").format(
            low=low, high=high, first=first, last=last
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = theme.colors()
        ground = QPointF(0, _BARS)
        painter.setPen(QColor(colors.line))
        painter.drawLine(QLineF(ground, QPointF(self.width(), _BARS)))
        if not self._bins.sum():
            return
        step, most = self.width() / len(self._bins), int(self._bins.max())
        for number in np.flatnonzero(self._bins):
            left, right = round(number * step), round((number + 1) * step)
            height = max(1.0, self._bins[number] / most * (_BARS - 2))
            painter.fillRect(QRectF(left, _BARS - height, right - left, height), QColor(colors.layer(self._kind)))
        painter.setPen(QColor(colors.muted))
        row = QRectF(0, _BARS, self.width(), self.height() - _BARS)
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, number_text(self._low))
        painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number_text(self._high))
        if self._low < 0 < self._high:
            zero = -self._low / (self._high - self._low) * self.width()
            painter.drawLine(QLineF(zero, 0, zero, _BARS))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleDescription(self._words())
            self.setToolTip(self._words())
        self.update()
