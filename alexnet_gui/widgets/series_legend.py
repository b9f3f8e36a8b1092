"""The names of several curves beside their plot, each with its line and its value: legend and values in one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from alexnet_gui import theme

_SAMPLE = 14  # pixels of a line
_GAP = 6
_VALUE = "0.00088"  # as wide as a value gets


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the legend."""

    name: str
    color: str
    dashed: bool


class SeriesLegend(QWidget):
    """As many rows as there is room for; `set_wide` leaves the values out where the plot needs the room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()
        self._values: Sequence[str] = ()
        self._wide = True
        self.setFont(theme.font("small", figures=True))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        if entries != self._entries:
            self._entries = entries
            self.updateGeometry()
            self.update()

    def set_values(self, values: Sequence[str]) -> None:
        """One for each entry."""
        if values != self._values:
            self._values = values
            self.update()

    def set_wide(self, wide: bool) -> None:
        if wide != self._wide:
            self._wide = wide
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        names = max((metrics.horizontalAdvance(entry.name) for entry in self._entries), default=0)
        values = _GAP + metrics.horizontalAdvance(_VALUE) if self._wide else 0
        return QSize(_SAMPLE + _GAP + names + values if self._entries else 0, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text = QColor(theme.colors().text)
        height = painter.fontMetrics().height()
        values = self._values if self._wide and len(self._values) == len(self._entries) else [""] * len(self._entries)
        for number, (entry, value) in enumerate(zip(self._entries, values, strict=True)):
            row = QRectF(0, number * height, self.width(), height)
            if row.bottom() > self.height():
                return
            painter.setPen(
                QPen(QColor(entry.color), 2, Qt.PenStyle.DashLine if entry.dashed else Qt.PenStyle.SolidLine)
            )
            middle = row.center().y()
            painter.drawLine(QLineF(QPointF(0, middle), QPointF(_SAMPLE, middle)))
            painter.setPen(text)
            name = row.adjusted(_SAMPLE + _GAP, 0, 0, 0)
            painter.drawText(name, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, entry.name)
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, value)
