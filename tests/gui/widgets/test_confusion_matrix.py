"""The confusion matrix: what a click, a key and a screen reader get of it."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.confusion_matrix import ConfusionMatrix, MatrixGeometry

COUNTS = np.array([[90, 10, 0], [0, 0, 0], [1, 4, 195]])


@pytest.fixture
def matrix(qtbot: QtBot) -> ConfusionMatrix:
    made = ConfusionMatrix()
    qtbot.addWidget(made)
    made.resize(400, 400)
    made.set_counts(COUNTS, ("Coat", "Shirt", "Bag"))
    made.show()
    qtbot.waitExposed(made)
    return made


def test_points_and_cells() -> None:
    where = MatrixGeometry(left=50, top=10, cell=20, classes=3)
    assert where.cell_at(QPointF(50, 10)) == (0, 0) and where.cell_at(QPointF(109, 69)) == (2, 2)
    assert where.cell_at(where.rect((1, 2)).center()) == (1, 2)
    assert [where.cell_at(QPointF(x, y)) for x, y in ((49, 20), (60, 9), (110, 20), (60, 70))] == [None] * 4


def test_a_cell_in_words(matrix: ConfusionMatrix) -> None:
    assert matrix.words((0, 1)) == "Coat taken for Shirt: 10 of 100 (10.0 %)"
    assert matrix.words((2, 2)) == "Bag recognised: 195 of 200 (97.5 %)"
    assert matrix.words((1, 0)) == "Shirt taken for Coat: 0 of 0 (0.0 %)"
    assert matrix.worst() == [(0, 1), (2, 1), (2, 0)]
    assert matrix.accessibleDescription().startswith("Coat taken for Shirt: 10 of 100")


def test_a_click_chooses_and_a_second_one_lets_go(matrix: ConfusionMatrix, qtbot: QtBot) -> None:
    heard: list[object] = []
    matrix.chosen.connect(heard.append)
    there = matrix.geometry_of_cells().rect((0, 1)).center().toPoint()
    qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=there)
    assert matrix.cell == (0, 1)
    assert matrix.accessibleDescription() == matrix.words((0, 1))
    qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=there)
    assert heard == [(0, 1), None] and matrix.cell is None


def test_keys_walk_and_stay_inside(matrix: ConfusionMatrix, qtbot: QtBot) -> None:
    for key, cell in (
        (Qt.Key.Key_Down, (0, 0)),
        (Qt.Key.Key_Down, (1, 0)),
        (Qt.Key.Key_Right, (1, 1)),
        (Qt.Key.Key_Up, (0, 1)),
        (Qt.Key.Key_Up, (0, 1)),
        (Qt.Key.Key_Escape, None),
    ):
        qtbot.keyClick(matrix, key)
        assert matrix.cell == cell


def test_a_chosen_cell_stays_while_it_is_there(matrix: ConfusionMatrix) -> None:
    matrix.set_cell((2, 1))
    matrix.set_counts(COUNTS * 2, ("Coat", "Shirt", "Bag"))
    assert matrix.cell == (2, 1)
    matrix.set_counts(np.eye(2, dtype=np.int64), ("a", "b"))
    assert matrix.cell is None


def test_right_and_wrong_have_colours_and_nothing_has_none(matrix: ConfusionMatrix) -> None:
    image, where = matrix.grab().toImage(), matrix.geometry_of_cells()
    corner = [where.rect(cell).topLeft().toPoint() for cell in ((0, 0), (0, 1), (0, 2))]
    right, wrong, nothing = (image.pixelColor(at.x() + 4, at.y() + 4) for at in corner)
    assert right.blue() > right.red() + 60
    assert wrong.red() > wrong.blue() + 20
    assert abs(nothing.red() - nothing.blue()) < 8


@pytest.mark.parametrize("classes", [0, 1, 300, 1000])
def test_any_number_of_classes_is_painted(qtbot: QtBot, classes: int) -> None:
    made = ConfusionMatrix()
    qtbot.addWidget(made)
    made.resize(300, 240)
    made.set_counts(np.eye(classes, dtype=np.int64), [f"class {number}" for number in range(classes)])
    assert not made.grab().isNull()
    where = made.geometry_of_cells()
    assert where.cell * classes <= 300
