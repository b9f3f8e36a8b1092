"""A few named values as bars from zero, to the right and, where there are such, to the left."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from alexnet_gui import theme
from alexnet_gui.figure.colormap import diverging
from alexnet_gui.figure.map_statistics import number_text

SPACE = 8
WIDEST = 720  # pixels


class ValueBars(QWidget):
    """One row a value, coloured as maps are; the largest in bold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: NDArray[np.floating] = np.zeros(0, np.float32)
        self._labels: tuple[str, ...] = ()
        self._limit = 1.0
        self._both_sides = True

    @property
    def values(self) -> NDArray[np.floating]:
        """(N,), as given."""
        return self._values

    def set_values(
        self, values: NDArray[np.floating], labels: Sequence[str], limit: float, *, both_sides: bool = True
    ) -> None:
        """Show (N,) values with their names; `limit` is the length of the longest bar. Without `both_sides` no value
        is below zero, and none has room."""
        self._values, self._labels, self._limit, self._both_sides = values, tuple(labels), limit, both_sides
        self.setAccessibleDescription(
            ", ".join(f"{label} {number_text(value)}" for label, value in zip(labels, values, strict=True))
        )
        self.updateGeometry()
        self.update()

    def row_height(self) -> float:
        """Of one value; rows share the height, within limits."""
        line = QFontMetrics(theme.font()).height()
        return min(max(self.height() / max(len(self._values), 1), line), 1.8 * line)

    def sizeHint(self) -> QSize:
        line = QFontMetrics(theme.font()).height()
        return QSize(480, line * max(len(self._values), 1))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        metrics = QFontMetrics(theme.font(bold=True))
        names = max((metrics.horizontalAdvance(label) for label in self._labels), default=0)
        figures = metrics.horizontalAdvance("−000.000")
        width = min(self.width(), WIDEST)
        left = (self.width() - width) / 2
        track = QRectF(left + names + SPACE, 0, width - names - figures - 2 * SPACE, self.height())
        height = self.row_height()
        top = (self.height() - height * len(self._values)) / 2
        for number, value in enumerate(self._values):
            row = QRectF(left, top + number * height, width, height)
            self._paint_row(painter, row, track, number, float(value))
        painter.setPen(QColor(theme.colors().muted))
        zero = round(self._zero(track))
        painter.drawLine(zero, round(top), zero, round(top + height * len(self._values)))

    def _zero(self, track: QRectF) -> float:
        return track.center().x() if self._both_sides else track.left()

    def _paint_row(self, painter: QPainter, row: QRectF, track: QRectF, number: int, value: float) -> None:
        colors = theme.colors()
        best = bool(number == int(np.argmax(self._values)))
        painter.setFont(theme.font(figures=True, bold=best))
        painter.setPen(QColor(colors.text))
        name = QRectF(row.left(), row.top(), track.left() - SPACE - row.left(), row.height())
        painter.drawText(name, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._labels[number])
        painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number_text(value))
        share = min(max(value / self._limit, -1.0), 1.0) if np.isfinite(value) else 0.0
        inset = row.height() * 0.22
        length = share * (track.width() / 2 if self._both_sides else track.width())
        bar = QRectF(self._zero(track), row.top() + inset, length, row.height() - 2 * inset).normalized()
        painter.fillRect(bar, diverging(dark=colors.dark).color(0.75 * np.sign(share), 1.0))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
