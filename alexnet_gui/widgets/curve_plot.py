"""A live plot of one measure: raw and smoothed training curve, test points, the best one starred."""

import math
from collections.abc import Callable, Hashable

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from alexnet_gui import theme
from alexnet_gui.run.curves import nearest
from alexnet_gui.run.envelope import Envelope
from alexnet_gui.widgets.curve_layer import CurveLayer
from alexnet_gui.widgets.plot_parts import PercentAxis, mixed
from alexnet_gui.widgets.shown_curves import ShownCurves
from alexnet_gui.widgets.step_plot import StepPlot

_NOTHING = np.empty(0)


class CurvePlot(StepPlot):
    """Shows what `set_curves` gives it."""

    def __init__(
        self,
        say: Callable[[float], str],
        *,
        least: float = -math.inf,
        most: float = math.inf,
        percent: bool = False,
        tested: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`say` puts a value into words; the y axis never goes beyond `least` and `most`; it may be in `percent`.
        What is not `tested` has a training curve alone."""
        super().__init__(
            least=least, most=most, y_axis=PercentAxis("left") if percent else None, legend=tested, parent=parent
        )
        self._say = say
        self._tested, self._percent = tested, percent
        self._steps = self._raw = self._smoothed = self._test_steps = self._test = _NOTHING
        self._envelopes = {"raw": Envelope(), "smoothed": Envelope()}
        self._best: int | None = None
        layer = CurveLayer()
        self._raw_curve, self._smooth_curve, self._test_curve = layer.add(), layer.add(), layer.add()
        self._test_points, self._best_point = layer.add("dots"), layer.add("star")
        self._view.addItem(layer, ignoreBounds=True)
        self._dress()

    def set_curves(
        self,
        steps: np.ndarray,
        raw: np.ndarray,
        smoothed: np.ndarray,
        test_steps: np.ndarray,
        test: np.ndarray,
        best: int | None,
        version: Hashable = None,
    ) -> None:
        """Draw these; all (n,) but the test's two (m,); `best` is an index into the latter. Under the same `version`
        the curves only grew, which is quicker; None is never the same."""
        self._steps, self._raw, self._smoothed = steps, raw, smoothed
        self._test_steps, self._test, self._best = test_steps, test, best
        for name, values in (("raw", raw), ("smoothed", smoothed)):
            self._envelopes[name].follow(values, version)
        self.redraw()

    @property
    def shown(self) -> ShownCurves:
        """What is shown now."""
        return ShownCurves(
            frame=self._frame,
            steps=self._steps,
            raw=self._raw,
            smoothed=self._smoothed,
            test_steps=self._test_steps,
            test=self._test,
            best=self._best,
            tested=self._tested,
            percent=self._percent,
        )

    def _last_step(self) -> float:
        return max((float(values[-1]) for values in (self._steps, self._test_steps) if len(values)), default=0.0)

    def _draw(self, left: float, right: float) -> tuple[np.ndarray, ...]:
        """Thinned to what the view can show."""
        pixels = max(2, int(self._view.width()))
        raw_x, raw_y = self._envelopes["raw"].thin(self._steps, left, right, pixels)
        smooth_x, smooth_y = self._envelopes["smoothed"].thin(self._steps, left, right, pixels)
        raw_y, smooth_y, test = self._scaled(raw_y), self._scaled(smooth_y), self._scaled(self._test)
        self._raw_curve.set_data(raw_x, raw_y)
        self._smooth_curve.set_data(smooth_x, smooth_y)
        self._test_curve.set_data(self._test_steps, test)
        self._test_points.set_data(self._test_steps, test)
        best = slice(0) if self._best is None else slice(self._best, self._best + 1)
        self._best_point.set_data(self._test_steps[best], test[best])
        return raw_y, smooth_y, test[(self._test_steps >= left) & (self._test_steps <= right)]

    def _values_at(self, at: float | None) -> tuple[int | None, str]:
        index = nearest(self._steps, at) if at is not None else len(self._steps) - 1 if len(self._steps) else None
        test = nearest(self._test_steps, at) if at is not None else len(self._test) - 1 if len(self._test) else None
        words = []
        if test is not None:
            words.append(self.tr("test {value}").format(value=self._say(float(self._test[test]))))
        if index is not None:
            words.append(self._trained(index))
        return None if index is None else int(self._steps[index]), "   ".join(words)

    def _trained(self, index: int) -> str:
        value, raw = self._say(float(self._smoothed[index])), self._say(float(self._raw[index]))
        if self._tested:
            return self.tr("train {value} (raw {raw})").format(value=value, raw=raw)
        return value if self._smoothed is self._raw else self.tr("{value} (raw {raw})").format(value=value, raw=raw)

    def _dress(self) -> None:
        super()._dress()
        colors, width = theme.colors(), self._pen_width
        self._raw_curve.set_pen(pg.mkPen(mixed(colors.train, colors.surface, 0.32), width=1))
        self._smooth_curve.set_pen(pg.mkPen(colors.train, width=width))
        self._test_curve.set_pen(pg.mkPen(colors.test, width=width, style=Qt.PenStyle.DashLine))
        self._test_points.set_color(colors.test)
        self._best_point.set_color(colors.test)
        self._best_point.set_pen(pg.mkPen(colors.surface, width=1))
        self._header.set_colors(train=colors.train, test=colors.test)
