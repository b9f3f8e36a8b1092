"""A few pictures side by side, in each of which a part is pointed out."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from alexnet_gui import theme
from alexnet_gui.widgets.patch_view import paint_patch

GAP = 8


@dataclass(frozen=True, slots=True, eq=False)
class Tile:
    """``patch`` in shares of the picture, None for none; ``text`` says what it is."""

    picture: QImage
    patch: QRectF | None
    text: str


class PatchWall(QWidget):
    """Shows square pictures as large as they fit. Arrows walk, a click or Enter picks.

    ``hovered(number)``: under the pointer, or reached with the arrows; -1 for none.
    """

    picked = Signal(int)
    hovered = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(128, 128)
        self._tiles: tuple[Tile, ...] = ()
        self._current, self._under_pointer = 0, -1

    @property
    def tiles(self) -> tuple[Tile, ...]:
        return self._tiles

    def set_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show these, in this order."""
        self._tiles = tuple(tiles)
        self._current = min(self._current, max(len(tiles) - 1, 0))
        self.setAccessibleDescription(", ".join(tile.text for tile in tiles))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(224, 224)

    # -- where they are

    def _columns(self) -> int:
        """How many stand side by side, so that they are as large as can be."""
        count = len(self._tiles)
        return max(range(1, count + 1), key=lambda columns: (self._side(columns), -columns), default=1)

    def _side(self, columns: int) -> float:
        rows = -(-len(self._tiles) // columns)
        return min((self.width() - (columns + 1) * GAP) / columns, (self.height() - (rows + 1) * GAP) / rows)

    def place(self, number: int) -> QRectF:
        """Of a picture, in the widget."""
        columns = self._columns()
        side, rows = self._side(columns), -(-len(self._tiles) // columns)
        row, column = divmod(number, columns)
        left = (self.width() - columns * side - (columns - 1) * GAP) / 2
        top = (self.height() - rows * side - (rows - 1) * GAP) / 2
        return QRectF(left + column * (side + GAP), top + row * (side + GAP), side, side)

    def number_at(self, point: QPoint) -> int:
        """The picture at a point, -1 where there is none."""
        found = (number for number in range(len(self._tiles)) if self.place(number).contains(point.toPointF()))
        return next(found, -1)

    # -- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        accent = QColor(theme.colors().accent)
        for number, tile in enumerate(self._tiles):
            place = self.place(number)
            paint_patch(painter, place, tile.picture, tile.patch)
            if number == self._under_pointer or (self.hasFocus() and number == self._current):
                painter.setPen(QPen(accent, 2))
                painter.drawRect(place.adjusted(-3, -3, 3, 3))

    # -- pointer and keyboard

    def _hover(self, number: int) -> None:
        if number != self._under_pointer:
            self._under_pointer = number
            self.setCursor(Qt.CursorShape.ArrowCursor if number < 0 else Qt.CursorShape.PointingHandCursor)
            self.setToolTip(self._tiles[number].text if number >= 0 else "")
            self.update()
            self.hovered.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.number_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self.number_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and number >= 0:
            self._current = number
            self.picked.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns = self._columns()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        key = Qt.Key(event.key())
        if not self._tiles:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self._current)
        elif key in steps:
            self._current = min(max(self._current + steps[key], 0), len(self._tiles) - 1)
            self.update()
            self.hovered.emit(self._current)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
