"""A picture with evidence over it."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from alexnet_gui import theme
from alexnet_gui.figure.evidence_colors import overlay, strongest

SMALLEST = 96


class OverlayView(QWidget):
    """Shows a square picture and over it an (H, W) map, at the map's resolution. A click or Enter opens."""

    opened = Signal()
    hovered = Signal(int, int)  # row and column of a value; -1, -1: none
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(SMALLEST, SMALLEST)
        self._picture, self._whole = QImage(), QImage()
        self._values: NDArray[np.floating] | None = None
        self._opacity = 0.5
        self._mark = (-1, -1)

    # -- what is shown

    @property
    def values(self) -> NDArray[np.floating] | None:
        """The map, (H, W), as given."""
        return self._values

    @property
    def limit(self) -> float:
        """What the strongest colours stand for."""
        return 1.0 if self._values is None else strongest(self._values)

    @property
    def below(self) -> QImage:
        """The picture alone, as given."""
        return self._picture

    def set_picture(self, picture: QImage) -> None:
        """What lies below."""
        self._picture = picture
        self._compose()

    def set_map(self, values: NDArray[np.floating] | None) -> None:
        """What lies above; None for nothing."""
        self._values = values
        self._mark = (-1, -1)
        self._compose()

    def set_opacity(self, opacity: float) -> None:
        """How much the map covers, 0 to 1: see `alexnet_gui.figure.evidence_colors.overlay`."""
        self._opacity = opacity
        self._compose()

    def set_mark(self, row: int, column: int) -> None:
        """Point out a place of the map; -1, -1 for none."""
        self._mark = row, column
        self.update()

    def picture(self) -> QImage:
        """Picture and map, a pixel a value of the map."""
        return self._whole

    def sizeHint(self) -> QSize:
        return QSize(192, 192)

    def _compose(self) -> None:
        if self._values is None or self._picture.isNull():
            self._whole = self._picture
        else:
            height, width = self._values.shape
            smooth = Qt.TransformationMode.SmoothTransformation
            below = self._picture.scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._whole = below.convertToFormat(QImage.Format.Format_RGB32)
            painter = QPainter(self._whole)
            painter.drawImage(0, 0, overlay(self._values, self.limit, self._opacity))
            painter.end()
        self.update()

    # -- drawing

    def place(self) -> QRect:
        """Where it is painted, in device pixels: enlarged, each value is a square of whole pixels."""
        ratio = self.devicePixelRatioF()
        width, height = int(self.width() * ratio), int(self.height() * ratio)
        side, room = max(self._whole.width(), 1), min(width, height) - 2 * round(2 * ratio)
        size = side * (room // side) if room >= side else room
        return QRect((width - size) // 2, (height - size) // 2, size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._whole.isNull():
            return
        painter, ratio, place = QPainter(self), self.devicePixelRatioF(), self.place()
        painter.scale(1 / ratio, 1 / ratio)
        if place.width() < self._whole.width():
            smooth = Qt.TransformationMode.SmoothTransformation
            painter.drawImage(place, self._whole.scaled(place.size(), Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
        else:
            painter.drawImage(place, self._whole)
        colors = theme.colors()
        line = QPen(QColor(colors.accent if self.hasFocus() else colors.line), ratio * (2 if self.hasFocus() else 1))
        line.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(line)
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        self._paint_mark(painter, place, ratio)

    def _paint_mark(self, painter: QPainter, place: QRect, ratio: float) -> None:
        row, column = self._mark
        if row < 0 or self._values is None:
            return
        scale = place.width() / self._values.shape[1]
        x, y = place.x() + round((column + 0.5) * scale), place.y() + round((row + 0.5) * scale)
        painter.setClipRect(place)
        for width, color in ((3 * ratio, "#000000"), (ratio, "#ffffff")):  # seen on any picture
            painter.setPen(QPen(QColor(color), width))
            painter.drawLine(x - round(6 * ratio), y, x + round(6 * ratio), y)
            painter.drawLine(x, y - round(6 * ratio), x, y + round(6 * ratio))

    # -- pointer and keyboard

    def value_at(self, point: QPoint) -> tuple[int, int]:
        """Row and column at a point of the widget, (-1, -1) outside and without a map."""
        place, ratio = self.place(), self.devicePixelRatioF()
        spot = QPoint(int(point.x() * ratio), int(point.y() * ratio))
        if self._values is None or not place.contains(spot):
            return -1, -1
        rows, columns = self._values.shape
        return (spot.y() - place.y()) * rows // place.height(), (spot.x() - place.x()) * columns // place.width()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hovered.emit(*self.value_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(-1, -1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.opened.emit()
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Escape | Qt.Key.Key_Backspace:
                self.closed.emit()
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
