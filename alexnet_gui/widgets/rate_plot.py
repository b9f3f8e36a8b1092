"""The loss at each learning rate of a range test, over rates of many powers of ten."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alexnet_gui import theme
from alexnet_gui.run.curves import value_frame
from alexnet_gui.widgets.plot_parts import HandledViewBox, PlotGround, dress, mixed

_LEAST = 0.1  # of the loss are shown above and below it, or the noise of the first steps would fill the plot


class RatePlot(QWidget):
    """Shows what `set_losses` gives it between two rates, and marks one."""

    def __init__(self, low: float, high: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ends = float(np.log10(low)), float(np.log10(high))
        self._view = HandledViewBox()
        self._graph = pg.PlotWidget(viewBox=self._view)
        self._graph.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._graph.setFrameShape(self._graph.Shape.NoFrame)
        self._graph.hideButtons()
        self._graph.getAxis("bottom").setLogMode(True, False)
        for side in ("left", "bottom"):
            self._graph.getAxis(side).enableAutoSIPrefix(False)
        self._ground = PlotGround(self._graph.getAxis("left"))
        self._raw, self._smoothed = pg.PlotCurveItem(), pg.PlotCurveItem()
        self._mark = pg.InfiniteLine(angle=90, movable=False)
        self._mark.hide()
        for item in (self._ground, self._raw, self._smoothed, self._mark):
            self._view.addItem(item, ignoreBounds=True)
        self._view.fit_wanted.connect(self._fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._graph)
        self._losses = np.empty(0)
        self._fit()
        self._dress()

    def set_losses(self, rates: Sequence[float], losses: Sequence[float], smoothed: Sequence[float]) -> None:
        """All (n,), in the order in which they were tried."""
        self._losses = np.array(smoothed)
        self._raw.setData(np.log10(rates), np.array(losses))
        self._smoothed.setData(np.log10(rates), self._losses)
        self._fit()

    def mark(self, rate: float) -> None:
        """Draw an upright line there."""
        self._mark.setValue(np.log10(rate))
        self._mark.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _fit(self) -> None:
        self._view.setXRange(*self._ends, padding=0.02)
        low, high = value_frame(self._losses, least=0.0)
        middle, half = (low + high) / 2, (high - low) / 2
        half = max(half, _LEAST * middle)
        self._view.setYRange(max(0.0, middle - half), middle + half, padding=0)

    def _dress(self) -> None:
        colors = theme.colors()
        dress(self._graph, self._ground)
        width = max(1, round(self.devicePixelRatioF()))
        self._raw.setPen(pg.mkPen(mixed(colors.train, colors.surface, 0.32), width=1))
        self._smoothed.setPen(pg.mkPen(colors.train, width=width))
        self._mark.setPen(pg.mkPen(colors.test, width=width, style=Qt.PenStyle.DashLine))
