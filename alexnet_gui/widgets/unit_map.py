"""One map with one of its values chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from alexnet_gui import theme
from alexnet_gui.widgets.map_view import MapView

SMALLEST = 6  # device pixels: a frame around a value is not drawn smaller


class UnitMap(MapView):
    """A click, a drag or the arrow keys choose a value; Page Up and Page Down ask for another map, Esc to go back."""

    chosen = Signal(int, int)  # row and column

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = (0, 0)
        self.picked.connect(self._choose)

    @property
    def place(self) -> tuple[int, int]:
        """Row and column of the value that is chosen."""
        return self._chosen

    def set_place(self, row: int, column: int) -> None:
        """Choose without saying so."""
        self._chosen = row, column
        self.update()

    def _choose(self, row: int, column: int) -> None:
        rows, columns = self.values.shape
        place = min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)
        if place != self._chosen:
            self.set_place(*place)
            self.chosen.emit(*place)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        ratio, colors = self.devicePixelRatioF(), theme.colors()
        painter.scale(1 / ratio, 1 / ratio)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colors.accent), ratio))
            painter.drawRect(self._place().adjusted(-2, -2, 1, 1))
        rect = self._rect_of(self._chosen)
        grow = max((SMALLEST * ratio - rect.width()) / 2, 1)
        rect.adjust(-grow, -grow, grow, grow)
        painter.setPen(QPen(QColor(colors.window), 4 * ratio))
        painter.drawRect(rect)
        painter.setPen(QPen(QColor(colors.accent), 2 * ratio))
        painter.drawRect(rect)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        row, column = self.value_at(event.position().toPoint())
        if event.buttons() & Qt.MouseButton.LeftButton and row >= 0:
            self._choose(row, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, column = self._chosen
        places = {
            Qt.Key.Key_Left: (row, column - 1),
            Qt.Key.Key_Right: (row, column + 1),
            Qt.Key.Key_Up: (row - 1, column),
            Qt.Key.Key_Down: (row + 1, column),
            Qt.Key.Key_Home: (row, 0),
            Qt.Key.Key_End: (row, self.values.shape[1] - 1),
        }
        key = Qt.Key(event.key())
        if key in places:
            self._choose(*places[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.stepped.emit(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)
