"""Of an evaluation the scores of each class, as a table."""

import numpy as np
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from alexnet_gui.formatting import DASH, count, percent
from alexnet_gui.widgets.confusion_matrix import Cell
from alexnet_gui.widgets.sortable_table import Entry, SortableTable
from core.class_scores import class_scores


class EvaluationClasses(SortableTable):
    """``opened(cell)`` for a class that is activated: where most of its pictures are that were taken for others."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("classScores")
        self._confusion = np.zeros((0, 0), np.int64)
        self._names: tuple[str, ...] = ()
        self.itemActivated.connect(self._open)
        self._retranslate()

    def show_confusion(self, confusion: np.ndarray, names: tuple[str, ...]) -> None:
        """Show the scores of (classes, classes): pictures of class i that were called j."""
        self._confusion, self._names = confusion, names
        scores = class_scores(confusion)
        rows = []
        for label, name in enumerate(names):
            shares = [float(values[label]) for values in (scores.recall, scores.precision, scores.f1)]
            rows.append(
                [
                    Entry(name),
                    *(Entry(percent(share), share) for share in shares),
                    Entry(self._most_taken_for(label)),
                    Entry(count(int(scores.pictures[label])), float(scores.pictures[label])),
                ]
            )
        self.set_rows(rows)

    def _others(self, label: int) -> np.ndarray:
        others = self._confusion[label].copy()
        others[label] = 0
        return others

    def _most_taken_for(self, label: int) -> str:
        others = self._others(label)
        if not others.any():
            return DASH
        share = percent(float(others.max() / self._confusion[label].sum()))
        return f"{self._names[int(others.argmax())]} ({share})"

    def _open(self) -> None:
        label = self.row_of(self.currentRow())
        if label is not None:
            others = self._others(label)
            cell: Cell = (label, int(others.argmax()) if others.any() else label)
            self.opened.emit(cell)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Scores of each class"))
        self.setToolTip(
            self.tr(
                "Recall: of its pictures, how many were recognised. Precision: of those that were called it, how many "
                "are. F1: the harmonic mean of both."
            )
        )
        self.set_headings(
            (
                self.tr("Class"),
                self.tr("Recall"),
                self.tr("Precision"),
                self.tr("F1"),
                self.tr("Most often taken for"),
                self.tr("Pictures"),
            )
        )
