"""A small table of texts and numbers that a click on a heading sorts."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from alexnet_gui import theme


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell: its text, and the number that it is sorted by, None for a text."""

    text: str
    number: float | None = None


class SortableTable(QTableWidget):
    """A row keeps its number, `row_of`, wherever it is sorted to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(theme.font(figures=True))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumHeight(28)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSortIndicatorShown(True)
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def set_headings(self, headings: Sequence[str]) -> None:
        self.setColumnCount(len(headings))
        self.setHorizontalHeaderLabels(list(headings))

    def set_rows(self, rows: Sequence[Sequence[Entry]]) -> None:
        """Show these, sorted as they were; unsorted, in their order. The same row stays chosen."""
        chosen = self.row_of(self.currentRow())
        self.setSortingEnabled(False)
        self.setRowCount(len(rows))
        for number, entries in enumerate(rows):
            for column, entry in enumerate(entries):
                item = _Item(entry)
                item.setData(Qt.ItemDataRole.UserRole, number)
                self.setItem(number, column, item)
        self.setSortingEnabled(True)
        for row in range(len(rows)):
            if chosen is not None and self.row_of(row) == chosen:
                self.setCurrentCell(row, 0)

    def row_of(self, row: int) -> int | None:
        """The number, as it was given, of a row as it is shown."""
        item = self.item(row, 0)
        return None if item is None else item.data(Qt.ItemDataRole.UserRole)


class _Item(QTableWidgetItem):
    def __init__(self, entry: Entry) -> None:
        super().__init__(entry.text)
        self._number = entry.number
        side = Qt.AlignmentFlag.AlignLeft if entry.number is None else Qt.AlignmentFlag.AlignRight
        self.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def __lt__(self, other: Self) -> bool:  # pyright: ignore[reportIncompatibleMethodOverride]
        if self._number is None or other._number is None:
            return self.text().casefold() < other.text().casefold()
        mine, its = (-math.inf if math.isnan(number) else number for number in (self._number, other._number))
        return mine < its
