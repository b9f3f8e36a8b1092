"""The reliability diagram: bars as high as what is right, and the same in words."""

import numpy as np
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.reliability_diagram import ReliabilityDiagram


def test_bars_and_words(qtbot: QtBot) -> None:
    made = ReliabilityDiagram()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.set_values(
        count=np.array([0, 0, 0, 20]),
        confidence=np.array([np.nan, np.nan, np.nan, 0.9]),
        accuracy=np.array([np.nan, np.nan, np.nan, 0.5]),
    )
    assert made.accessibleDescription() == "where it is sure at 90.0 %, 50.0 % are right, of 20"
    image = made.grab().toImage()
    blue = np.array(
        [[image.pixelColor(x, y).blue() - image.pixelColor(x, y).red() for x in range(400)] for y in range(300)]
    )
    rows = np.flatnonzero((blue > 60).sum(1) > 50)
    columns = np.flatnonzero((blue > 60).sum(0) > 50)
    assert len(columns) and columns.min() > 250, "one bar, in the last quarter"
    assert 0.35 < len(rows) / 212 < 0.65, "half as high as the plot"
