"""What a layer of curves paints, pixel by pixel where it matters."""

from collections.abc import Iterator

import numpy as np
import pyqtgraph as pg
import pytest
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.curve_layer import CurveLayer, Trace, _unbroken

RED, BLUE = "#ff0000", "#0000ff"


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[pg.ViewBox]:
    """100 x 100 pixels of a view from 0 to 100 both ways."""
    graph = pg.GraphicsView(background="#ffffff")
    qtbot.addWidget(graph)
    graph.resize(100, 100)
    box = pg.ViewBox(defaultPadding=0.0)
    graph.setCentralItem(box)
    box.setRange(xRange=(0, 100), yRange=(0, 100), padding=0)
    graph.show()
    qtbot.waitExposed(graph)
    yield box
    graph.close()


def marked(view: pg.ViewBox, color: str) -> np.ndarray:
    """(rows, columns) bool from the top left: where that colour is."""
    image = view.getViewWidget().grab().toImage()
    pixels = [[image.pixelColor(x, y).name() == color for x in range(100)] for y in range(100)]
    return np.array(pixels)


def added(view: pg.ViewBox, *traces: tuple[str, str]) -> list[Trace]:
    layer = CurveLayer()
    view.addItem(layer, ignoreBounds=True)
    made = []
    for kind, color in traces:
        trace = layer.add(kind)  # pyright: ignore[reportArgumentType]
        trace.set_pen(pg.mkPen(color, width=1))
        trace.set_color(color)
        made.append(trace)
    return made


def test_a_curve_is_where_its_values_are_and_broken_where_there_are_none(view: pg.ViewBox) -> None:
    (curve,) = added(view, ("line", RED))
    curve.set_data(np.array([10, 40, 50, 60, 90]), np.array([30.0, 30.0, np.nan, 70.0, 70.0]))
    there = marked(view, RED)
    assert there[69:72, 12:38].any(0).all(), "at 30 from below"
    assert there[29:32, 62:88].any(0).all()
    assert not there[:, 43:58].any() and not there[:, :8].any()


def test_points_lie_over_curves_in_their_own_size_whatever_the_scale(view: pg.ViewBox) -> None:
    curve, dots = added(view, ("line", BLUE), ("dots", RED))
    curve.set_data(np.array([0, 100]), np.array([50.0, 50.0]))
    dots.set_data(np.array([20, 50]), np.array([50.0, np.nan]))
    there = marked(view, RED)
    assert there[50, 20] and 5 <= there[:, 20].sum() <= 7
    assert not there[:, 40:60].any()
    view.setRange(xRange=(0, 40), yRange=(0, 100), padding=0)
    there = marked(view, RED)
    assert there[50, 50] and 5 <= there[:, 50].sum() <= 7 and 5 <= there[50].sum() <= 7


def test_a_star_is_larger_than_a_dot(view: pg.ViewBox) -> None:
    star, dot = added(view, ("star", RED), ("dots", BLUE))
    star.set_data(np.array([30]), np.array([50.0]))
    dot.set_data(np.array([70]), np.array([50.0]))
    assert marked(view, RED).sum() > marked(view, BLUE).sum() > 20


def test_nothing_goes_beyond_the_view_however_far_the_values_do(view: pg.ViewBox) -> None:
    (curve,) = added(view, ("line", RED))
    curve.set_data(np.array([0, 50, 100]), np.array([0.0, 1e30, 0.0]))
    assert marked(view, RED).any()


@pytest.mark.parametrize(
    ("values", "parts"),
    [
        ([1.0, 2.0], [(0, 2)]),
        ([np.nan, 1.0, 2.0, np.inf, 3.0], [(1, 3)]),
        ([np.nan], []),
        ([1.0, 2.0, np.nan, 3.0, 4.0], [(0, 2), (3, 5)]),
    ],
)
def test_parts_without_a_gap(values: list[float], parts: list[tuple[int, int]]) -> None:
    assert [(part.start, part.stop) for part in _unbroken(np.array(values))] == parts
