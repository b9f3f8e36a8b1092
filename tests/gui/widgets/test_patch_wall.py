import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.patch_wall import PatchWall, Tile


@pytest.fixture
def wall(qtbot: QtBot) -> PatchWall:
    made = PatchWall()
    qtbot.addWidget(made)
    made.resize(240, 240)
    white = QImage(4, 4, QImage.Format.Format_RGB32)
    white.fill(QColor("white"))
    made.set_tiles([Tile(white, QRectF(0, 0, 0.5, 0.5) if number else None, f"tile {number}") for number in range(9)])
    made.show()
    qtbot.waitExposed(made)
    return made


def test_nine_stand_three_by_three_as_large_as_they_fit(wall: PatchWall) -> None:
    first, last = wall.place(0), wall.place(8)
    assert first.width() == pytest.approx((240 - 4 * 8) / 3) and first.topLeft().toPoint() == QPoint(8, 8)
    assert last.bottomRight().toPoint() == QPoint(232, 232)
    wall.resize(960, 120)
    assert wall.place(8).y() == wall.place(0).y()


def test_what_lies_outside_of_a_patch_is_shaded(wall: PatchWall) -> None:
    shown = wall.grab().toImage()
    place = wall.place(4)
    inside, outside = place.topLeft() + (place.center() - place.topLeft()) / 2, place.bottomRight() - QPoint(6, 6)
    assert shown.pixelColor((inside * shown.devicePixelRatio()).toPoint()).lightness() == 255
    assert shown.pixelColor((outside * shown.devicePixelRatio()).toPoint()).lightness() < 200
    whole = wall.place(0).bottomRight() - QPoint(6, 6)
    assert shown.pixelColor((whole * shown.devicePixelRatio()).toPoint()).lightness() == 255


def test_a_click_and_the_keyboard_pick(qtbot: QtBot, wall: PatchWall) -> None:
    with qtbot.waitSignal(wall.picked) as clicked:
        qtbot.mouseClick(wall, Qt.MouseButton.LeftButton, pos=wall.place(5).center().toPoint())
    assert clicked.args == [5]
    with qtbot.waitSignal(wall.hovered) as reached:
        qtbot.keyClick(wall, Qt.Key.Key_Down)
    assert reached.args == [8]
    with qtbot.waitSignal(wall.picked) as picked:
        qtbot.keyClick(wall, Qt.Key.Key_Return)
    assert picked.args == [8]
    assert wall.accessibleDescription().startswith("tile 0, tile 1")


def test_an_empty_wall_bears_everything(qtbot: QtBot, wall: PatchWall) -> None:
    wall.set_tiles([])
    qtbot.keyClick(wall, Qt.Key.Key_Down)
    assert wall.number_at(QPoint(20, 20)) == -1 and not wall.grab().isNull()
