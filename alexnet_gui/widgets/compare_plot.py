"""Curves of several runs over each other: one colour and one line style each."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alexnet_gui import theme
from alexnet_gui.run.curves import value_frame
from alexnet_gui.run.envelope import Envelope
from alexnet_gui.widgets.elided_label import ElidedLabel
from alexnet_gui.widgets.plot_parts import HandledViewBox, LegendSample, PercentAxis, PlotGround, dress

MOST = 6  # curves that can be told apart
_STYLES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
    Qt.PenStyle.SolidLine,
)


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """One run: a training curve (n,) and evaluations (m,), both over epochs."""

    name: str
    x: np.ndarray
    y: np.ndarray
    test_x: np.ndarray
    test_y: np.ndarray


class ComparePlot(QWidget):
    """Shows up to `MOST` series; a drag zooms, a double click shows all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series: list[Series] = []
        self._envelopes: list[Envelope] = []  # of their training curves
        self._is_percent = self._is_zoomed = False
        self._view = HandledViewBox()
        self._axis = PercentAxis("left")
        self._axis.enableAutoSIPrefix(False)
        self._graph = pg.PlotWidget(viewBox=self._view, axisItems={"left": self._axis})
        self._graph.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._graph.setFrameShape(self._graph.Shape.NoFrame)
        self._graph.hideButtons()
        self._axis.setWidth(52)
        self._curves = [pg.PlotCurveItem(connect="finite") for _ in range(MOST)]
        self._tests = [pg.ScatterPlotItem(size=7, symbol="o", pen=None) for _ in range(MOST)]
        self._ground = PlotGround(self._axis)
        for item in (self._ground, *self._curves, *self._tests):
            self._view.addItem(item, ignoreBounds=True)
        self._samples = [LegendSample("dashed") for _ in range(MOST)]
        self._names = [ElidedLabel() for _ in range(MOST)]
        legend = QHBoxLayout()
        legend.setSpacing(6)
        for sample, name in zip(self._samples, self._names, strict=True):
            name.setFont(theme.font("small"))
            legend.addWidget(sample)
            legend.addWidget(name)
            legend.addSpacing(6)
        legend.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(legend)
        column.addWidget(self._graph, 1)
        self._view.fit_wanted.connect(self.fit)
        self._view.sigRangeChangedManually.connect(self._zoomed)
        self._view.sigXRangeChanged.connect(self._draw)
        self._view.sigResized.connect(self._draw)
        self._dress()

    def show_series(self, series: Sequence[Series], *, percent: bool) -> None:
        """Show these; `percent`: the values are fractions. A view that was zoomed stays while the runs are the same."""
        names = [one.name for one in self._series], self._is_percent
        self._series, self._is_percent = list(series[:MOST]), percent
        self._envelopes = [Envelope(one.y) for one in self._series]
        self._axis.set_percent(percent)
        for index in range(MOST):
            is_used = index < len(self._series)
            self._samples[index].setVisible(is_used)
            self._names[index].setVisible(is_used)
            self._names[index].setText(self._series[index].name if is_used else "")
        if self._is_zoomed and names == ([one.name for one in self._series], percent):
            self._draw()
        else:
            self.fit()

    def fit(self) -> None:
        """Show everything."""
        self._is_zoomed = False
        ends = [float(x[-1]) for series in self._series for x in (series.x, series.test_x) if len(x)]
        values = [values for series in self._series for values in (series.y, series.test_y)]
        self._view.setXRange(0, max(ends, default=1.0) * 1.01, padding=0)
        self._view.setYRange(*value_frame(np.empty(0), *values), padding=0)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _zoomed(self) -> None:
        self._is_zoomed = True

    def _draw(self) -> None:
        left, right = self._view.viewRange()[0]
        nothing = np.empty(0)
        for index, (curve, points) in enumerate(zip(self._curves, self._tests, strict=True)):
            if index < len(self._series):
                series = self._series[index]
                curve.setData(*self._envelopes[index].thin(series.x, left, right, int(self._view.width())))
                points.setData(series.test_x, series.test_y)
            else:
                curve.setData(nothing, nothing)
                points.setData(nothing, nothing)

    def _dress(self) -> None:
        colors = theme.colors()
        dress(self._graph, self._ground)
        hues = (colors.train, colors.test, colors.pooling, colors.dropout, colors.linear, colors.muted)
        width = max(1, round(self.devicePixelRatioF()))
        for index, hue in enumerate(hues):
            self._curves[index].setPen(pg.mkPen(hue, width=width, style=_STYLES[index]))
            self._tests[index].setBrush(pg.mkBrush(hue))
            self._samples[index].set_color(hue)
            self._samples[index].set_style(_STYLES[index])
