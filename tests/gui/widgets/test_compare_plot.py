"""Several curves over each other."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.compare_plot import MOST, ComparePlot, Series


def series(name: str, epochs: float, height: float) -> Series:
    x = np.linspace(0, epochs, 3000)
    return Series(name, x, np.full(3000, height), np.array([epochs]), np.array([height / 2]))


@pytest.fixture
def plot(qtbot: QtBot) -> ComparePlot:
    plot = ComparePlot()
    qtbot.addWidget(plot)
    plot.resize(500, 300)
    plot.show()
    qtbot.waitExposed(plot)
    return plot


def test_all_of_each_is_shown_with_its_name_and_thinned(plot: ComparePlot) -> None:
    plot.show_series([series("short", 1, 4.0), series("long", 5, 2.0)], percent=False)
    left, right = plot._view.viewRange()[0]
    low, high = plot._view.viewRange()[1]
    assert left == 0 and right == pytest.approx(5.05) and low < 1 and high > 4
    assert [name.text() for name in plot._names if name.isVisible()] == ["short", "long"]
    x, _ = plot._curves[0].getData()
    assert x is not None and 0 < len(x) <= 2 * plot._view.width()


def test_what_is_no_longer_shown_is_gone(plot: ComparePlot) -> None:
    plot.show_series([series(str(number), 1, 1.0) for number in range(MOST + 2)], percent=True)
    assert sum(name.isVisible() for name in plot._names) == MOST
    plot.show_series([], percent=True)
    assert not any(name.isVisible() for name in plot._names)
    assert not len(plot._curves[0].getData()[0])


def test_a_zoomed_view_stays_while_the_runs_are_the_same(plot: ComparePlot) -> None:
    plot.show_series([series("one", 4, 1.0)], percent=True)
    plot._view.setXRange(1, 2, padding=0)
    plot._view.sigRangeChangedManually.emit([True, False])
    plot.show_series([series("one", 5, 1.0)], percent=True)
    assert plot._view.viewRange()[0] == [1, 2]
    plot.show_series([series("other", 5, 1.0)], percent=True)
    assert plot._view.viewRange()[0] == pytest.approx([0, 5.05])
