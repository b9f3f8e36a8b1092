"""All maps of a layer side by side, drawn value by value without smoothing."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from alexnet_gui import theme
from alexnet_gui.figure.colormap import diverging, limit_of
from alexnet_gui.figure.grid_layout import GridLayout, lay_out
from alexnet_gui.widgets.array_image import array_image

SMALLEST = 24  # pixels: maps are not drawn smaller, the grid is then scrolled
LINE = 1  # device pixels between two maps


class ImageGrid(QAbstractScrollArea):
    """Shows (N, H, W) arrays with H = W, or (N, H, W, 3) in colours, grey for zero. Arrows walk, a click or Enter
    opens."""

    opened = Signal(int)
    hovered = Signal(int)  # -1: none
    walked = Signal(int)  # the map that the arrows have reached

    def __init__(self, parent: QWidget | None = None, *, gap: int = 0) -> None:
        """`gap`: pixels between two maps, by default as little as tells them apart."""
        super().__init__(parent)
        self._gap = gap
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self._maps: NDArray[np.floating] = np.zeros((0, 1, 1), np.float32)
        self._each = True
        self._crossed: frozenset[int] = frozenset()
        self._mosaic = QImage()
        self._grid = GridLayout(0, 1, 1, 1, LINE, 0, 0)
        self._under_pointer = -1
        self.current = 0

    # -- what is shown

    @property
    def maps(self) -> NDArray[np.floating]:
        """(N, H, W) or (N, H, W, 3), as given."""
        return self._maps

    @property
    def crossed(self) -> frozenset[int]:
        """Which of them are crossed out."""
        return self._crossed

    @property
    def grid(self) -> GridLayout:
        """Where the maps are, in device pixels of the unscrolled picture."""
        return self._grid

    def set_maps(self, maps: NDArray[np.floating], *, each: bool, crossed: frozenset[int] = frozenset()) -> None:
        """Show these. `each`: every map on a scale of its own, else one scale for all; `crossed` are crossed out."""
        same = maps.shape == self._maps.shape
        self._maps, self._each, self._crossed = maps, each, crossed
        self._paint_mosaic()
        if not same:
            self.current, self._under_pointer = 0, -1
            self._arrange()
            self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def picture(self) -> QImage:
        """The whole grid as it is drawn, lines included, for a file."""
        grid = self._grid
        image = QImage(max(grid.width, 1), max(grid.height, 1), QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.translate(-grid.left, -grid.top)
        self._draw_maps(painter, range(grid.count))
        painter.end()
        return image

    def _paint_mosaic(self) -> None:
        """All maps in one column of pixels, one pixel a value."""
        maps, (count, height, width) = self._maps, self._maps.shape[:3]
        limit = limit_of(maps, axis=tuple(range(1, maps.ndim))) if self._each else limit_of(maps)
        column = count * height, width, *maps.shape[3:]
        limits = np.broadcast_to(limit, maps.shape).reshape(column) if count else limit
        if not count:
            self._mosaic = QImage()
        elif maps.ndim == 4:
            shares = np.clip(np.nan_to_num(maps.reshape(column) / limits), -1, 1)
            self._mosaic = array_image(np.rint(127.5 + 127.5 * shares).astype(np.uint8))
        else:
            self._mosaic = diverging(dark=theme.colors().dark).image(maps.reshape(column), limits)

    def _arrange(self) -> None:
        ratio = self.devicePixelRatioF()
        port = self.viewport().rect()
        width, height = int(port.width() * ratio), int(port.height() * ratio)
        count, side = len(self._maps), self._maps.shape[1]
        line = max(LINE, round(self._gap * ratio))
        smallest = max(round(SMALLEST * ratio), side * int(ratio))  # a value is never smaller than a pixel of 100 %
        self._grid = lay_out(count, side, width=width, height=height, smallest=smallest, line=line)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(self._grid.top + self._grid.height - height, 0) if count else 0)
        bar.setPageStep(height)
        bar.setSingleStep(self._grid.pitch)

    # -- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        ratio, top = self.devicePixelRatioF(), self.verticalScrollBar().value()
        painter.scale(1 / ratio, 1 / ratio)
        painter.translate(0, -top)
        seen = self._grid.between(top, top + int(self.viewport().height() * ratio))
        self._draw_maps(painter, seen)
        accent = QColor(theme.colors().accent)
        if self.hasFocus() and self.current in seen:
            self._draw_frame(painter, self.current, QPen(accent, 2 * ratio))
        if self._under_pointer in seen:
            self._draw_frame(painter, self._under_pointer, QPen(accent, ratio))

    def _draw_maps(self, painter: QPainter, indices: range) -> None:
        height, width = self._maps.shape[1:3]
        line = QColor(theme.colors().line)
        for index in indices:
            left, top, side = self._grid.rect(index)
            painter.fillRect(left - LINE, top - LINE, side + 2 * LINE, side + 2 * LINE, line)
            painter.drawImage(QRect(left, top, side, side), self._mosaic, QRect(0, index * height, width, height))
            if index in self._crossed:
                self._cross(painter, QRectF(left, top, side, side))

    def _cross(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(QPen(QColor(theme.colors().muted), self.devicePixelRatioF()))
        painter.drawLine(place.topLeft(), place.bottomRight())
        painter.drawLine(place.topRight(), place.bottomLeft())

    def _draw_frame(self, painter: QPainter, index: int, pen: QPen) -> None:
        left, top, side = self._grid.rect(index)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        half = pen.widthF() / 2
        painter.drawRect(QRectF(left, top, side, side).adjusted(-half, -half, half, half))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_mosaic()
            self.viewport().update()

    # -- pointer and keyboard

    def index_at(self, point: QPoint) -> int:
        """The map at a point of the viewport, -1 where there is none."""
        ratio = self.devicePixelRatioF()
        y = round(point.y() * ratio) + self.verticalScrollBar().value()
        found = self._grid.index_at(round(point.x() * ratio), y)
        return -1 if found is None else found

    def _hover(self, index: int) -> None:
        if index != self._under_pointer:
            self._under_pointer = index
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor if index < 0 else Qt.CursorShape.PointingHandCursor)
            self.viewport().update()
            self.hovered.emit(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.index_at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.index_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self.current = index
            self.opened.emit(index)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._grid.columns,
            Qt.Key.Key_Down: self._grid.columns,
            Qt.Key.Key_Home: -len(self._maps),
            Qt.Key.Key_End: len(self._maps),
        }
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and len(self._maps):
            self.opened.emit(self.current)
        elif key in steps and len(self._maps):
            self.go_to(self.current + steps[key])
        else:
            super().keyPressEvent(event)

    def go_to(self, index: int) -> None:
        """Make a map the current one, in sight."""
        self.current = min(max(index, 0), len(self._maps) - 1)
        _, top, side = self._grid.rect(self.current)
        bar = self.verticalScrollBar()
        bar.setValue(min(max(bar.value(), top + side - bar.pageStep()), top))
        self.viewport().update()
        self.walked.emit(self.current)
