"""Things in columns: as many as fit, all of one width, and as high as that takes."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.columns_layout import ColumnsLayout

WORDS = ("a", "some", "a few words more", "b", "c", "d", "e")
GAP = 8


class Boxes(QWidget):
    """Seven boxes in columns, above something else."""

    def __init__(self) -> None:
        super().__init__()
        self.columns = QWidget()
        self.boxes = [QCheckBox(word) for word in WORDS]
        layout = ColumnsLayout(self.columns, column_gap=GAP, row_gap=4)
        for box in self.boxes:
            layout.addWidget(box)
        self.below = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
        column.addWidget(self.below, 1)
        self.widest = max(box.sizeHint().width() for box in self.boxes)


@pytest.mark.parametrize("columns", [1, 2, 3, 7])
def test_as_many_columns_as_fit(columns: int, qtbot: QtBot) -> None:
    boxes = Boxes()
    qtbot.addWidget(boxes)
    boxes.resize(columns * boxes.widest + (columns - 1) * GAP, 400)
    boxes.show()
    x = sorted({box.x() for box in boxes.boxes})
    assert len(x) == columns
    assert {after - before for before, after in pairwise(x)} <= {boxes.widest + GAP}
    assert len({box.y() for box in boxes.boxes}) == -(-7 // columns)
    assert all(box.width() >= box.sizeHint().width() for box in boxes.boxes)
    assert max(box.geometry().bottom() for box in boxes.boxes) < boxes.below.y()


def test_one_column_where_there_is_no_room_and_nothing_in_an_empty_one(qtbot: QtBot) -> None:
    boxes = Boxes()
    qtbot.addWidget(boxes)
    layout = boxes.columns.layout()
    assert layout and layout.heightForWidth(1) == layout.heightForWidth(boxes.widest)
    assert boxes.columns.minimumSizeHint().width() == boxes.widest
    empty = QWidget()
    qtbot.addWidget(empty)
    assert ColumnsLayout(empty, column_gap=GAP, row_gap=4).heightForWidth(100) == 0
