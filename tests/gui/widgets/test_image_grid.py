import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from alexnet_gui import theme
from alexnet_gui.figure.colormap import diverging
from alexnet_gui.widgets.image_grid import ImageGrid

MAPS = np.random.default_rng(0).normal(size=(6, 8, 8)).astype(np.float32)
MAPS[2] *= 0.01


@pytest.fixture
def grid(qtbot: QtBot) -> ImageGrid:
    made = ImageGrid()
    qtbot.addWidget(made)
    made.resize(400, 260)
    made.set_maps(MAPS, each=True)
    made.show()
    qtbot.waitExposed(made)
    return made


def centre(grid: ImageGrid, index: int, row: int = 4, column: int = 4) -> QPoint:
    left, top, _ = grid.grid.rect(index)
    scale, ratio = grid.grid.scale, grid.devicePixelRatioF()
    x, y = left + column * scale + scale // 2, top + row * scale + scale // 2
    return QPoint(round(x / ratio), round(y / ratio))


def test_every_value_has_its_colour(grid: ImageGrid) -> None:
    shown = grid.viewport().grab().toImage()
    colors = diverging(dark=theme.colors().dark)
    for index, row, column in ((0, 0, 0), (2, 3, 5), (5, 7, 7)):
        expected = colors.color(float(MAPS[index, row, column]), float(np.abs(MAPS[index]).max()))
        assert shown.pixelColor(centre(grid, index, row, column) * shown.devicePixelRatio()) == expected


def test_one_scale_for_all_makes_weak_maps_pale(grid: ImageGrid) -> None:
    grid.set_maps(MAPS, each=False)
    shown = grid.viewport().grab().toImage()
    expected = diverging(dark=theme.colors().dark).color(float(MAPS[2, 1, 1]), float(np.abs(MAPS).max()))
    assert shown.pixelColor(centre(grid, 2, 1, 1) * shown.devicePixelRatio()) == expected


def test_a_click_opens_a_map(qtbot: QtBot, grid: ImageGrid) -> None:
    with qtbot.waitSignal(grid.opened) as opened:
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=centre(grid, 4))
    assert opened.args == [4]


def test_hover_names_the_map_once(qtbot: QtBot, grid: ImageGrid) -> None:
    seen: list[int] = []
    grid.hovered.connect(seen.append)
    qtbot.mouseMove(grid.viewport(), centre(grid, 1))
    qtbot.mouseMove(grid.viewport(), centre(grid, 1, 2, 2))
    qtbot.mouseMove(grid.viewport(), QPoint(1, 1))
    assert seen == [1, -1]


def test_arrows_walk_and_enter_opens(qtbot: QtBot, grid: ImageGrid) -> None:
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.current == 1 + grid.grid.columns
    qtbot.keyClick(grid, Qt.Key.Key_End)
    with qtbot.waitSignal(grid.opened) as opened:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert opened.args == [5]


def test_what_is_walked_to_comes_in_sight(qtbot: QtBot, grid: ImageGrid) -> None:
    grid.set_maps(np.zeros((400, 12, 12), np.float32), each=True)
    assert grid.verticalScrollBar().maximum() > 0
    qtbot.keyClick(grid, Qt.Key.Key_End)
    _, top, side = grid.grid.rect(399)
    bar = grid.verticalScrollBar()
    assert bar.value() <= top and top + side <= bar.value() + bar.pageStep()


def test_the_picture_for_a_file_holds_the_whole_grid(grid: ImageGrid) -> None:
    grid.set_maps(np.ones((400, 12, 12), np.float32), each=True)
    picture = grid.picture()
    assert (picture.width(), picture.height()) == (grid.grid.width, grid.grid.height)
    expected = diverging(dark=theme.colors().dark).color(1, 1)
    assert picture.pixelColor(5, 5) == expected


def test_nothing_to_show_is_no_error(qtbot: QtBot, grid: ImageGrid) -> None:
    grid.set_maps(np.zeros((0, 1, 1), np.float32), each=True)
    grid.viewport().grab()
    with qtbot.assertNotEmitted(grid.opened):
        qtbot.keyClick(grid, Qt.Key.Key_Return)


def test_colours_are_grey_for_zero_and_what_is_crossed_out_shows(grid: ImageGrid) -> None:
    colours = np.zeros((2, 4, 4, 3), np.float32)
    colours[0, 0, 0] = (1, -1, 0)
    grid.set_maps(colours, each=True, crossed=frozenset({1}))
    shown = grid.viewport().grab().toImage()
    assert shown.pixelColor(centre(grid, 0, 0, 0)).getRgb()[:3] == (255, 0, 128)
    assert shown.pixelColor(centre(grid, 0, 1, 3)).getRgb()[:3] == (128, 128, 128)
    left, top, side = grid.grid.rect(1)
    cells = [shown.pixelColor(left + 2 + at, top + 2 + at).getRgb()[:3] for at in range(side // 2 - 4)]
    assert (128, 128, 128) not in cells
