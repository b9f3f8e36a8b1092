"""The runs as a table: one row a run; its title, tags and star are changed in their place."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from alexnet_gui import theme
from alexnet_gui.run.run_columns import COLUMNS, EDITABLE
from core.run_notes import tags_of
from core.runs import RunSummary

Index = QModelIndex | QPersistentModelIndex
KEYS = tuple(COLUMNS)  # of the columns, in the order of the model
_NO_INDEX = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RunTableModel(QAbstractTableModel):
    """``edited(run, key, value)`` when a person types another title or other tags, or clicks on a star: `run` is as it
    was before, and the table shows the new value at once."""

    edited = Signal(object, str, object)

    def __init__(self) -> None:
        super().__init__()
        self._runs: list[RunSummary] = []

    @property
    def runs(self) -> Sequence[RunSummary]:
        """All of them, row by row."""
        return self._runs

    def set_runs(self, runs: Sequence[RunSummary]) -> None:
        """Show these; where they are the same folders as before, rows stay selected."""
        if [run.folder for run in runs] == [run.folder for run in self._runs]:
            self._runs = list(runs)
            if runs:
                self.dataChanged.emit(self.index(0, 0), self.index(len(runs) - 1, len(KEYS) - 1))
            return
        self.beginResetModel()
        self._runs = list(runs)
        self.endResetModel()

    def row_of(self, folder: Path) -> int | None:
        """The row of a run; None when it is not shown."""
        return next((row for row, run in enumerate(self._runs) if run.folder == folder), None)

    def toggle_star(self, row: int) -> None:
        """Give the run of a row its star, or take it away."""
        run = self._runs[row]
        self._edit(row, "star", not run.starred, replace(run, starred=not run.starred))

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._runs)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(KEYS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        run, key = self._runs[index.row()], KEYS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return COLUMNS[key].say(run)
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(_RIGHT if COLUMNS[key].is_figure else _LEFT)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(run, key)
            case Qt.ItemDataRole.ForegroundRole if key == "state":
                return self._color(run)
            case Qt.ItemDataRole.DecorationRole if key == "star":
                colors = theme.colors()
                return theme.icon("starred", colors.linear) if run.starred else theme.icon("star", colors.edge)
            case Qt.ItemDataRole.AccessibleTextRole if key == "star":
                return self.tr("with a star") if run.starred else self.tr("without a star")
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        run, key = self._runs[index.row()], KEYS[index.column()]
        if role != Qt.ItemDataRole.EditRole:
            return False
        if key == "title":
            title = str(value).strip()
            is_new = title != run.title
            new = title, replace(run, title=title or run.folder.name)
        else:
            tags = tags_of([str(value)])
            is_new = tags != run.tags
            new = tags, replace(run, tags=tags)
        if is_new:
            self._edit(index.row(), key, *new)
        return is_new

    def flags(self, index: Index) -> Qt.ItemFlag:
        is_editable = KEYS[index.column()] in EDITABLE
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if is_editable else Qt.ItemFlag.NoItemFlags)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        column = COLUMNS[KEYS[section]]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "" if KEYS[section] == "star" else column.heading()
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole if KEYS[section] == "star":
                return column.heading()
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(_RIGHT if column.is_figure else _LEFT)
        return None

    def retranslate(self) -> None:
        """The same in the language of the window."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(KEYS) - 1)

    def _edit(self, row: int, key: str, value: Any, new: RunSummary) -> None:
        old, self._runs[row] = self._runs[row], new
        index = self.index(row, KEYS.index(key))
        self.dataChanged.emit(index, index)
        self.edited.emit(old, key, value)

    def _tip(self, run: RunSummary, key: str) -> str | None:
        match key:
            case "title":
                return str(run.folder)
            case "notes":
                return run.notes or None
            case _:
                return run.message or None

    def _color(self, run: RunSummary) -> QColor | None:
        colors = theme.colors()
        found = {"running": colors.accent, "done": colors.good, "failed": colors.bad}.get(run.state)
        return QColor(found) if found else None
