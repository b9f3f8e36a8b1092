"""All curves and points of a plot as one item: pyqtgraph has an item for each, and spends more on keeping their books
than Qt does on drawing them."""

from typing import Literal

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from alexnet_gui.widgets.plot_parts import STAR, WholeView

Kind = Literal["line", "dots", "star"]
_DOT, _STAR = 7, 15  # pixels across
_FAR = 1e6  # pixels: what is beyond is out of sight, and Qt need not work with numbers without bounds


class Trace:
    """A curve, or points, in a `CurveLayer`, which makes it."""

    def __init__(self, layer: "CurveLayer", kind: Kind) -> None:
        self._layer, self._kind = layer, kind
        self._pen, self._brush = QPen(), QBrush()
        self.x = self.y = np.empty(0)

    def set_data(self, x: np.ndarray, y: np.ndarray) -> None:
        """Places and values (n,) in the units of the view; a curve is broken where a value is not finite."""
        self.x, self.y = x, y
        self._layer.update()

    def set_pen(self, pen: QPen) -> None:
        self._pen = pen
        self._layer.update()

    def set_color(self, color: str) -> None:
        """Of points."""
        self._brush = QBrush(QColor(color))
        self._layer.update()

    def paint(self, painter: QPainter, to_pixels: QTransform) -> None:
        """In pixels."""
        x = self.x * to_pixels.m11() + to_pixels.dx()
        y = np.clip(self.y * to_pixels.m22() + to_pixels.dy(), -_FAR, _FAR)
        if self._kind == "line":
            painter.setPen(self._pen)
            for part in _unbroken(y):
                painter.drawPolyline(pg.functions.arrayToQPolygonF(x[part], y[part]))
            return
        if len(x) > 1 and x[-1] - x[0] < _DOT / 2 * (len(x) - 1):
            return  # they would be a thick line: a curve is behind them
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._pen if self._kind == "star" else Qt.PenStyle.NoPen)
        painter.setBrush(self._brush)
        for place in np.flatnonzero(np.isfinite(y)):
            middle = QPointF(x[place], y[place])
            if self._kind == "star":
                painter.drawPolygon(QPolygonF([middle + corner * (_STAR / 2) for corner in STAR]))
            else:
                painter.drawEllipse(middle, _DOT / 2, _DOT / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


class CurveLayer(WholeView):
    """Draws what was added to it, in that order."""

    def __init__(self) -> None:
        super().__init__()
        self._traces: list[Trace] = []

    def add(self, kind: Kind = "line") -> Trace:
        self._traces.append(Trace(self, kind))
        return self._traces[-1]

    def clear(self) -> None:
        """Draw none of them any more."""
        self._traces.clear()
        self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        to_pixels = painter.worldTransform()
        view: QRectF = to_pixels.mapRect(self.boundingRect())
        painter.resetTransform()  # the axes stretch places, not lines and dots
        painter.setClipRect(view)
        for trace in self._traces:
            if len(trace.x):
                trace.paint(painter, to_pixels)


def _unbroken(values: np.ndarray) -> list[slice]:
    """The parts without a gap, of two values at least."""
    gaps = np.flatnonzero(~np.isfinite(values))
    if not len(gaps):
        return [slice(0, len(values))]
    starts, ends = np.r_[0, gaps + 1], np.r_[gaps, len(values)]
    return [slice(start, end) for start, end in zip(starts, ends, strict=True) if end - start > 1]
