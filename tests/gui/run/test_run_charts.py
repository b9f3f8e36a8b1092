"""What a real plot shows, as a chart for print."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from alexnet_gui.run.run_charts import chart_of, comparison_of
from alexnet_gui.theme import LIGHT
from alexnet_gui.widgets import compare_plot
from alexnet_gui.widgets.compare_plot import ComparePlot
from alexnet_gui.widgets.curve_plot import CurvePlot
from alexnet_gui.widgets.series_plot import SeriesPlot
from alexnet_gui.widgets.shown_curves import Series
from core.out.chart_svg import drawing


def plot(qtbot: QtBot, *, tested: bool = True) -> CurvePlot:
    made = CurvePlot(str, least=0.0, tested=tested)
    qtbot.addWidget(made)
    made.resize(500, 300)
    steps, raw = np.arange(1.0, 41), np.linspace(2, 0.5, 40)
    made.set_run(steps_per_epoch=10, total=40, over=True)
    tests = (np.array([10.0, 20, 30, 40]), np.array([2.0, 1, 0.6, 0.7])) if tested else (np.empty(0), np.empty(0))
    made.set_marks([(15.5, "rate 0.1")])
    made.set_curves(steps, raw, raw * 1.0 if tested else raw, *tests, 2 if tested else None)
    return made


def test_in_epochs(qtbot: QtBot) -> None:
    chart = chart_of(plot(qtbot).shown, title="Loss", unit="Cross-entropy")
    assert (chart.title, chart.x_label, chart.y_label, chart.band) == ("Loss", "Epoch", "Cross-entropy", 1)
    assert [curve.name for curve in chart.curves] == ["Training (raw)", "Training", "Test"]
    assert chart.curves[1].x[-1] == 4
    assert chart.curves[2].x.tolist() == [1, 2, 3, 4]
    assert chart.curves[2].star == 2
    assert chart.x_range == pytest.approx((0, 4.04))
    assert list(chart.marks) == [(1.55, "rate 0.1")]


def test_in_steps_and_zoomed(qtbot: QtBot) -> None:
    shown = plot(qtbot)
    shown.set_in_epochs(False)
    shown.show_x(10, 20)
    chart = chart_of(shown.shown, title="Loss", unit="")
    assert (chart.x_label, chart.x_range, chart.band) == ("Step", (10, 20), 10)


def test_logarithmic(qtbot: QtBot) -> None:
    shown = plot(qtbot)
    shown.set_log(True)
    chart = chart_of(shown.shown, title="Loss", unit="")
    low, high = chart.y_range
    assert chart.log
    assert 0 < low < 0.5 < 2 < high < 3


def test_one_curve_alone(qtbot: QtBot) -> None:
    chart = chart_of(plot(qtbot, tested=False).shown, title="Learning rate", unit="")
    assert [curve.name for curve in chart.curves] == ["Learning rate"]


def test_several_curves_of_one_kind(qtbot: QtBot) -> None:
    made = SeriesPlot(str)
    qtbot.addWidget(made)
    made.set_run(steps_per_epoch=2, total=4, over=True)
    made.set_series(
        np.array([1.0, 4]), [Series("all", np.array([1.0, 2]), None), Series("fc.0", np.array([0.1, 0.2]), 1, True)]
    )
    made.come_to(4)
    chart = chart_of(made.shown, title="Gradient norm", unit="")
    assert [(curve.name, curve.dash) for curve in chart.curves] == [("all", ""), ("fc.0", "6 4")]
    assert chart.log and chart.curves[0].x.tolist() == [0.5, 2] and len({curve.color for curve in chart.curves}) == 2


def test_a_comparison_has_the_runs_by_their_names(qtbot: QtBot) -> None:
    compared = ComparePlot()
    qtbot.addWidget(compared)
    compared.resize(500, 300)
    x = np.linspace(0, 4, 50)
    tests = np.array([2.0, 4.0]), np.array([0.2, 0.1])
    series = [compare_plot.Series(place, x, np.exp(-x), *tests) for place in (0, 3)]
    compared.show_series(series, percent=False, log=True, unit="epochs")
    chart = comparison_of(compared.shown, {0: "first", 3: "second"}, title="Loss", unit="Cross-entropy")
    assert [(curve.name, curve.listed) for curve in chart.curves] == [
        ("first", True),
        ("first (test)", False),
        ("second", True),
        ("second (test)", False),
    ]
    assert chart.curves[0].color == LIGHT.train
    assert (chart.curves[0].dash, chart.curves[2].dash) == ("", "6 3 1.5 3")
    assert chart.log and 0 < chart.y_range[0] < np.exp(-4) and chart.x_label == "Epochs"
    drawn = drawing([chart])
    assert drawn.count(">first</text>") == 1 and "(test)" not in drawn
    assert drawn.count("<path") == 2
