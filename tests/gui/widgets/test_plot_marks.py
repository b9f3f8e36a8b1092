"""Marks on a plot: a line each, a word where there is room."""

from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QImage
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.plot_parts import PlotMarks


def picture(qtbot: QtBot, marks: list[tuple[float, str]]) -> tuple[QImage, list[float]]:
    """400 pixels wide, and where on it the marks are."""
    plot = pg.PlotWidget(background="white")
    qtbot.addWidget(plot)
    plot.hideAxis("left")
    plot.hideAxis("bottom")
    item = PlotMarks(QFont())
    item.set_colors(line=QColor("red"), text=QColor("blue"))
    item.set_marks(marks)
    view = plot.getPlotItem().getViewBox()
    view.addItem(item, ignoreBounds=True)
    view.setRange(xRange=(0, 100), yRange=(0, 1), padding=0)
    plot.resize(400, 120)
    with qtbot.waitExposed(plot):
        plot.show()
    places = [view.mapViewToScene(QPointF(at, 0.5)).x() for at, _ in marks]
    return plot.grab().toImage().scaled(400, 120), places


def columns(image: QImage, is_one: Callable[[QColor], bool]) -> list[int]:
    """Where there are pixels of a kind."""
    return [x for x in range(400) if any(is_one(image.pixelColor(x, y)) for y in range(120))]


def red(color: QColor) -> bool:
    return color.red() > 200 and color.blue() < 100


def blue(color: QColor) -> bool:
    return color.blue() > 150 and color.red() < 200


def test_a_line_each_and_a_word_where_there_is_room(qtbot: QtBot) -> None:
    marks = [(25.0, "rate 0.1"), (25.5, "hidden"), (60.0, ""), (99.9, "no room"), (300.0, "outside")]
    image, (*places, _) = picture(qtbot, marks)
    lines, words = columns(image, red), columns(image, blue)
    assert all(any(abs(x - place) <= 1.5 for x in lines) for place in places)
    assert all(min(abs(x - place) for place in places) <= 1.5 for x in lines)
    assert words and min(words) >= places[0] + 2
    assert max(words) < places[0] + 70, "the second word would lie over the first, the last beyond the edge"


def test_nothing_changed_is_nothing_drawn(qtbot: QtBot) -> None:
    image, _ = picture(qtbot, [])
    assert not columns(image, red) and not columns(image, blue)
    assert image.pixelColor(200, 60) == QColor(Qt.GlobalColor.white)
