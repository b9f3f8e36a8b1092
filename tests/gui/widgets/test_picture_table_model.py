"""The table of classified pictures, watched by Qt's own checker of models."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.picture_table_model import ERROR, FILE, LABEL, PROBABILITY, PictureRow, PictureTableModel

ROWS = [
    PictureRow(Path("/p/b.png"), "Coat", 0.5, ""),
    PictureRow(Path("/p/A.png"), "Bag", 0.9, ""),
    PictureRow(b"\x89PNG", "Coat", 0.2, ""),
    PictureRow(Path("/p/broken.png"), "", 0.0, "broken.png is no picture."),
]


@pytest.fixture
def model(qtbot: QtBot) -> PictureTableModel:
    made = PictureTableModel(lambda entry: None)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    assert tester.model() is made
    made.set_headers(("File", "Class", "Probability", "Note"), "picture {number}")
    made.add(ROWS[:2])
    made.add(ROWS[2:])
    return made


def column(model: PictureTableModel, number: int) -> list[str]:
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_each_row_says_its_picture_and_what_became_of_it(model: PictureTableModel) -> None:
    assert column(model, FILE) == ["b.png", "A.png", "picture 3", "broken.png"]
    assert column(model, LABEL) == ["Coat", "Bag", "Coat", ""]
    assert column(model, PROBABILITY) == ["50.0 %", "90.0 %", "20.0 %", ""]
    assert column(model, ERROR) == ["", "", "", "broken.png is no picture."]
    assert model.failures == 1
    assert model.headerData(LABEL, Qt.Orientation.Horizontal) == "Class"


@pytest.mark.parametrize(
    ("by", "order", "expected"),
    [
        (FILE, Qt.SortOrder.AscendingOrder, [1, 0, 3, 2]),
        (LABEL, Qt.SortOrder.AscendingOrder, [3, 1, 0, 2]),
        (LABEL, Qt.SortOrder.DescendingOrder, [0, 2, 1, 3]),
        (PROBABILITY, Qt.SortOrder.AscendingOrder, [3, 2, 0, 1]),
        (PROBABILITY, Qt.SortOrder.DescendingOrder, [1, 0, 2, 3]),
        (ERROR, Qt.SortOrder.AscendingOrder, [3, 0, 1, 2]),
    ],
)
def test_a_column_sorts_and_what_is_selected_goes_along(
    model: PictureTableModel, by: int, order: Qt.SortOrder, expected: list[int]
) -> None:
    held = [QPersistentModelIndex(model.index(row, LABEL)) for row in range(4)]
    model.sort(by, order)
    assert [model.source(row) for row in range(4)] == [ROWS[entry].source for entry in expected]
    assert [index.row() for index in held] == [expected.index(entry) for entry in range(4)]
    assert [row.source for row in model.rows()] == [ROWS[entry].source for entry in expected]


def test_sorting_twice_and_adding_afterwards_loses_nothing(model: PictureTableModel) -> None:
    model.sort(PROBABILITY, Qt.SortOrder.DescendingOrder)
    model.sort(FILE, Qt.SortOrder.AscendingOrder)
    model.add([PictureRow(Path("/p/new.png"), "Dress", 0.75, "")])
    assert column(model, FILE)[-1] == "new.png"
    assert sorted(column(model, LABEL)) == ["", "Bag", "Coat", "Coat", "Dress"]
    assert model.first_readable() == 0


def test_a_thumbnail_that_comes_later_repaints_its_row_wherever_it_is(qtbot: QtBot) -> None:
    icons: dict[int, QIcon] = {}
    model = PictureTableModel(icons.get)
    model.set_headers(("File", "Class", "Probability", "Note"), "picture {number}")
    model.add(ROWS)
    model.sort(PROBABILITY, Qt.SortOrder.DescendingOrder)
    assert model.index(0, FILE).data(Qt.ItemDataRole.DecorationRole) is None
    pixmap = QPixmap(4, 4)
    pixmap.fill(Qt.GlobalColor.red)
    icons[1] = QIcon(pixmap)
    with qtbot.waitSignal(model.dataChanged) as heard:
        model.icon_came(1)
    assert heard.args is not None and heard.args[0] == model.index(0, FILE)
    assert model.index(0, FILE).data(Qt.ItemDataRole.DecorationRole) is not None


def test_clearing_forgets_everything(model: PictureTableModel) -> None:
    model.clear()
    assert (model.rowCount(QModelIndex()), model.failures, model.first_readable()) == (0, 0, None)
