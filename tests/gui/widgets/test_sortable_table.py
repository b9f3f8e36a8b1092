"""A table that is sorted by its numbers, not by their texts, and knows its rows."""

import math

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.sortable_table import Entry, SortableTable


def test_numbers_are_sorted_as_numbers_and_rows_keep_theirs(qtbot: QtBot) -> None:
    table = SortableTable()
    qtbot.addWidget(table)
    table.set_headings(("Name", "Share"))
    rows = [[Entry("b"), Entry("9 %", 0.09)], [Entry("A"), Entry("–", math.nan)], [Entry("c"), Entry("10 %", 0.1)]]
    table.set_rows(rows)
    assert [table.row_of(row) for row in range(3)] == [0, 1, 2], "as given until a heading is clicked"
    table.sortItems(1, Qt.SortOrder.DescendingOrder)
    assert [table.row_of(row) for row in range(3)] == [2, 0, 1]
    table.setCurrentCell(0, 0)
    table.set_rows([[Entry("b"), Entry("20 %", 0.2)], *rows[1:]])
    assert [table.row_of(row) for row in range(3)] == [0, 2, 1], "it stays sorted"
    assert table.row_of(table.currentRow()) == 2, "the same row stays chosen"
    table.sortItems(0, Qt.SortOrder.AscendingOrder)
    assert [table.row_of(row) for row in range(3)] == [1, 0, 2]
    assert table.row_of(9) is None
