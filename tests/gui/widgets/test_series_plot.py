"""Several curves of one kind: their values, their legend, and what is shown of them."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from alexnet_gui import theme
from alexnet_gui.widgets.series_plot import SeriesPlot
from alexnet_gui.widgets.shown_curves import Series

STEPS = np.array([1.0, 2, 4, 8])


def series(*, whole: bool = True) -> list[Series]:
    layers = [
        Series("conv.0", np.array([1.0, 0.1, 0.01, 0.0]), 0.0),
        Series("fc.0", np.array([0.5, np.nan, 0.02, 0.2]), 1.0, dashed=True),
    ]
    return [Series("all", np.array([2.0, 1, 0.5, 4]), None), *layers] if whole else layers


@pytest.fixture
def plot(qtbot: QtBot) -> SeriesPlot:
    plot = SeriesPlot(lambda value: f"{value:.2f}")
    qtbot.addWidget(plot)
    plot.resize(600, 300)
    plot.show()
    qtbot.waitExposed(plot)
    plot.set_run(steps_per_epoch=4, total=16, over=False)
    plot.set_series(STEPS, series())
    plot.come_to(9)
    return plot


def test_curves_are_logarithmic_in_the_colours_of_their_order_and_what_is_0_is_a_gap(plot: SeriesPlot) -> None:
    whole, first, last = plot._curves
    assert first.y[:3].tolist() == pytest.approx([0, -1, -2]) and np.isnan(first.y[3])
    colors = [curve._pen.color().name() for curve in (whole, first, last)]
    assert colors == [theme.colors().text, theme.colors().in_order(0), theme.colors().in_order(1)]
    assert last._pen.style() == Qt.PenStyle.DashLine


def test_the_view_follows_the_run_not_the_last_of_the_few_points(plot: SeriesPlot) -> None:
    assert plot._view.viewRange()[0] == pytest.approx([0, 16.16])
    low, high = plot._view.viewRange()[1]
    assert -2.3 < low < -2 and np.log10(4) < high < 0.9


def test_all_values_at_the_crosshair_are_told(plot: SeriesPlot) -> None:
    assert plot.values == {"all": "4.00", "conv.0": "0.00", "fc.0": "0.20"}
    assert plot.readout == "epoch 2.00   4.00"
    plot.point_at(1.2)
    assert plot.values == {"all": "2.00", "conv.0": "1.00", "fc.0": "0.50"}
    assert plot.accessibleDescription() == "epoch 0.25   2.00: all 2.00, conv.0 1.00, fc.0 0.50"
    plot.set_series(STEPS, series(whole=False))
    plot.point_at(4)
    assert plot.readout == "epoch 1.00   0.01 to 0.02"


def test_shares_have_an_axis_from_0_to_1(qtbot: QtBot) -> None:
    plot = SeriesPlot(lambda value: f"{value:.0%}", percent=True)
    qtbot.addWidget(plot)
    plot.set_series(STEPS, [Series("conv.0", np.array([0.0, 0.25, 0.5, 1.0]), 0.0)])
    plot.come_to(8)
    assert plot._curves[0].y.tolist() == [0, 0.25, 0.5, 1]
    assert plot._view.viewRange()[1] == pytest.approx([0, 1])
    assert plot.shown.percent and not plot.shown.frame.log and plot.values == {"conv.0": "100%"}


def test_other_series_replace_those_before(plot: SeriesPlot) -> None:
    plot.set_series(STEPS[:1], [Series("fc.0", np.array([3.0]), 0.0)])
    assert len(plot._curves) == 1 and plot.values == {"fc.0": "3.00"}
    plot.set_series(STEPS[:0], [])
    assert not plot._curves and plot.readout == "nothing is recorded yet"


def test_a_narrow_plot_leaves_the_values_to_the_line_above(plot: SeriesPlot, qtbot: QtBot) -> None:
    wide = plot._legend.width()
    assert wide > 60
    plot.resize(360, 300)
    qtbot.waitUntil(lambda: plot._legend.width() < wide)


def test_it_is_zoomed_like_the_others(plot: SeriesPlot, qtbot: QtBot) -> None:
    zooms: list[tuple[float, float]] = []
    plot.zoomed.connect(lambda left, right: zooms.append((left, right)))
    qtbot.keyClick(plot, Qt.Key.Key_Plus)
    assert zooms and not plot.follows
    plot.come_to(12)
    assert plot._view.viewRange()[0] == pytest.approx(zooms[-1])
    qtbot.keyClick(plot, Qt.Key.Key_0)
    assert plot.follows


def test_what_is_shown_can_be_drawn_elsewhere(plot: SeriesPlot) -> None:
    shown = plot.shown
    assert [one.name for one in shown.series] == ["all", "conv.0", "fc.0"]
    assert shown.frame.log and shown.frame.in_epochs and shown.steps.tolist() == STEPS.tolist()
