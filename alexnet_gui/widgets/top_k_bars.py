"""The ranked guesses of a classifier: name, percentage and a bar as long as the probability."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from alexnet_gui import theme

BAR = 8
SPACE = 4


def percentage(probability: float) -> str:
    """A probability as "93.1 %"; what is not quite all or nothing never reads so."""
    if 0 < probability < 0.001:
        return "< 0.1 %"
    if 0.999 < probability < 1:
        return "> 99.9 %"
    return f"{probability * 100:.1f} %"


class GuessBar(QWidget):
    """One guess. ``verdict``: "right" or "wrong" where the truth is known, else ""."""

    def __init__(self, label: str, probability: float, *, first: bool, verdict: str) -> None:
        super().__init__()
        self.label = label
        self.probability = probability
        self.verdict = verdict
        self._first = first
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{label} {percentage(probability)}")
        self.setToolTip(label)

    @property
    def color(self) -> str:
        """Of the bar: green for the true class, red for a first guess that is not it, else the accent or grey."""
        colors = theme.colors()
        if self.verdict:
            return colors.good if self.verdict == "right" else colors.bad
        return colors.accent if self._first else colors.muted

    def sizeHint(self) -> QSize:
        return QSize(200, QFontMetrics(theme.font(bold=True)).height() + SPACE + BAR)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar_top = self.height() - BAR
        line = QRectF(0, 0, self.width(), bar_top - SPACE)
        figure = percentage(self.probability)
        mark = {"right": " ✓", "wrong": " ✗"}.get(self.verdict, "")
        painter.setFont(theme.font(figures=True, bold=self._first))
        painter.setPen(QColor(self.color if self.verdict else colors.text))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, figure)
        metrics = painter.fontMetrics()
        room = self.width() - metrics.horizontalAdvance(figure + mark) - 2 * SPACE
        label = metrics.elidedText(self.label, Qt.TextElideMode.ElideRight, room) + mark
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)
        self._paint_bar(painter, QRectF(0, bar_top, self.width(), BAR), QColor(colors.line))
        painter.end()

    def _paint_bar(self, painter: QPainter, track: QRectF, ground: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(track, BAR / 2, BAR / 2)
        painter.setBrush(QColor(self.color))
        painter.setClipRect(QRectF(0, track.top(), track.width() * self.probability, BAR))
        painter.drawRoundedRect(track, BAR / 2, BAR / 2)


class TopKBars(QWidget):
    """Shows guesses, best first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._bars: list[GuessBar] = []

    @property
    def bars(self) -> tuple[GuessBar, ...]:
        """The bars that are shown, best first."""
        return tuple(self._bars)

    def set_guesses(self, guesses: Sequence[tuple[str, float]], *, truth: str | None = None) -> None:
        """Show (label, probability) pairs; `truth` is the true label where it is known."""
        for bar in self._bars:
            self._column.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self._bars = [
            GuessBar(label, probability, first=rank == 0, verdict=_verdict(label, rank, truth))
            for rank, (label, probability) in enumerate(guesses)
        ]
        for bar in self._bars:
            self._column.addWidget(bar)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()


def _verdict(label: str, rank: int, truth: str | None) -> str:
    if truth is None:
        return ""
    if label == truth:
        return "right"
    return "wrong" if rank == 0 else ""
