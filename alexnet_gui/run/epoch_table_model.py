"""The evaluations of a run as a table: the numbers that the plots draw, for reading."""

from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from alexnet_gui import formatting
from alexnet_gui.run.run_state import RunState

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class EpochTableModel(QAbstractTableModel):
    """One row an evaluation; training figures are means over its epoch."""

    def __init__(self, state: RunState) -> None:
        super().__init__(state)
        self._state = state
        self._count = 0
        self._rows: dict[int, tuple[str, ...]] = {}  # that were looked at
        self._version = -1

    def follow(self) -> None:
        """Take in what came since the last time."""
        count = len(self._state.epochs)
        if self._version != self._state.version or self._count > count:
            self.beginResetModel()
            self._version, self._count, self._rows = self._state.version, 0, {}
            self.endResetModel()
        if count > self._count:
            self.beginInsertRows(_NO_INDEX, self._count, count - 1)
            self._count = count
            self.endInsertRows()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._headings())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._row(index.row())[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _headings(self) -> tuple[str, ...]:
        return (
            self.tr("Epoch"),
            self.tr("Training loss"),
            self.tr("Test loss"),
            self.tr("Training accuracy"),
            self.tr("Test accuracy"),
            self.tr("Evaluated in"),
        )

    def _row(self, index: int) -> tuple[str, ...]:
        if index not in self._rows:
            self._rows[index] = self._said(index)
        return self._rows[index]

    def _said(self, index: int) -> tuple[str, ...]:
        state, event = self._state, self._state.epochs[index]
        since = state.epochs[index - 1].step if index else 0
        first, end = (int(np.searchsorted(state.steps, step, side="right")) for step in (since, event.step))
        loss, accuracy = state.loss[first:end], state.accuracy[first:end]
        return (
            formatting.count(event.epoch),
            formatting.loss(float(loss.mean()) if len(loss) else None),
            formatting.loss(event.loss),
            formatting.percent(float(accuracy.mean()) if len(accuracy) else None),
            formatting.percent(event.accuracy),
            formatting.duration(event.seconds),
        )
