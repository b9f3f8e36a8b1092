import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from alexnet_gui import theme
from alexnet_gui.figure.colormap import diverging
from alexnet_gui.widgets.number_grid import NumberGrid

VALUES = np.linspace(-1, 1, 12).reshape(3, 4)


@pytest.fixture
def grid(qtbot: QtBot) -> NumberGrid:
    made = NumberGrid()
    qtbot.addWidget(made)
    made.set_numbers(VALUES, 1.0)
    made.resize(made.sizeHint())
    made.show()
    qtbot.waitExposed(made)
    return made


def test_each_cell_has_the_colour_of_its_value_and_is_found_under_the_pointer(grid: NumberGrid) -> None:
    shown = grid.grab().toImage()
    for cell in np.ndindex(VALUES.shape):
        rect = grid.rect_of(cell)
        corner = rect.topLeft() + QPoint(2, 2)
        expected = diverging(dark=theme.colors().dark).color(float(VALUES[cell]), 1.0)
        assert shown.pixelColor(corner * shown.devicePixelRatio()) == expected
        assert grid.cell_at(rect.center()) == cell
    assert grid.cell_at(QPoint(-1, 5)) is None


def test_padding_is_hatched(grid: NumberGrid) -> None:
    padding = np.zeros(VALUES.shape, bool)
    padding[0] = True
    before = grid.grab().toImage()
    grid.set_numbers(VALUES, 1.0, padding=padding)
    after = grid.grab().toImage()
    hatched, plain = grid.rect_of((0, 0)).center(), grid.rect_of((2, 0))
    assert before.copy(plain) == after.copy(plain)
    assert before.pixelColor(hatched + QPoint(15, 8)) != after.pixelColor(hatched + QPoint(15, 8))


def test_the_mouse_points_and_opens(qtbot: QtBot, grid: NumberGrid) -> None:
    with qtbot.waitSignal(grid.pointed) as pointed:
        qtbot.mouseMove(grid, grid.rect_of((1, 2)).center())
    assert pointed.args == [1, 2] and grid.current == (1, 2)
    with qtbot.waitSignal(grid.opened) as opened:
        qtbot.mouseDClick(grid, Qt.MouseButton.LeftButton, pos=grid.rect_of((2, 3)).center())
    assert opened.args == [2, 3]


def test_the_keyboard_does_the_same(qtbot: QtBot, grid: NumberGrid) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(grid, key)
    assert grid.current == (1, 1)
    with qtbot.waitSignal(grid.opened) as opened:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert opened.args == [1, 1]


def test_a_smaller_array_forgets_what_was_pointed_at(qtbot: QtBot, grid: NumberGrid) -> None:
    grid.point_at((2, 3))
    grid.set_numbers(VALUES[:2], 1.0)
    assert grid.current is None
    grid.point_at((2, 3))
    assert grid.current is None


def test_what_it_shows_can_be_heard(grid: NumberGrid) -> None:
    assert grid.accessibleDescription().startswith("−1  −0.818")


def test_an_eleven_by_eleven_kernel_takes_little_room(grid: NumberGrid) -> None:
    grid.set_numbers(np.random.default_rng(0).normal(0, 0.1, (11, 11)), 0.3)
    assert grid.note == "×10⁻²"
    assert grid.minimumSizeHint().width() < 330
