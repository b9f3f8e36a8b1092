"""Which curve is which."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.compare_legend import CompareLegend, Entry

ENTRIES = [
    Entry(number, f"run {number}", f"rate {number}" if number else "", "#0072b2", Qt.PenStyle.DotLine)
    for number in range(3)
]


@pytest.fixture
def legend(qtbot: QtBot) -> CompareLegend:
    legend = CompareLegend()
    qtbot.addWidget(legend)
    legend.resize(200, 300)
    legend.show()
    legend.show_entries(ENTRIES)
    return legend


def test_a_row_an_entry_with_its_value(legend: CompareLegend) -> None:
    legend.show_values(["1", "2", "3"])
    assert [(row._name.text(), row._details.text(), row._value.text()) for row in legend._rows] == [
        ("run 0", "", "1"),
        ("run 1", "rate 1", "2"),
        ("run 2", "rate 2", "3"),
    ]
    legend.show_entries(ENTRIES[1:])
    assert [row._name.text() for row in legend._rows if row.isVisible()] == ["run 1", "run 2"]


def test_the_row_under_the_pointer_is_told(legend: CompareLegend, qtbot: QtBot) -> None:
    row = legend._rows[2]
    with qtbot.waitSignal(legend.entered, check_params_cb=lambda place: place == 2):
        QApplication.sendEvent(row, QEnterEvent(QPointF(), QPointF(), QPointF()))
    with qtbot.waitSignal(legend.entered, check_params_cb=lambda place: place is None):
        QApplication.sendEvent(row, QEvent(QEvent.Type.Leave))
