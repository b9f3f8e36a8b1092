"""Parts of a plot of curves: the ground behind them, a view that tells zooming by hand, samples for the legend."""

import math
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsSceneMouseEvent, QSizePolicy, QStyleOptionGraphicsItem, QWidget

from alexnet_gui import theme

_AXIS_WIDTH = 52
_GAP = 3  # pixels beside a word
_NARROWEST_BAND = 3  # pixels: narrower ones would only flicker
_ANGLES = [(math.pi * (0.5 + k / 5), 1.0 if k % 2 == 0 else 0.42) for k in range(10)]
STAR = [QPointF(math.cos(angle), -math.sin(angle)) * reach for angle, reach in _ANGLES]  # in a circle of radius 1


def mixed(color: str, ground: str, share: float) -> QColor:
    """`share` of a colour on a ground: opaque, which is drawn faster than a translucent one."""
    over, under = QColor(color), QColor(ground)
    red, green, blue = (
        round(part(over) * share + part(under) * (1 - share)) for part in (QColor.red, QColor.green, QColor.blue)
    )
    return QColor(red, green, blue)


class WholeView(pg.GraphicsObject):
    """As large as the view that it is in, whatever that shows."""

    def boundingRect(self) -> QRectF:
        return self.viewRect() or QRectF()

    def viewRangeChanged(self) -> None:
        self.prepareGeometryChange()
        self.update()


