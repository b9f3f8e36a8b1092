"""Points of several classes in a plane: pointed at, walked, and caught with a lasso."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QApplication, QWidget

from alexnet_gui import theme
from alexnet_gui.figure.class_marks import ClassMark, mark_of

_RADIUS = 3.5  # pixels, of a mark
_REACH = 10.0  # pixels: so near counts as on it
_MARGIN = 16
_STRONG, _FAINT = 220, 40  # of 255: what is meant, and what is not


class ScatterView(QWidget):
    """A click or the arrows choose a point, a drag draws a lasso around some, Esc lets them go.

    ``hovered(index)``: under the pointer, -1 for none; ``chosen(index)``; ``caught(indices)`` when the lasso is closed
    or, with none, when it is let go.
    """

    hovered = Signal(int)
    chosen = Signal(int)
    caught = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 120)
        self._points: NDArray[np.floating] = np.zeros((0, 2), np.float32)
        self._classes: NDArray[np.integer] = np.zeros(0, np.int64)
        self._meant: int | None = None  # the class that stands out
        self._current = self._under_pointer = -1
        self._lasso: list[QPointF] = []
        self._within: NDArray[np.integer] = np.zeros(0, np.int64)
        self._pressed = False
        self._marks = QPixmap()  # all points as they are, painted once

    @property
    def current(self) -> int:
        """The point that was chosen last, -1 for none."""
        return self._current

    @property
    def within(self) -> NDArray[np.integer]:
        """The points that the lasso caught."""
        return self._within

    def set_points(self, points: NDArray[np.floating], classes: NDArray[np.integer]) -> None:
        """(N, 2), and of which class each is. The same points elsewhere stay chosen and caught."""
        if len(points) != len(self._points):
            self._current = self._under_pointer = -1
            self._within = np.zeros(0, np.int64)
        self._points, self._classes = points, classes
        self._lasso = []
        self._redraw()

    def mean(self, number: int | None) -> None:
        """Let one class stand out; None for all."""
        if number != self._meant:
            self._meant = number
            self._redraw()

    def choose(self, index: int) -> None:
        """Choose a point."""
        if 0 <= index < len(self._points):
            self._current = index
            self.update()
            self.chosen.emit(index)

    # -- where they are

    def places(self) -> NDArray[np.floating]:
        """(N, 2) in the widget, on one scale for both axes, y upwards."""
        if not len(self._points):
            return np.zeros((0, 2))
        low, high = self._points.min(axis=0), self._points.max(axis=0)
        room = np.array([self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN], np.float64)
        scale = float((room / np.maximum(high - low, 1e-9)).min())
        middle = np.array([self.width(), self.height()]) / 2
        return middle + (self._points - (low + high) / 2) * np.array([scale, -scale])

    def _nearest(self, place: QPointF) -> int:
        places = self.places()
        if not len(places):
            return -1
        distances = np.hypot(*(places - (place.x(), place.y())).T)
        index = int(distances.argmin())
        return index if distances[index] <= _REACH else -1

    # -- drawing

    def _redraw(self) -> None:
        self._marks = QPixmap()
        self.update()

    def _paint_marks(self) -> QPixmap:
        ratio, dark = self.devicePixelRatioF(), theme.colors().dark
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        places, meant = self.places(), self._are_meant()
        for stands_out in (False, True):  # above the others
            for number in np.unique(self._classes).tolist():
                mark = mark_of(number, dark=dark)
                color = QColor(mark.color)
                color.setAlpha(_STRONG if stands_out else _FAINT)
                painter.setBrush(color)
                for x, y in places[(self._classes == number) & (meant == stands_out)]:
                    paint_mark(painter, mark, x, y, _RADIUS)
        painter.end()
        return pixmap

    def _are_meant(self) -> NDArray[np.bool_]:
        """(N,): which stand out: of the class that is meant, and in the lasso where there is one."""
        meant = np.full(len(self._points), self._meant is None) | (self._classes == self._meant)
        if len(self._within):
            caught = np.zeros(len(self._points), bool)
            caught[self._within] = True
            meant &= caught
        return meant

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._marks.isNull() and len(self._points):
            self._marks = self._paint_marks()
        painter, colors = QPainter(self), theme.colors()
        painter.fillRect(self.rect(), QColor(colors.surface))
        painter.drawPixmap(0, 0, self._marks)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = self.places()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for index, color in ((self._under_pointer, colors.muted), (self._current, colors.accent)):
            if index >= 0:
                painter.setPen(QPen(QColor(color), 2))
                painter.drawEllipse(QPointF(*places[index]), _RADIUS + 4, _RADIUS + 4)
        if self._lasso:
            shade = QColor(colors.accent)
            painter.setPen(QPen(shade, 1, Qt.PenStyle.DashLine))
            shade.setAlpha(_FAINT)
            painter.setBrush(shade)
            painter.drawPolygon(QPolygonF(self._lasso))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(colors.accent if self.hasFocus() else colors.line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def resizeEvent(self, event: QEvent) -> None:
        self._lasso = []
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._redraw()

    # -- pointer and keyboard

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._lasso = True, [event.position()]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed:
            self._lasso.append(event.position())
            self.update()
            return
        index = self._nearest(event.position())
        if index != self._under_pointer:
            self._under_pointer = index
            self.setCursor(Qt.CursorShape.PointingHandCursor if index >= 0 else Qt.CursorShape.CrossCursor)
            self.update()
            self.hovered.emit(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._pressed:
            return
        self._pressed = False
        lasso = QPolygonF(self._lasso)
        if max(lasso.boundingRect().width(), lasso.boundingRect().height()) < QApplication.startDragDistance():
            self._lasso = []
            self.update()
            self.choose(self._nearest(event.position()))
            return
        places = self.places()
        inside = [lasso.containsPoint(QPointF(x, y), Qt.FillRule.OddEvenFill) for x, y in places]
        self._catch(np.flatnonzero(inside))

    def _catch(self, indices: NDArray[np.integer]) -> None:
        self._within = indices
        if not len(indices):
            self._lasso = []
        self._redraw()
        self.caught.emit(indices)

    def leaveEvent(self, event: QEvent) -> None:
        if self._under_pointer >= 0:
            self._under_pointer = -1
            self.update()
            self.hovered.emit(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        key = Qt.Key(event.key())
        if key in steps and len(self._points):
            self.choose(self._next(*steps[key]))
        elif key == Qt.Key.Key_Escape and (len(self._within) or self._lasso):
            self._catch(np.zeros(0, np.int64))
        else:
            super().keyPressEvent(event)

    def _next(self, right: int, down: int) -> int:
        """The nearest point in a direction: no farther aside than ahead."""
        if self._current < 0:
            return 0
        places = self.places()
        x, y = (places - places[self._current]).T
        ahead, aside = (x * right, np.abs(y)) if right else (y * down, np.abs(x))
        distances = np.where((ahead > 0.5) & (aside <= ahead), ahead + aside, np.inf)
        return int(distances.argmin()) if np.isfinite(distances).any() else self._current


def paint_mark(painter: QPainter, mark: ClassMark, x: float, y: float, radius: float) -> None:
    """The shape of a class, in the painter's brush."""
    if mark.shape == "circle":
        painter.drawEllipse(QPointF(x, y), radius, radius)
    elif mark.shape == "square":
        painter.drawRect(QRectF(x - 0.85 * radius, y - 0.85 * radius, 1.7 * radius, 1.7 * radius))
    else:
        corners = _CORNERS[mark.shape]
        painter.drawPolygon(QPolygonF([QPointF(x + right * radius, y + down * radius) for right, down in corners]))


_CORNERS: dict[str, Sequence[tuple[float, float]]] = {
    "triangle": ((0, -1.15), (1.1, 0.85), (-1.1, 0.85)),
    "diamond": ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
}
