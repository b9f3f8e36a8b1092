"""How values spread over time, as a heat map: a column a moment, dark where many values lie."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from alexnet_gui import theme
from alexnet_gui.figure.map_statistics import number_text
from alexnet_gui.run.spread import Spread

_HEIGHT, _ROWS = 48, 48  # pixels
_LEVELS = 256
_GAP = 4


class SpreadMap(QWidget):
    """Its columns are made when it is painted, so those that are out of sight cost nothing. ``picked(moment)`` for one
    that the mouse is pressed on."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Callable[[], Spread] | None = None
        self._image: QImage | None = None
        self._axis = (0.0, 0.0)
        self._count = self._cursor = 0
        self._kind = ""
        self.setFont(theme.font("small", figures=True))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_source(self, source: Callable[[], Spread], count: int, kind: str) -> None:
        """What gives the spread of `count` moments; `kind` of a layer gives the colour."""
        self._source, self._count, self._kind = source, count, kind
        self._image = None
        self.update()

    def set_cursor(self, moment: int) -> None:
        """Which moment is marked."""
        if moment != self._cursor:
            self._cursor = moment
            self.update()

    @property
    def axis(self) -> tuple[float, float]:
        """The lowest and the highest value of the map that was painted last."""
        return self._axis

    def sizeHint(self) -> QSize:
        return QSize(160, _HEIGHT + self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(64, self.sizeHint().height())

    def column(self, moment: int) -> QRectF:
        """Where a moment is drawn."""
        width = self.width() / max(1, self._count)
        return QRectF(moment * width, 0, max(width, 1.0), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._count or not self._source:
            return
        if self._image is None:
            self._make_image(self._source())
        painter = QPainter(self)
        colors = theme.colors()
        assert self._image is not None
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._count > self.width())
        painter.drawImage(QRectF(0, 0, self.width(), _HEIGHT), self._image)
        low, high = self._axis
        if low < 0 < high:
            zero = round(high / (high - low) * _HEIGHT)
            painter.setPen(QColor(colors.line))
            painter.drawLine(0, zero, self.width(), zero)
        painter.setPen(QColor(colors.text))
        marked = self.column(self._cursor)
        painter.drawRect(marked.adjusted(0, 0, -min(marked.width(), 1), -1))
        self._paint_axis(painter, low, high)

    def _paint_axis(self, painter: QPainter, low: float, high: float) -> None:
        painter.setPen(QColor(theme.colors().muted))
        row = QRectF(0, _HEIGHT, self.width(), self.height() - _HEIGHT)
        text = self.tr("{low} to {high}").format(low=number_text(low), high=number_text(high)) if low < high else ""
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pick(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pick(event)

    def _pick(self, event: QMouseEvent) -> None:
        if self._count and event.buttons() & Qt.MouseButton.LeftButton:
            place = int(event.position().x() / self.width() * self._count)
            self.picked.emit(min(max(place, 0), self._count - 1))

    def _make_image(self, spread: Spread) -> None:
        seen = spread.thinned(max(1, self.width()))
        self._axis = seen.axis
        levels = np.rint(np.sqrt(seen.columns(_ROWS)) * (_LEVELS - 1)).astype(np.uint8)
        pixels = np.ascontiguousarray(_table(self._kind)[levels])
        height, width = pixels.shape
        self._image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._image = None
        self.update()


def _table(kind: str) -> np.ndarray:
    """(_LEVELS,) uint32: from the ground to the colour of a layer of this kind."""
    colors = theme.colors()
    share = np.linspace(0, 1, _LEVELS)
    under, over = (QColor(color) for color in (colors.hover, colors.layer(kind)))
    red, green, blue = (
        np.rint(part(under) + share * (part(over) - part(under))).astype(np.uint32)
        for part in (QColor.red, QColor.green, QColor.blue)
    )
    return (np.uint32(0xFF) << 24) | (red << 16) | (green << 8) | blue