class PlotGround(WholeView):
    """Behind the curves: every second epoch on another ground, and a line at each tick of the y axis.

    pyqtgraph's own grid is part of the axis' picture and costs more to paint than all curves together.
    """

    def __init__(self, y_axis: pg.AxisItem) -> None:
        super().__init__()
        self._y_axis = y_axis
        self._steps_per_epoch = 0
        self._band = QColor()
        self._line = QPen()
        self.setZValue(-10)

    def set_epochs(self, steps_per_epoch: int) -> None:
        if steps_per_epoch != self._steps_per_epoch:
            self._steps_per_epoch = steps_per_epoch
            self.update()

    def set_colors(self, *, band: QColor, line: QColor) -> None:
        self._band = band
        self._line = pg.mkPen(line, width=1)
        self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        view = self.boundingRect()
        self._paint_bands(painter, view)
        painter.setPen(self._line)
        for _, values in self._y_axis.tickValues(view.top(), view.bottom(), self._y_axis.height())[:1]:
            painter.drawLines([QLineF(view.left(), y, view.right(), y) for y in values])

    def _paint_bands(self, painter: QPainter, view: QRectF) -> None:
        width, pixel = self._steps_per_epoch, self.pixelWidth()
        if not width or not pixel or width / pixel < _NARROWEST_BAND:
            return
        first = max(0, int(view.left() // width))
        for epoch in range(first, int(view.right() // width) + 1):
            if epoch % 2:
                painter.fillRect(QRectF(epoch * width, view.top(), width, view.height()), self._band)


class PlotMarks(WholeView):
    """Upright lines where something was changed, each with a word at its top where there is room for it."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self._font = font
        self.marks: Sequence[tuple[float, str]] = ()
        self._line, self._text = QPen(), QColor()
        self.setZValue(-5)

    def set_marks(self, marks: Sequence[tuple[float, str]]) -> None:
        """Places on the x axis, rising, and what to say there, "" for nothing."""
        if marks != self.marks:
            self.marks = marks
            self.update()

    def set_colors(self, *, line: QColor, text: QColor) -> None:
        self._line, self._text = pg.mkPen(line, width=1, style=Qt.PenStyle.DashLine), text
        self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        view, to_pixels = self.boundingRect(), painter.worldTransform()
        frame = to_pixels.mapRect(view)
        painter.resetTransform()  # words are not stretched as the axes are
        painter.setFont(self._font)
        taken = frame.left()  # up to here there are words already
        for at, text in self.marks:
            x = to_pixels.map(QPointF(at, view.top())).x()
            if not frame.left() <= x <= frame.right():
                continue
            painter.setPen(self._line)
            painter.drawLine(QLineF(x, frame.top(), x, frame.bottom()))
            width = painter.fontMetrics().horizontalAdvance(text)
            if text and taken <= x and x + width + _GAP < frame.right():
                painter.setPen(self._text)
                painter.drawText(QPointF(x + _GAP, frame.top() + painter.fontMetrics().ascent() + 1), text)
                taken = x + width + 2 * _GAP


def dress(graph: pg.PlotWidget, ground: PlotGround) -> None:
    """A graph and the ground in it in the colours of the theme."""
    colors = theme.colors()
    graph.setBackground(colors.surface)
    for side in ("left", "bottom"):
        axis = graph.getAxis(side)
        axis.setStyle(tickFont=theme.font("small"), tickLength=-4)
        axis.setPen(pg.mkPen(colors.line))
        axis.setTextPen(pg.mkPen(colors.muted))
    faint, line = (mixed(colors.line, colors.surface, share) for share in (0.28, 0.6))
    ground.set_colors(band=faint, line=line)


class ValueAxis(pg.AxisItem):
    """Where it is logarithmic, only 1, 2 and 5 times each power of ten are named: there is no room for all."""

    def logTickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        names = super().logTickStrings(values, scale, spacing)
        firsts = [f"{10 ** (value % 1):.0f}" for value in values]
        return [name if first in ("1", "2", "5", "10") else "" for name, first in zip(names, firsts, strict=True)]


class PercentAxis(ValueAxis):
    """Fractions as percentages, unless `set_percent` says otherwise."""

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self._is_percent = True

    def set_percent(self, is_percent: bool) -> None:
        self._is_percent = is_percent
        self.picture = None  # what was drawn before
        self.update()

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        if not self._is_percent:
            return super().tickStrings(values, scale, spacing)
        digits = max(0, math.ceil(-math.log10(spacing * 100))) if spacing > 0 else 0
        return [f"{value * 100:.{digits}f} %" for value in values]


class HandledViewBox(pg.ViewBox):
    """A drag zooms into a rectangle, the wheel zooms along x, a double click asks for everything (`fit_wanted`)."""

    fit_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(enableMenu=False, defaultPadding=0.0)
        self.setMouseMode(pg.ViewBox.RectMode)
        self.disableAutoRange()

    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        event.accept()
        self.fit_wanted.emit()

    def wheelEvent(self, ev: object, axis: int | None = None) -> None:
        super().wheelEvent(ev, axis=0 if axis is None else axis)


def bare_graph(view: HandledViewBox, *, left: pg.AxisItem, bottom: pg.AxisItem | None = None) -> pg.PlotWidget:
    """A graph without pyqtgraph's own menus and buttons, whose labels leave each other room."""
    plot = pg.PlotItem(viewBox=view, axisItems={"left": left} | ({"bottom": bottom} if bottom else {}))
    plot.setContentsMargins(0, theme.GRID, theme.GRID, 0)  # half of the outermost labels stand out
    graph = pg.PlotWidget(plotItem=plot)
    graph.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    graph.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # whoever holds the plot may have one
    graph.setFrameShape(graph.Shape.NoFrame)
    graph.hideButtons()
    left.setWidth(_AXIS_WIDTH)
    for side in ("left", "bottom"):
        graph.getAxis(side).setStyle(hideOverlappingLabels=2 * theme.GRID)
        graph.getAxis(side).enableAutoSIPrefix(False)
    return graph


class LegendSample(QWidget):
    """A short piece of a curve as the plot draws it: "line", "dashed" (with a marker) or "star"."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._color = QColor()
        self._style = Qt.PenStyle.DashLine if kind == "dashed" else Qt.PenStyle.SolidLine
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_color(self, color: str) -> None:
        self._color = QColor(color)
        self.update()

    def set_style(self, style: Qt.PenStyle) -> None:
        """The line's style, where it is not that of the kind."""
        self._style = style
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(12 if self._kind == "star" else 24, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        if self._kind != "star":
            painter.setPen(QPen(self._color, 1.5, self._style))
            painter.drawLine(QLineF(1, middle.y(), self.width() - 1, middle.y()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color)
        if self._kind == "dashed":
            painter.drawEllipse(middle, 3, 3)
        elif self._kind == "star":
            painter.drawPolygon([middle + corner * 6 for corner in STAR])
