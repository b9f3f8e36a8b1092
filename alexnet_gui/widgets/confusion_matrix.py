"""A confusion matrix: which classes are taken for which, cell by cell; one cell is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from alexnet_gui import theme
from alexnet_gui.formatting import count, percent

Cell = tuple[int, int]  # the class that it is, and the one that it was called
_SPACE = 6
_MOST_LABEL = 104  # pixels for the names of the classes
_FINEST = 12  # pixels: in smaller cells there is no room for names

_KEYS: dict[int, Cell] = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


@dataclass(frozen=True, slots=True)
class MatrixGeometry:
    """Where the cells of a square matrix are, in logical pixels."""

    left: float
    top: float
    cell: float
    classes: int

    def rect(self, cell: Cell) -> QRectF:
        return QRectF(self.left + cell[1] * self.cell, self.top + cell[0] * self.cell, self.cell, self.cell)

    def cell_at(self, point: QPointF) -> Cell | None:
        """The cell under a point, None beside the matrix."""
        row, column = (int((at - start) // self.cell) for at, start in ((point.y(), self.top), (point.x(), self.left)))
        inside = 0 <= row < self.classes and 0 <= column < self.classes
        return (row, column) if inside else None


class ConfusionMatrix(QWidget):
    """Rows are what the pictures are, columns what they were called, each cell coloured by its share of the row.

    ``chosen(cell)`` when a person clicks a cell or goes to it with the arrow keys; None when it is let go (Esc, or a
    click on it again).
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: NDArray[np.int64] = np.zeros((0, 0), np.int64)
        self._shares: NDArray[np.float64] = np.zeros((0, 0))
        self._names: tuple[str, ...] = ()
        self._cell: Cell | None = None
        self._hovered: Cell | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # -- what is shown

    def set_counts(self, counts: NDArray[np.int64], names: Sequence[str]) -> None:
        """Show (classes, classes): pictures of class i that were called j. The same cell stays chosen."""
        self._counts, self._names = counts, tuple(names)
        self._shares = counts / np.maximum(counts.sum(1, keepdims=True), 1)
        if self._cell and max(self._cell) >= len(counts):
            self._cell = None
        self._describe()
        self.update()

    @property
    def cell(self) -> Cell | None:
        """The chosen cell."""
        return self._cell

    def set_cell(self, cell: Cell | None) -> None:
        """Choose without saying so."""
        self._cell = cell
        self._describe()
        self.update()

    def words(self, cell: Cell) -> str:
        """A cell as a sentence."""
        label, called = (self._names[number] for number in cell)
        of, among, share = self._counts[cell], self._counts[cell[0]].sum(), percent(self._shares[cell])
        if cell[0] == cell[1]:
            text = self.tr("{label} recognised: {n} of {all} ({share})")
        else:
            text = self.tr("{label} taken for {called}: {n} of {all} ({share})")
        return text.format(label=label, called=called, n=count(int(of)), all=count(int(among)), share=share)

    def worst(self, limit: int = 3) -> list[Cell]:
        """The cells off the diagonal with the most pictures, most first; empty ones are none."""
        wrong = self._counts * (1 - np.eye(len(self._counts), dtype=np.int64))
        order = np.argsort(-wrong, axis=None, kind="stable")[:limit]
        cells = [divmod(int(place), len(self._counts)) for place in order]
        return [cell for cell in cells if wrong[cell]]

    def geometry_of_cells(self) -> MatrixGeometry:
        """Where the cells are."""
        metrics, classes = QFontMetricsF(theme.font("small")), max(len(self._counts), 1)
        title = metrics.height() + _SPACE  # of each axis
        label = min(_MOST_LABEL, max((metrics.horizontalAdvance(name) for name in self._names), default=0)) + _SPACE
        room = min(self.width(), self.height()) - title
        label = label if (room - label) / classes >= _FINEST else 0.0
        cell = (room - label) / classes
        cell = float(int(cell)) if cell >= 1 else max(cell, 0.01)  # whole pixels, where there are as many
        left = (self.width() - title - label - cell * classes) / 2 + title + label
        return MatrixGeometry(left, 0.0, cell, classes)

    def sizeHint(self) -> QSize:
        return QSize(420, 420)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 200)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if not len(self._counts):
            return
        painter, where = QPainter(self), self.geometry_of_cells()
        painter.drawImage(_square(where), self._image())
        self._paint_numbers(painter, where)
        self._paint_names(painter, where)
        painter.setPen(QColor(theme.colors().line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(_square(where))
        for cell, color, width in ((self._hovered, theme.colors().muted, 1.5), (self._cell, theme.colors().text, 2.5)):
            if cell:
                painter.setPen(QPen(QColor(color), width))
                painter.drawRect(where.rect(cell))

    def _image(self) -> QImage:
        """A pixel a cell. The root of the share: a mistake of one in a hundred is to be seen beside the diagonal."""
        colors = theme.colors()
        ground, right, wrong = (_rgb(name) for name in (colors.surface, colors.accent, colors.bad))
        strength = np.sqrt(self._shares)[..., None]
        own = np.eye(len(self._shares), dtype=bool)[..., None]
        mixed = ground + strength * (np.where(own, right, wrong) - ground)
        pixels = np.ascontiguousarray(mixed.round().astype(np.uint8))
        side = len(pixels)
        return QImage(pixels.data, side, side, 3 * side, QImage.Format.Format_RGB888).copy()

    def _paint_numbers(self, painter: QPainter, where: MatrixGeometry) -> None:
        painter.setFont(theme.font("small", figures=True))
        widest = painter.fontMetrics().horizontalAdvance(count(int(self._counts.max())))
        if where.cell < max(widest + 2, painter.fontMetrics().height()):
            return
        colors = theme.colors()
        for row, column in np.argwhere(self._counts):
            cell = int(row), int(column)
            strong = self._shares[cell] > 0.25  # then the ground is the accent, not the surface
            painter.setPen(QColor(colors.on_accent if strong else colors.text))
            painter.drawText(where.rect(cell), Qt.AlignmentFlag.AlignCenter, count(int(self._counts[cell])))

    def _paint_names(self, painter: QPainter, where: MatrixGeometry) -> None:
        colors = theme.colors()
        painter.setFont(theme.font("small"))
        metrics = painter.fontMetrics()
        square = _square(where)
        has_names = where.cell >= _FINEST
        widest = max((metrics.horizontalAdvance(name) for name in self._names), default=0)
        room = (min(widest, _MOST_LABEL) if has_names else 0) + _SPACE
        for number, name in enumerate(self._names if has_names else ()):
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, _MOST_LABEL)
            painter.setPen(QColor(colors.text))
            row = QRectF(square.left() - room, square.top() + number * where.cell, room - _SPACE, where.cell)
            painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
            below = QRectF(-square.bottom() - room, square.left() + number * where.cell, room - _SPACE, where.cell)
            painter.save()
            painter.rotate(-90)
            painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
            painter.restore()
        painter.setPen(QColor(colors.muted))
        line = metrics.height()
        center = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(square.left(), square.bottom() + room, square.width(), line), center, self.tr("called"))
        painter.save()
        painter.rotate(-90)
        beside = QRectF(-square.bottom(), square.left() - room - line, square.height(), line)
        painter.drawText(beside, center, self.tr("is"))
        painter.restore()

    # -- pointer and keyboard

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.geometry_of_cells().cell_at(event.position()) if len(self._counts) else None)
        if self._hovered:
            QToolTip.showText(event.globalPosition().toPoint(), self.words(self._hovered), self)
        else:
            QToolTip.hideText()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def _hover(self, cell: Cell | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.geometry_of_cells().cell_at(event.position()) if len(self._counts) else None
        if event.button() == Qt.MouseButton.LeftButton and cell:
            self._choose(None if cell == self._cell else cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = event.key(), len(self._counts) - 1
        if key == Qt.Key.Key_Escape and self._cell:
            self._choose(None)
        elif key in _KEYS and last >= 0:
            down, right = _KEYS[key] if self._cell else (0, 0)
            row, column = self._cell or (0, 0)
            self._choose((min(max(row + down, 0), last), min(max(column + right, 0), last)))
        else:
            super().keyPressEvent(event)

    def _choose(self, cell: Cell | None) -> None:
        self.set_cell(cell)
        self.chosen.emit(cell)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._describe()
        self.update()

    def _describe(self) -> None:
        """For screen readers: the chosen cell, else the worst."""
        cells = [self._cell] if self._cell else self.worst()
        self.setAccessibleDescription("; ".join(map(self.words, cells)))


def _square(where: MatrixGeometry) -> QRectF:
    side = where.cell * where.classes
    return QRectF(where.left, where.top, side, side)


def _rgb(name: str) -> NDArray[np.float64]:
    color = QColor(name)
    return np.array([color.red(), color.green(), color.blue()], np.float64)
