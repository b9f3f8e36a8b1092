"""A small array as a grid of its numbers, each cell in the colour of its value."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from alexnet_gui import theme
from alexnet_gui.figure.cell_text import WIDEST, WIDEST_DENSE, cell_scale
from alexnet_gui.figure.colormap import diverging
from alexnet_gui.figure.map_statistics import number_text

LARGEST = QSize(56, 32)  # of a cell
DENSE = 8  # columns: from here on, numbers are written as short as can be
Cell = tuple[int, int]


class NumberGrid(QWidget):
    """Shows (H, W) numbers. ``pointed`` follows the mouse and the arrow keys; Enter or a double click opens a cell."""

    pointed = Signal(int, int)  # row and column; -1, -1: none
    opened = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._values: NDArray[np.floating] = np.zeros((1, 1))
        self._limit = 1.0
        self._scale = cell_scale(self._values)
        self._padding: NDArray[np.bool_] = np.zeros((1, 1), bool)
        self._mark: Cell | None = None
        self._current: Cell | None = None

    @property
    def values(self) -> NDArray[np.floating]:
        """(H, W), as given."""
        return self._values

    @property
    def current(self) -> Cell | None:
        """The cell that is pointed at."""
        return self._current

    @property
    def note(self) -> str:
        """What all numbers are to be multiplied by, "" for nothing: "×10⁻³"."""
        return self._scale.note

    def set_numbers(
        self,
        values: NDArray[np.floating],
        limit: float,
        *,
        padding: NDArray[np.bool_] | None = None,
        mark: Cell | None = None,
    ) -> None:
        """`limit`: what the strongest colours stand for. `padding`: hatched cells. `mark`: a framed one."""
        if values.shape != self._values.shape:
            self._current = None
            self.updateGeometry()
        self._values, self._limit, self._mark = values, limit, mark
        self._padding = np.zeros(values.shape, bool) if padding is None else padding
        self._scale = cell_scale(values, dense=self._dense)
        rows = ("  ".join(number_text(value) for value in row) for row in values)
        self.setAccessibleDescription("; ".join(rows))
        self.update()

    @property
    def _dense(self) -> bool:
        return self._values.shape[1] >= DENSE

    def point_at(self, cell: Cell | None) -> None:
        """Show a cell as pointed at, without saying so."""
        rows, columns = self._values.shape
        if cell is not None and not (cell[0] < rows and cell[1] < columns):
            cell = None
        if cell != self._current:
            self._current = cell
            self.update()

    # -- geometry

    def _smallest(self) -> QSize:
        metrics = QFontMetrics(theme.font("small", figures=True))
        widest, margin = (WIDEST_DENSE, 1) if self._dense else (WIDEST, 4)
        return QSize(metrics.horizontalAdvance(widest) + margin, metrics.height() + 1)

    def minimumSizeHint(self) -> QSize:
        rows, columns = self._values.shape
        cell = self._smallest()
        return QSize(columns * cell.width() + 1, rows * cell.height() + 1)

    def sizeHint(self) -> QSize:
        rows, columns = self._values.shape
        return QSize(columns * LARGEST.width() + 1, rows * LARGEST.height() + 1)

    def place(self) -> QRect:
        """Of all cells, in the middle of the widget."""
        rows, columns = self._values.shape
        smallest = self._smallest()
        width = min(max((self.width() - 1) // columns, smallest.width()), max(LARGEST.width(), smallest.width()))
        height = min(max((self.height() - 1) // rows, smallest.height()), max(LARGEST.height(), smallest.height()))
        left, top = (self.width() - columns * width) // 2, (self.height() - rows * height) // 2
        return QRect(max(left, 0), max(top, 0), columns * width, rows * height)

    def rect_of(self, cell: Cell) -> QRect:
        """Where a cell is drawn."""
        place = self.place()
        rows, columns = self._values.shape
        width, height = place.width() // columns, place.height() // rows
        return QRect(place.x() + cell[1] * width, place.y() + cell[0] * height, width, height)

    def cell_at(self, point: QPoint) -> Cell | None:
        """The cell at a point of the widget."""
        place = self.place()
        if not place.contains(point):
            return None
        size = self.rect_of((0, 0)).size()
        return (point.y() - place.y()) // size.height(), (point.x() - place.x()) // size.width()

    # -- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), theme.colors()
        painter.setFont(theme.font("small", figures=True))
        for cell in np.ndindex(self._values.shape):
            self._paint_cell(painter, self.rect_of(cell), cell)
        if self._mark is not None:
            painter.setPen(QPen(QColor(colors.text), 2))
            painter.drawRect(self.rect_of(self._mark).adjusted(1, 1, -1, -1))
        if self._current is not None:
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.drawRect(self.rect_of(self._current).adjusted(1, 1, -1, -1))
        if self.hasFocus():
            painter.setPen(QPen(QColor(colors.accent), 1))
            painter.drawRect(self.place())

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        colors, value = theme.colors(), float(self._values[cell])
        ground = diverging(dark=colors.dark).color(value, self._limit)
        ink = QColor("#000000" if ground.lightness() > 140 else "#ffffff")
        if self._padding[cell]:
            painter.fillRect(rect, QColor(colors.window))
            painter.fillRect(rect, QBrush(QColor(colors.line), Qt.BrushStyle.BDiagPattern))
            ink = QColor(colors.muted)
        else:
            painter.fillRect(rect, ground)
        painter.setPen(QColor(colors.line))
        painter.drawRect(rect)
        painter.setPen(ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._scale.text(value))

    # -- pointer and keyboard

    def _point(self, cell: Cell | None) -> None:
        if cell != self._current:
            self._current = cell
            self.update()
            self.pointed.emit(*(cell or (-1, -1)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.cell_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if cell := self.cell_at(event.position().toPoint()):
            self.opened.emit(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        key = Qt.Key(event.key())
        if key in steps:
            rows, columns = self._values.shape
            row, column = self._current or (0, 0)
            by = steps[key] if self._current else (0, 0)
            self._point((min(max(row + by[0], 0), rows - 1), min(max(column + by[1], 0), columns - 1)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current:
            self.opened.emit(*self._current)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.updateGeometry()
        self.update()
