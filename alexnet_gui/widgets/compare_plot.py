"""Curves of several runs over each other: a colour and a line style each."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QLocale, QPointF, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alexnet_gui import theme
from alexnet_gui.run.curves import logarithms, nearest, value_frame
from alexnet_gui.run.envelope import Envelope
from alexnet_gui.widgets.curve_layer import CurveLayer
from alexnet_gui.widgets.plot_parts import HandledViewBox, PercentAxis, PlotGround, bare_graph, dress

MOST = 12  # curves that can be told apart
_STYLES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
)


def look(place: int, colors: theme.Colors | None = None) -> tuple[str, Qt.PenStyle]:
    """Colour and line of the series at this place, from 0: neighbours differ in both, and no two are the same. In the
    present `colors`, unless others are given."""
    colors = colors or theme.colors()
    hues = (colors.train, colors.test, colors.pooling, colors.dropout, colors.linear, colors.muted)
    return hues[place % len(hues)], _STYLES[(place + place // len(hues)) % len(_STYLES)]


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """One run: a training curve (n,) and evaluations (m,), both over rising places. `place` decides how it looks."""

    place: int
    x: np.ndarray
    y: np.ndarray
    test_x: np.ndarray
    test_y: np.ndarray

    def value_at(self, x: float | None) -> float | None:
        """The training curve nearest to `x`, None beyond its end; its last value for None."""
        if not len(self.x) or (x is not None and x > self.x[-1]):
            return None
        index = len(self.x) - 1 if x is None else nearest(self.x, x)
        return None if index is None else float(self.y[index])


@dataclass(frozen=True, slots=True, eq=False)
class ShownComparison:
    """All of the series, and the part of them that is in view, for whoever draws it elsewhere."""

    series: Sequence[Series]
    unit: str  # of the x axis
    log: bool
    percent: bool
    x_range: tuple[float, float]
    y_range: tuple[float, float]  # of values, also where the axis is logarithmic


class _CountAxis(pg.AxisItem):
    """Numbers as a person writes them: 1,000,000."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        digits = max(0, int(np.ceil(-np.log10(spacing * scale)))) if spacing > 0 else 0
        return [QLocale().toString(value * scale, "f", digits) for value in values]


class ComparePlot(QWidget):
    """Shows up to `MOST` series; a drag zooms, a double click shows all. ``pointed(x or None)`` under the pointer."""

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series: list[Series] = []
        self._envelopes: list[Envelope] = []  # of their training curves
        self._shown: object = None  # what the view was fitted to
        self._is_percent = self._is_log = self._is_zoomed = False
        self._unit = ""
        self._build_view()
        layer = CurveLayer()
        self._curves = [layer.add() for _ in range(MOST)]
        self._tests = [layer.add("dots") for _ in range(MOST)]
        self._ground = PlotGround(self._axis)
        self._cross = pg.InfiniteLine(angle=90, movable=False)
        self._cross.hide()
        for item in (self._ground, layer, self._cross):
            self._view.addItem(item, ignoreBounds=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._graph)
        self._dress()

    @property
    def series(self) -> Sequence[Series]:
        """What is drawn."""
        return self._series

    @property
    def shown(self) -> ShownComparison:
        """What is shown now."""
        (left, right), (low, high) = self._view.viewRange()
        y_range = (10**low, 10**high) if self._is_log else (low, high)
        return ShownComparison(self._series, self._unit, self._is_log, self._is_percent, (left, right), y_range)

    def show_series(self, series: Sequence[Series], *, percent: bool, log: bool, unit: str) -> None:
        """Show these, over so many `unit`s; `percent`: the values are fractions; `log`: on a logarithmic axis. A view
        that was zoomed stays while the runs and the axes are the same."""
        self._series, self._is_percent, self._is_log, self._unit = list(series[:MOST]), percent, log, unit
        self._envelopes = [Envelope(one.y) for one in self._series]
        self._axis.set_percent(percent)
        self._graph.getAxis("left").setLogMode(False, log)
        self._graph.getAxis("bottom").setLabel(unit)
        shown = ([one.place for one in self._series], percent, log, unit)
        if self._is_zoomed and self._shown == shown:
            self._draw()
        else:
            self._shown = shown
            self.fit()

    def emphasize(self, place: int | None) -> None:
        """Draw this series thicker than the others; None: all alike."""
        for one, curve in zip(self._series, self._curves, strict=False):
            hue, style = look(one.place)
            curve.set_pen(pg.mkPen(hue, width=self._width * (3 if one.place == place else 1), style=style))

    def fit(self) -> None:
        """Show everything."""
        self._is_zoomed = False
        ends = [float(x[-1]) for series in self._series for x in (series.x, series.test_x) if len(x)]
        values = [self._scaled(values) for series in self._series for values in (series.y, series.test_y)]
        self._view.setXRange(0, max(ends, default=1.0) * 1.01, padding=0)
        self._view.setYRange(*value_frame(np.empty(0), *values), padding=0)
        self._draw()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._cross.hide()
        self.pointed.emit(None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _moved(self, position: QPointF) -> None:
        if self._view.sceneBoundingRect().contains(position):
            at = self._view.mapSceneToView(position).x()
            self._cross.setValue(at)
            self._cross.show()
            self.pointed.emit(at)

    def _zoomed(self) -> None:
        self._is_zoomed = True

    def _scaled(self, values: np.ndarray) -> np.ndarray:
        return logarithms(values) if self._is_log else values

    def _draw(self) -> None:
        left, right = self._view.viewRange()[0]
        nothing = np.empty(0)
        for index, (curve, points) in enumerate(zip(self._curves, self._tests, strict=True)):
            if index < len(self._series):
                series = self._series[index]
                x, y = self._envelopes[index].thin(series.x, left, right, int(self._view.width()))
                curve.set_data(x, self._scaled(y))
                points.set_data(series.test_x, self._scaled(series.test_y))
                points.set_color(look(series.place)[0])
            else:
                curve.set_data(nothing, nothing)
                points.set_data(nothing, nothing)
        self.emphasize(None)

    def _build_view(self) -> None:
        self._view = HandledViewBox()
        self._axis = PercentAxis("left")
        self._graph = bare_graph(self._view, left=self._axis, bottom=_CountAxis("bottom"))
        self._view.fit_wanted.connect(self.fit)
        self._view.sigRangeChangedManually.connect(self._zoomed)
        self._view.sigXRangeChanged.connect(self._draw)
        self._view.sigResized.connect(self._draw)
        scene = self._graph.scene()
        assert isinstance(scene, pg.GraphicsScene)
        scene.sigMouseMoved.connect(self._moved)

    @property
    def _width(self) -> int:
        return max(1, round(self.devicePixelRatioF()))  # of a pen in the screen's own pixels

    def _dress(self) -> None:
        colors = theme.colors()
        dress(self._graph, self._ground)
        label = self._graph.getAxis("bottom").label
        label.setFont(theme.font("small"))
        self._cross.setPen(pg.mkPen(colors.muted, width=1, style=Qt.PenStyle.DotLine))
        self._draw()
