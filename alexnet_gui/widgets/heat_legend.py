"""What the colours of a heat stand for: a bar from nothing to the largest value."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from alexnet_gui import theme

_BAR = QSize(96, 10)
_SPACE = 6
_STOPS = 16


class HeatLegend(QWidget):
    """Says of what the colours are, and what the strongest is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._title, self._most = "", ""

    def say(self, title: str, most: str) -> None:
        """`title` names the figure, `most` is its largest value in words."""
        self._title, self._most = title, most
        self.setAccessibleName(f"{title}: 0 … {most}")
        self.updateGeometry()
        self.adjustSize()
        self.update()

    def _texts(self) -> tuple[str, str]:
        return f"{self._title}   0", self._most

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font("small", figures=True))
        width = sum(map(metrics.horizontalAdvance, self._texts())) + _BAR.width() + 2 * _SPACE
        return QSize(width, metrics.height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, painter, area = theme.colors(), QPainter(self), QRectF(self.rect())
        left, right = self._texts()
        painter.setFont(theme.font("small", figures=True))
        painter.setPen(QColor(colors.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, left)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, right)
        start = painter.fontMetrics().horizontalAdvance(left) + _SPACE
        bar = QRectF(start, (self.height() - _BAR.height()) / 2, _BAR.width(), _BAR.height())
        ramp = QLinearGradient(bar.topLeft(), bar.topRight())
        for stop in range(_STOPS + 1):
            ramp.setColorAt(stop / _STOPS, QColor(colors.in_order(stop / _STOPS)))
        painter.setPen(QColor(colors.line))
        painter.setBrush(ramp)
        painter.drawRect(bar)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.adjustSize()
        self.update()
