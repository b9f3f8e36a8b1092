"""The plot: what is drawn, how it follows, and what hands and keys do."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from alexnet_gui import formatting
from alexnet_gui.widgets.curve_plot import CurvePlot

STEPS = np.arange(1, 5001)
RAW = (2 + np.sin(STEPS / 7)).astype(np.float32)
SMOOTH = np.full(5000, 2.0)
TEST_STEPS, TEST = np.array([1000.0, 2000.0]), np.array([1.5, 2.5])


@pytest.fixture
def plot(qtbot: QtBot) -> CurvePlot:
    plot = CurvePlot(lambda value: f"{value:.2f}", least=0.0)
    qtbot.addWidget(plot)
    plot.resize(600, 300)
    plot.show()
    qtbot.waitExposed(plot)
    plot.set_run(steps_per_epoch=1000, total=10_000, over=False)
    plot.set_curves(STEPS, RAW, SMOOTH, TEST_STEPS, TEST, 1)
    return plot


def x_range(plot: CurvePlot) -> tuple[float, float]:
    left, right = plot._view.viewRange()[0]
    return left, right


def y_range(plot: CurvePlot) -> tuple[float, float]:
    low, high = plot._view.viewRange()[1]
    return low, high


def test_no_more_than_two_points_a_pixel_are_drawn(plot: CurvePlot) -> None:
    x = plot._raw_curve.x
    assert x is not None and 100 < len(x) <= 2 * plot._view.width()


def test_the_best_evaluation_is_starred(plot: CurvePlot) -> None:
    x, y = plot._best_point.x, plot._best_point.y
    assert (x.tolist(), y.tolist()) == ([2000], [2.5])


def test_an_unzoomed_view_follows_and_a_zoomed_one_stays(plot: CurvePlot) -> None:
    assert x_range(plot) == pytest.approx((0, 5050))
    more = np.arange(1, 6001)
    values = np.full(6000, 2.0)
    plot.set_curves(more, values, values, TEST_STEPS, TEST, 1)
    assert x_range(plot) == pytest.approx((0, 10_100))
    plot.show_x(100, 200)
    plot.set_curves(more, values, values, TEST_STEPS, TEST, 1)
    assert x_range(plot) == pytest.approx((100, 200))
    assert not plot.follows
    plot.fit()
    assert plot.follows and x_range(plot) == pytest.approx((0, 10_100))


def test_a_drag_zooms_and_a_double_click_shows_all_again(plot: CurvePlot, qtbot: QtBot) -> None:
    zooms: list[tuple[float, float]] = []
    plot.zoomed.connect(lambda left, right: zooms.append((left, right)))
    view = plot._graph.viewport()
    frame = plot._view.sceneBoundingRect()
    start = QPoint(int(frame.left() + frame.width() * 0.25), int(frame.top() + 40))
    end = QPoint(int(frame.left() + frame.width() * 0.5), int(frame.bottom() - 40))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.3, 0.6, 1.0):
        qtbot.mouseMove(view, start + (end - start) * share)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    assert x_range(plot) == pytest.approx((5050 * 0.25, 5050 * 0.5), rel=0.05)
    assert zooms and zooms[-1] == pytest.approx(x_range(plot))
    button = plot.findChild(QToolButton)
    assert button and button.isVisible()
    fits: list[bool] = []
    plot.fitted.connect(lambda: fits.append(True))
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=end)
    assert fits and x_range(plot) == pytest.approx((0, 5050))
    assert not button.isVisible()


def test_the_readout_says_the_last_values_or_those_at_the_crosshair(plot: CurvePlot) -> None:
    assert plot.readout.startswith("epoch 5.00")
    assert "test 2.50" in plot.readout
    plot.point_at(1002.3)
    assert plot.readout.startswith("epoch 1.00")
    assert f"train 2.00 (raw {RAW[1001]:.2f})" in plot.readout and "test 1.50" in plot.readout
    plot.set_in_epochs(False)
    assert plot.readout.startswith(f"step {formatting.count(1002)}")
    assert plot.accessibleDescription() == plot.readout


def test_the_mouse_moves_the_crosshair_and_tells_others(plot: CurvePlot, qtbot: QtBot) -> None:
    told: list[float | None] = []
    plot.pointed.connect(told.append)
    middle = plot._view.sceneBoundingRect().center()
    plot._graph.scene().sigMouseMoved.emit(QPointF(middle))
    assert told[-1] == pytest.approx(2525, rel=0.02)
    assert plot._cross.isVisible()


def test_keys_point_zoom_and_show_all(plot: CurvePlot, qtbot: QtBot) -> None:
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    assert plot._cross.isVisible()
    qtbot.keyClick(plot, Qt.Key.Key_Plus)
    left, right = x_range(plot)
    assert right - left == pytest.approx(5050 * 0.8)
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.follows and not plot._cross.isVisible()


def test_a_logarithmic_axis_shows_powers_and_survives_zero(plot: CurvePlot) -> None:
    values = np.array([0.0, 0.01, 1.0])
    plot.set_curves(np.array([1, 2, 3]), values, values, TEST_STEPS[:0], TEST[:0], None)
    plot.set_log(True)
    low, high = y_range(plot)
    assert -2.2 < low < -2 and -0.1 < high < 0.2
    y = plot._raw_curve.y
    assert y is not None and np.isnan(y[0]) and y[1] == pytest.approx(-2)


def test_nothing_is_drawn_of_nothing(plot: CurvePlot) -> None:
    nothing = np.empty(0)
    plot.set_curves(nothing, nothing, nothing, nothing, nothing, None)
    assert plot.readout == ""


def test_the_y_axis_keeps_to_its_limits(qtbot: QtBot) -> None:
    plot = CurvePlot(str, least=0.0, most=1.0, percent=True)
    qtbot.addWidget(plot)
    values = np.array([0.0, 0.5, 1.0])
    plot.set_curves(np.array([1, 2, 3]), values, values, TEST_STEPS[:0], TEST[:0], None)
    assert y_range(plot) == pytest.approx((0, 1))
