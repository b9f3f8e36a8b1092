"""Places things row by row, in as many columns as there is room for."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class ColumnsLayout(QLayout):
    """All columns are as wide as the widest thing, all rows as high as the highest."""

    def __init__(self, parent: QWidget, *, column_gap: int, row_gap: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._column_gap, self._row_gap = column_gap, row_gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self._items) // self._columns(width))
        return rows * self._cell().height() + max(0, rows - 1) * self._row_gap

    def minimumSize(self) -> QSize:
        return self._cell()

    def sizeHint(self) -> QSize:
        return self._cell()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        cell, columns = self._cell(), self._columns(rect.width())
        for number, item in enumerate(self._items):
            row, column = divmod(number, columns)
            x = rect.x() + column * (cell.width() + self._column_gap)
            item.setGeometry(QRect(x, rect.y() + row * (cell.height() + self._row_gap), cell.width(), cell.height()))

    def _cell(self) -> QSize:
        """The room that each thing gets."""
        cell = QSize(0, 0)
        for item in self._items:
            cell = cell.expandedTo(item.sizeHint())
        return cell

    def _columns(self, width: int) -> int:
        return max(1, (width + self._column_gap) // max(1, self._cell().width() + self._column_gap))
