"""One map, large: the value under the pointer can be read and the unit picked."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from alexnet_gui import theme
from alexnet_gui.figure.colormap import diverging


class MapView(QWidget):
    """Shows an (H, W) array on a scale from -limit to limit, each value a square of whole pixels."""

    hovered = Signal(int, int)  # row and column of a value; -1, -1: none
    picked = Signal(int, int)  # row and column of a value that was clicked
    stepped = Signal(int)  # to the next (1) or the last (-1) map
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(96, 96)
        self._values: NDArray[np.floating] = np.zeros((1, 1), np.float32)
        self._limit = 1.0
        self._image = QImage()
        self._under_pointer = (-1, -1)

    @property
    def values(self) -> NDArray[np.floating]:
        """(H, W), as given."""
        return self._values

    def set_map(self, values: NDArray[np.floating], limit: float) -> None:
        """Show these values; `limit` is what the strongest colours stand for."""
        self._values, self._limit = values, limit
        self._image = diverging(dark=theme.colors().dark).image(values, limit)
        row, column = self._under_pointer
        if row >= values.shape[0] or column >= values.shape[1]:
            self._under_pointer = (-1, -1)
        self.update()

    def picture(self) -> QImage:
        """As it is drawn, for a file."""
        place = self._place()
        return self._image.scaled(place.width(), place.height())

    def _place(self) -> QRect:
        """In device pixels: the largest whole scale that fits, centred."""
        ratio = self.devicePixelRatioF()
        width, height = int(self.width() * ratio), int(self.height() * ratio)
        rows, columns = self._values.shape
        scale = max(min(width // columns, height // rows), 1)
        size = columns * scale, rows * scale
        return QRect((width - size[0]) // 2, (height - size[1]) // 2, *size)

    def value_at(self, point: QPoint) -> tuple[int, int]:
        """Row and column at a point of the widget, (-1, -1) outside."""
        place, ratio = self._place(), self.devicePixelRatioF()
        x, y = int(point.x() * ratio) - place.x(), int(point.y() * ratio) - place.y()
        scale = place.width() // self._values.shape[1]
        inside = 0 <= x < place.width() and 0 <= y < place.height()
        return (y // scale, x // scale) if inside else (-1, -1)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        ratio, place = self.devicePixelRatioF(), self._place()
        painter.scale(1 / ratio, 1 / ratio)
        painter.drawImage(place, self._image)
        if self._under_pointer[0] >= 0:
            painter.setPen(QPen(QColor(theme.colors().accent), 2 * ratio))
            painter.drawRect(self._rect_of(self._under_pointer))

    def _rect_of(self, cell: tuple[int, int]) -> QRectF:
        """Where a value is drawn, in device pixels."""
        place, (row, column) = self._place(), cell
        scale = place.width() // self._values.shape[1]
        return QRectF(place.x() + column * scale, place.y() + row * scale, scale, scale)

    def _hover(self, place: tuple[int, int]) -> None:
        if place != self._under_pointer:
            self._under_pointer = place
            self.update()
            self.hovered.emit(*place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.value_at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.value_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place[0] >= 0:
            self.picked.emit(*place)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover((-1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.stepped.emit(-1)
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.stepped.emit(1)
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self._image.isNull():
            self.set_map(self._values, self._limit)
