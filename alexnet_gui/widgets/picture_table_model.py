"""The table of many classified pictures: millions of rows in plain columns, sorted by numbers, not by objects."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from alexnet_gui.widgets.top_k_bars import percentage

FILE, LABEL, PROBABILITY, ERROR = range(4)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PictureRow:
    """One picture. ``label`` is empty where there is an ``error``."""

    source: Path | bytes
    label: str
    probability: float
    error: str


class PictureTableModel(QAbstractTableModel):
    """Rows come in at the end; a click on a header sorts those that are there."""

    def __init__(self, icon_of: Callable[[int], QIcon | None], parent: Any = None) -> None:
        """`icon_of` gives the thumbnail of an entry, or None where it comes later (see `icon_came`)."""
        super().__init__(parent)
        self._icon_of = icon_of
        self._headers = ("", "", "", "")
        self.pasted = "{number}"
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        self.beginResetModel()
        self._sources: list[Path | bytes] = []
        self._labels: dict[str, int] = {}  # in the order of their first coming
        self._label_of = array("i")
        self._probabilities = array("f")
        self._errors: dict[int, str] = {}
        self._order = np.zeros(0, np.int64)
        self.endResetModel()

    def set_headers(self, headers: Sequence[str], pasted: str) -> None:
        """The four titles, and the name of what has no file ("picture {number}")."""
        self._headers, self.pasted = tuple(headers), pasted
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, FILE, ERROR)

    def add(self, rows: Iterable[PictureRow]) -> None:
        """More rows, below the others."""
        rows = list(rows)
        if not rows:
            return
        before = len(self._sources)
        self.beginInsertRows(QModelIndex(), before, before + len(rows) - 1)
        for entry, row in enumerate(rows, before):
            self._sources.append(row.source)
            self._label_of.append(self._labels.setdefault(row.label, len(self._labels)))
            self._probabilities.append(row.probability)
            if row.error:
                self._errors[entry] = row.error
        self._order = np.concatenate([self._order, np.arange(before, before + len(rows))])
        self.endInsertRows()

    @property
    def failures(self) -> int:
        """How many have an error."""
        return len(self._errors)

    def first_readable(self) -> int | None:
        """The first row without an error, None where there is none."""
        return next((row for row, entry in enumerate(self._order.tolist()) if entry not in self._errors), None)

    def source(self, row: int) -> Path | bytes:
        """The picture of a row as shown."""
        return self._sources[self._order[row]]

    def entry_source(self, entry: int) -> Path | bytes:
        """The picture of an entry, which keeps its number when rows are sorted."""
        return self._sources[entry]

    def rows(self) -> Iterable[PictureRow]:
        """All of them, in the order shown."""
        labels = list(self._labels)
        for entry in self._order.tolist():
            label, probability = labels[self._label_of[entry]], self._probabilities[entry]
            yield PictureRow(self._sources[entry], label, probability, self._errors.get(entry, ""))

    def icon_came(self, entry: int) -> None:
        """The thumbnail of an entry is there now."""
        for row in np.flatnonzero(self._order == entry).tolist():
            index = self.index(row, FILE)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    # -- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == PROBABILITY:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = int(self._order[index.row()])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(entry, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            source = self._sources[entry]
            return (
                str(source)
                if index.column() == FILE and isinstance(source, Path)
                else self._text(entry, index.column())
            )
        if role == Qt.ItemDataRole.DecorationRole and index.column() == FILE:
            return self._icon_of(entry)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == PROBABILITY:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, entry: int, column: int) -> str:
        if column == FILE:
            source = self._sources[entry]
            return source.name if isinstance(source, Path) else self.pasted.format(number=entry + 1)
        if column == ERROR:
            return self._errors.get(entry, "")
        if entry in self._errors:
            return ""
        return list(self._labels)[self._label_of[entry]] if column == LABEL else percentage(self._probabilities[entry])

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        keys = self._keys(column)
        new = np.argsort(keys, kind="stable")
        if order == Qt.SortOrder.DescendingOrder:
            new = np.argsort(keys[::-1], kind="stable")[::-1]  # equal ones stay in the order they came
            new = len(keys) - 1 - new
        self.layoutAboutToBeChanged.emit()
        place = np.empty(len(new), np.int64)
        place[new] = np.arange(len(new))
        held = self.persistentIndexList()
        moved = [self.index(int(place[self._order[i.row()]]), i.column()) for i in held]
        self._order = new
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _keys(self, column: int) -> "np.ndarray":
        """One number an entry, by which a column is sorted."""
        if column == PROBABILITY:
            return np.array(self._probabilities)
        if column == LABEL:
            return _ranks(list(self._labels))[np.array(self._label_of, np.int64)]
        if column == FILE:
            return _ranks([self._text(entry, FILE).casefold() for entry in range(len(self._sources))])
        return np.array([entry not in self._errors for entry in range(len(self._sources))])


def _ranks(texts: Sequence[str]) -> "np.ndarray":
    """The place of each text in the sorted order; equal ones have the same."""
    place = {text: rank for rank, text in enumerate(sorted(set(texts)))}
    return np.array([place[text] for text in texts], np.int64)
