"""Several curves over each other."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.compare_plot import MOST, ComparePlot, Series, look


def series(place: int, epochs: float, height: float) -> Series:
    x = np.linspace(0, epochs, 3000)
    return Series(place, x, np.full(3000, height), np.array([epochs]), np.array([height / 2]))


def show(
    plot: ComparePlot, *all_series: Series, percent: bool = False, log: bool = False, unit: str = "epochs"
) -> None:
    plot.show_series(all_series, percent=percent, log=log, unit=unit)


@pytest.fixture
def plot(qtbot: QtBot) -> ComparePlot:
    plot = ComparePlot()
    qtbot.addWidget(plot)
    plot.resize(500, 300)
    plot.show()
    qtbot.waitExposed(plot)
    return plot


def test_all_of_each_is_shown_and_thinned(plot: ComparePlot) -> None:
    show(plot, series(0, 1, 4.0), series(1, 5, 2.0))
    left, right = plot._view.viewRange()[0]
    low, high = plot._view.viewRange()[1]
    assert left == 0 and right == pytest.approx(5.05) and low < 1 and high > 4
    x = plot._curves[0].x
    assert x is not None and 0 < len(x) <= 2 * plot._view.width()


def test_what_is_no_longer_shown_is_gone(plot: ComparePlot) -> None:
    show(plot, *(series(number, 1, 1.0) for number in range(MOST + 2)))
    assert len(plot.series) == MOST
    show(plot)
    assert not len(plot._curves[0].x) and not plot.series


def test_a_zoomed_view_stays_while_runs_and_axes_are_the_same(plot: ComparePlot) -> None:
    show(plot, series(0, 4, 1.0))
    plot._view.setXRange(1, 2, padding=0)
    plot._view.sigRangeChangedManually.emit([True, False])
    show(plot, series(0, 5, 1.0))
    assert plot._view.viewRange()[0] == [1, 2]
    show(plot, series(0, 5, 1.0), unit="steps")
    assert plot._view.viewRange()[0] == pytest.approx([0, 5.05])


def test_a_logarithmic_axis_leaves_out_what_has_no_logarithm(plot: ComparePlot) -> None:
    one = Series(0, np.arange(4.0), np.array([10.0, 1.0, 0.0, 0.1]), np.array([3.0]), np.array([100.0]))
    show(plot, one, log=True)
    y = plot._curves[0].y
    assert y is not None and y[[0, 1, 3]].tolist() == [1, 0, -1] and np.isnan(y[2])
    low, high = plot._view.viewRange()[1]
    assert low < -1 and high > 2


def test_no_two_series_look_the_same_nor_neighbours_alike() -> None:
    looks = [look(place) for place in range(MOST)]
    assert len(set(looks)) == MOST
    for (hue, style), (other_hue, other_style) in pairwise(looks):
        assert hue != other_hue and style != other_style


def test_the_one_that_is_pointed_at_stands_out(plot: ComparePlot) -> None:
    show(plot, series(3, 1, 1.0), series(7, 1, 2.0))
    plot.emphasize(7)
    assert [curve._pen.width() for curve in plot._curves[:2]] == [1, 3]
    plot.emphasize(None)
    assert [curve._pen.width() for curve in plot._curves[:2]] == [1, 1]


def test_values_where_the_pointer_is() -> None:
    one = Series(0, np.array([1.0, 2.0, 3.0]), np.array([0.1, 0.2, 0.3]), np.empty(0), np.empty(0))
    assert [one.value_at(x) for x in (0.0, 2.2, 3.0, 3.1, None)] == [0.1, 0.2, 0.3, None, 0.3]
    assert Series(0, np.empty(0), np.empty(0), np.empty(0), np.empty(0)).value_at(None) is None


def test_large_numbers_are_written_out(plot: ComparePlot) -> None:
    axis = plot._graph.getAxis("bottom")
    assert axis.tickStrings([0.0, 1e6], 1, 5e5) == ["0", QLocale().toString(1_000_000)]
    assert axis.tickStrings([0.5, 1.0], 1, 0.5) == ["0.5", "1.0"]
