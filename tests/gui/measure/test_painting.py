"""An update counts with all the painting that it brings about."""

import time

import pyqtgraph as pg
import pytest
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from alexnet_gui.measure.painting import Painting


class SlowCurve(pg.PlotCurveItem):
    """A curve that takes a fifth of a second to paint."""

    def paint(self, p: QPainter, opt: object, widget: object) -> None:
        super().paint(p, opt, widget)
        time.sleep(0.2)


def test_painting_is_part_of_the_time_and_a_plot_that_is_not_painted_is_none(qtbot: QtBot) -> None:
    plot, curve = pg.PlotWidget(), SlowCurve([0, 1], [0, 1])
    plot.addItem(curve)
    qtbot.addWidget(plot)
    plot.show()
    painting = Painting(plot)
    qtbot.waitUntil(lambda: painting.is_complete)
    assert painting.of(lambda: curve.setData([0, 1], [1, 0])) >= 200
    with pytest.raises(RuntimeError, match="only 0 were painted"):
        painting.of(plot.hide)
