"""A live plot of several curves of one kind, such as one for each layer."""

import math
from collections.abc import Callable, Hashable, Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from alexnet_gui import theme
from alexnet_gui.run.curves import nearest
from alexnet_gui.widgets.curve_layer import CurveLayer, Trace
from alexnet_gui.widgets.plot_parts import PercentAxis
from alexnet_gui.widgets.series_legend import Entry, SeriesLegend
from alexnet_gui.widgets.shown_curves import Series, ShownSeries
from alexnet_gui.widgets.step_plot import StepPlot

_NOTHING = np.empty(0)
_ROOM = 420  # pixels: narrower plots need the room that the values beside the names take


class SeriesPlot(StepPlot):
    """Shows what `set_series` gives it: few points, so all of them are drawn."""

    def __init__(self, say: Callable[[float], str], *, percent: bool = False, parent: QWidget | None = None) -> None:
        """`say` puts a value into words. The axis is in `percent`, or else logarithmic."""
        self._legend = SeriesLegend()
        least, most = (0.0, 1.0) if percent else (-math.inf, math.inf)
        axis = PercentAxis("left") if percent else None
        super().__init__(least=least, most=most, y_axis=axis, legend=False, beside=self._legend, parent=parent)
        self._percent = percent
        self._say = say
        self._steps, self._series = _NOTHING, ()
        self._last = 0.0
        self.version: Hashable = None  # of what is drawn
        self._layer, self._curves = CurveLayer(), list[Trace]()
        self._view.addItem(self._layer, ignoreBounds=True)
        self.set_log(not percent)
        self._dress()

    def set_series(self, steps: np.ndarray, series: Sequence[Series], *, version: Hashable = None) -> None:
        """Draw these over `steps` (n,) from now on; they are kept as the `version`."""
        self.version = version
        self._steps, self._series = steps, tuple(series)
        self._make_curves()
        for curve, one in zip(self._curves, self._series, strict=True):
            curve.set_data(steps, self._scaled(one.values))
        self.redraw()

    def come_to(self, step: int) -> None:
        """How far the run is, which the view follows."""
        self._last = float(step)
        self.redraw()

    @property
    def shown(self) -> ShownSeries:
        """What is shown now."""
        return ShownSeries(frame=self._frame, steps=self._steps, series=self._series, percent=self._percent)

    @property
    def values(self) -> dict[str, str]:
        """Of each curve at the crosshair, or the last one."""
        index = self._index(self._pointed_at)
        return {} if index is None else {one.name: self._say(float(one.values[index])) for one in self._series}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._legend.set_wide(self.width() >= _ROOM)

    def _last_step(self) -> float:
        return self._last

    def _draw(self, left: float, right: float) -> tuple[np.ndarray, ...]:
        inside = (self._steps >= left) & (self._steps <= right)
        return _NOTHING, *(self._scaled(one.values[inside]) for one in self._series)

    def _values_at(self, at: float | None) -> tuple[int | None, str]:
        self._legend.set_values(list(self.values.values()))
        index = self._index(at)
        if index is None:
            return None, self.tr("nothing is recorded yet")
        return int(self._steps[index]), self._range_at(index)

    def _range_at(self, index: int) -> str:
        """The value that is about all, or from where to where the others go."""
        whole = [one for one in self._series if one.place is None]
        found = np.array([float(one.values[index]) for one in whole or self._series])
        found = found[np.isfinite(found)]
        if not len(found):
            return ""
        low, high = self._say(float(found.min())), self._say(float(found.max()))
        return low if low == high else self.tr("{low} to {high}").format(low=low, high=high)

    def _show_readout(self) -> None:
        super()._show_readout()
        said = ", ".join(f"{name} {value}" for name, value in self.values.items())
        self.setAccessibleDescription(f"{self.readout}: {said}" if said else self.readout)

    def _index(self, at: float | None) -> int | None:
        if at is None:
            return len(self._steps) - 1 if len(self._steps) else None
        return nearest(self._steps, at)

    def _make_curves(self) -> None:
        """As many as there are series, in their colours."""
        if len(self._curves) != len(self._series):
            self._layer.clear()
            self._curves = [self._layer.add() for _ in self._series]
        self._dress()

    def _dress(self) -> None:
        super()._dress()
        for curve, one in zip(self._curves, self._series, strict=True):
            style = Qt.PenStyle.DashLine if one.dashed else Qt.PenStyle.SolidLine
            curve.set_pen(pg.mkPen(_color(one), width=self._pen_width * (2 if one.place is None else 1), style=style))
        self._legend.set_entries([Entry(one.name, _color(one), one.dashed) for one in self._series])


def _color(one: Series) -> str:
    colors = theme.colors()
    return colors.text if one.place is None else colors.in_order(one.place)
