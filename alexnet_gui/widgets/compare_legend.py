"""Beside curves over each other: which is which, in what they differ, and their values."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from alexnet_gui import theme
from alexnet_gui.widgets.elided_label import ElidedLabel
from alexnet_gui.widgets.plot_parts import LegendSample


@dataclass(frozen=True, slots=True)
class Entry:
    """One curve: its `place` as in the plot, its name, and a line about it or ""."""

    place: int
    name: str
    details: str
    color: str
    style: Qt.PenStyle


class _Row(QWidget):
    """``entered(place or None)`` as the pointer comes and goes."""

    entered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._place = 0
        self._sample, self._name, self._value = LegendSample("dashed"), ElidedLabel(), QLabel()
        self._details = QLabel()
        self._details.setWordWrap(True)
        self._details.setProperty("muted", True)
        self._value.setFont(theme.font("small", figures=True))
        for label in (self._name, self._details):
            label.setFont(theme.font("small"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._sample, 0, 0)
        grid.addWidget(self._name, 0, 1)
        grid.addWidget(self._value, 0, 2)
        grid.addWidget(self._details, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    def show_entry(self, entry: Entry) -> None:
        self._place = entry.place
        self._sample.set_color(entry.color)
        self._sample.set_style(entry.style)
        self._name.setText(entry.name)
        self._details.setText(entry.details)
        self._details.setVisible(bool(entry.details))

    def show_value(self, value: str) -> None:
        self._value.setText(value)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.entered.emit(self._place)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.entered.emit(None)


class CompareLegend(QScrollArea):
    """``entered(place or None)`` when the pointer comes over a row and when it goes."""

    entered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._entries: Sequence[Entry] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that keys scroll it
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, theme.GRID, 0)
        self._column.setSpacing(6)
        self._column.addStretch(1)
        self.setWidget(content)

    @property
    def entries(self) -> Sequence[Entry]:
        """What is shown."""
        return self._entries

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these below each other."""
        self._entries = entries
        while len(self._rows) < len(entries):
            row = _Row()
            row.entered.connect(self.entered)
            self._column.insertWidget(len(self._rows), row)
            self._rows.append(row)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(entries))
            if number < len(entries):
                row.show_entry(entries[number])

    def show_values(self, values: Sequence[str]) -> None:
        """A value a curve, in the order of the entries."""
        for row, value in zip(self._rows, values, strict=False):
            row.show_value(value)
