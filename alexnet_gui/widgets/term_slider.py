"""A slider over things that are added up: above each place stands what it adds."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from alexnet_gui import theme
from alexnet_gui.figure.colormap import diverging

MARGIN = 5  # at both ends, for the marker
TIP = 5  # height of the marker's tip
INK = 0.75  # of the strongest colour: a bar is told from the ground by both signs


class TermSlider(QSlider):
    """Bars up for what is above zero, down for what is below. A click goes to a place, the keys are a slider's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(80)
        self._terms: NDArray[np.floating] = np.zeros(0)
        self._limit = 1.0

    @property
    def terms(self) -> NDArray[np.floating]:
        """(N,), as given."""
        return self._terms

    def set_terms(self, terms: NDArray[np.floating], limit: float) -> None:
        """(N,), one for each place; NaN where nothing is added. `limit`: the longest bar, larger terms are cut off."""
        self._terms, self._limit = terms, limit
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, 32)

    minimumSizeHint = sizeHint

    @property
    def _count(self) -> int:
        return self.maximum() - self.minimum() + 1

    def middle_of(self, place: int) -> float:
        """Where a place is, in pixels from the left."""
        return MARGIN + (place + 0.5) * (self.width() - 2 * MARGIN) / self._count

    def place_at(self, x: float) -> int:
        """The place nearest to so many pixels from the left."""
        share = (x - MARGIN) / max(self.width() - 2 * MARGIN, 1)
        return min(max(int(share * self._count), 0), self._count - 1)

    # -- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), theme.colors()
        ground = QRectF(MARGIN, TIP, self.width() - 2 * MARGIN, self.height() - TIP - 2)
        painter.fillRect(ground, QColor(colors.surface))
        painter.setPen(QColor(colors.line))
        painter.drawRect(ground)
        painter.drawLine(QPointF(ground.left(), ground.center().y()), QPointF(ground.right(), ground.center().y()))
        if len(self._terms) == self._count:
            for place in range(self._count):
                self._paint_bar(painter, ground, place)
        if self.isEnabled():
            self._paint_marker(painter, ground)

    def _paint_bar(self, painter: QPainter, ground: QRectF, place: int) -> None:
        term = float(self._terms[place])
        if not np.isfinite(term):
            return
        share = min(max(term / self._limit, -1.0), 1.0)
        width = max(ground.width() / self._count - 1, 1 / self.devicePixelRatioF())
        height = share * (ground.height() / 2 - 1)
        bar = QRectF(self.middle_of(place) - width / 2, ground.center().y(), width, -height).normalized()
        painter.fillRect(bar, diverging(dark=theme.colors().dark).color(float(np.copysign(INK, share)), 1.0))

    def _paint_marker(self, painter: QPainter, ground: QRectF) -> None:
        accent = QColor(theme.colors().accent)
        x = self.middle_of(self.value())
        width = max(ground.width() / self._count, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(accent, 2 if self.hasFocus() else 1))
        painter.drawRect(QRectF(x - width / 2, ground.top(), width, ground.height()))
        painter.setBrush(accent)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygonF([QPointF(x, TIP), QPointF(x - TIP, 0), QPointF(x + TIP, 0)]))

    # -- pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setValue(self.place_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.setValue(self.place_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing was pressed that is drawn here."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
