"""The runs as a table: one row a run, sorted by what its cells mean, its title changed in place."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from alexnet_gui import formatting, theme
from alexnet_gui.run.recipe_texts import label
from core.runs import RunSummary

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
SORT_ROLE = Qt.ItemDataRole.UserRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Column:
    """How a run fills a cell: `say` in words, `sort` as what it is sorted by."""

    say: Callable[[RunSummary], str]
    sort: Callable[[RunSummary], Any]
    is_figure: bool = True


def _low(value: float | None) -> float:
    return -math.inf if value is None else value


def _started(run: RunSummary) -> str:
    moment = QDateTime.fromSecsSinceEpoch(round(run.started))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def _data(run: RunSummary) -> str:
    return label(Path(run.recipe.data).name if Path(run.recipe.data).is_absolute() else run.recipe.data)


class RunTableModel(QAbstractTableModel):
    """``renamed(folder, title)`` when a person types another title; the table shows it at once."""

    renamed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._runs: list[RunSummary] = []
        self._titles: dict[Path, str] = {}  # typed, and not yet read back
        self._columns = (
            _Column(self._title, lambda run: self._title(run).casefold(), is_figure=False),
            _Column(self._state, lambda run: run.state, is_figure=False),
            _Column(_data, _data, is_figure=False),
            _Column(lambda run: label(run.recipe.model), lambda run: run.recipe.model, is_figure=False),
            _Column(lambda run: f"{run.epochs_done}/{run.recipe.epochs}", lambda run: run.epochs_done),
            _Column(lambda run: formatting.percent(run.accuracy), lambda run: _low(run.accuracy)),
            _Column(lambda run: formatting.percent(run.best_accuracy), lambda run: _low(run.best_accuracy)),
            _Column(lambda run: formatting.loss(run.loss), lambda run: _low(run.loss)),
            _Column(
                lambda run: (
                    formatting.DASH if run.images_per_second is None else formatting.count(run.images_per_second)
                ),
                lambda run: _low(run.images_per_second),
            ),
            _Column(lambda run: formatting.duration(run.seconds), lambda run: run.seconds),
            _Column(lambda run: formatting.size(run.size_bytes), lambda run: run.size_bytes),
            _Column(_started, lambda run: run.started),
        )

    def set_runs(self, runs: Sequence[RunSummary]) -> None:
        """Show these; where they are the same folders as before, rows stay selected."""
        self._titles.clear()
        if [run.folder for run in runs] == [run.folder for run in self._runs]:
            self._runs = list(runs)
            if runs:
                self.dataChanged.emit(self.index(0, 0), self.index(len(runs) - 1, len(self._columns) - 1))
            return
        self.beginResetModel()
        self._runs = list(runs)
        self.endResetModel()

    def run(self, row: int) -> RunSummary:
        """The run of a row."""
        return self._runs[row]

    def row_of(self, folder: Path) -> int | None:
        """The row of a run; None when it is not shown."""
        return next((row for row, run in enumerate(self._runs) if run.folder == folder), None)

    def words(self, row: int) -> str:
        """All that a search looks through."""
        run = self._runs[row]
        parts = (self._title(run), run.folder.name, run.notes, self._state(run), _data(run), label(run.recipe.model))
        return " ".join(parts).casefold()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._runs)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        run, column = self._runs[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return column.say(run)
            case _ if role == SORT_ROLE:
                return column.sort(run)
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(_RIGHT if column.is_figure else _LEFT)
            case Qt.ItemDataRole.ToolTipRole:
                return run.message or (str(run.folder) if index.column() == 0 else None)
            case Qt.ItemDataRole.ForegroundRole if index.column() == 1:
                return self._color(run)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        run = self._runs[index.row()]
        title = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or title == self._title(run):
            return False
        self._titles[run.folder] = title or run.folder.name
        self.dataChanged.emit(index, index)
        self.renamed.emit(run.folder, title)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if index.column() == 0 else Qt.ItemFlag.NoItemFlags)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_RIGHT if self._columns[section].is_figure else _LEFT)
        return None

    def retranslate(self) -> None:
        """The same in the language of the window."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def _title(self, run: RunSummary) -> str:
        return self._titles.get(run.folder, run.title)

    def _state(self, run: RunSummary) -> str:
        return {
            "running": self.tr("running"),
            "stopped": self.tr("stopped"),
            "done": self.tr("done"),
            "failed": self.tr("failed"),
            "interrupted": self.tr("interrupted"),
        }[run.state]

    def _color(self, run: RunSummary) -> QColor | None:
        colors = theme.colors()
        found = {"running": colors.accent, "done": colors.good, "failed": colors.bad}.get(run.state)
        return QColor(found) if found else None

    def _headings(self) -> tuple[str, ...]:
        return (
            self.tr("Title"),
            self.tr("State"),
            self.tr("Data set"),
            self.tr("Network"),
            self.tr("Epochs"),
            self.tr("Test accuracy"),
            self.tr("Best"),
            self.tr("Test loss"),
            self.tr("Images/s"),
            self.tr("Time"),
            self.tr("Size"),
            self.tr("Started"),
        )


class RunFilter(QSortFilterProxyModel):
    """Sorts by meaning, and keeps the runs in which every word of a search is found."""

    def __init__(self, model: RunTableModel) -> None:
        super().__init__()
        self._model = model
        self._wanted: list[str] = []
        self.setSourceModel(model)
        self.setSortRole(SORT_ROLE)

    def search(self, text: str) -> None:
        self._wanted = text.casefold().split()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        words = self._model.words(source_row)
        return all(word in words for word in self._wanted)

    def lessThan(self, left: Index, right: Index) -> bool:
        return left.data(SORT_ROLE) < right.data(SORT_ROLE)
