import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from alexnet_gui.figure.evidence_colors import FOR
from alexnet_gui.widgets.overlay_view import OverlayView


def white(side: int) -> QImage:
    image = QImage(side, side, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    return image


@pytest.fixture
def view(qtbot: QtBot) -> OverlayView:
    """A white picture with one place of four that speaks for the class."""
    made = OverlayView()
    qtbot.addWidget(made)
    made.resize(204, 240)
    made.set_picture(white(4))
    made.set_map(np.array([[0, 3], [0, 0]], np.float32))
    made.show()
    return made


def test_the_map_lies_over_the_picture(view: OverlayView) -> None:
    whole = view.picture()
    assert (whole.width(), whole.height()) == (2, 2)
    assert whole.pixelColor(1, 0).name() == FOR and whole.pixelColor(0, 0).name() == "#ffffff"
    view.set_opacity(0)
    assert view.picture().pixelColor(1, 0).name() == "#ffffff"
    view.set_map(None)
    assert view.picture().width() == 4


def test_it_is_painted_in_whole_pixels(view: OverlayView) -> None:
    place, ratio = view.place(), view.devicePixelRatioF()
    assert place.width() == place.height() == 2 * (int(204 * ratio) - 2 * round(2 * ratio)) // 4 * 2
    shot = view.grab().toImage()
    assert shot.pixelColor(place.right() - 4, place.top() + 4).name() == FOR
    assert shot.pixelColor(place.left() + 4, place.bottom() - 4).name() == "#ffffff"


def test_a_map_larger_than_the_room_fits(view: OverlayView) -> None:
    view.set_picture(white(28))
    view.set_map(np.ones((1000, 1000), np.float32))
    assert view.place().width() <= 204 * view.devicePixelRatioF()
    assert view.value_at(view.rect().center()) == pytest.approx((500, 500), abs=10)


def test_the_pointer_reads_values(qtbot: QtBot, view: OverlayView) -> None:
    heard: list[tuple[int, int]] = []
    view.hovered.connect(lambda row, column: heard.append((row, column)))
    qtbot.mouseMove(view, QPoint(150, 60))
    qtbot.waitUntil(lambda: heard[-1:] == [(0, 1)], timeout=60_000)
    assert view.value_at(QPoint(1, 1)) == (-1, -1)


def test_keys_open_step_and_close(qtbot: QtBot, view: OverlayView) -> None:
    heard: list[object] = []
    view.opened.connect(lambda: heard.append("open"))
    view.stepped.connect(heard.append)
    view.closed.connect(lambda: heard.append("close"))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Escape):
        qtbot.keyClick(view, key)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton)
    assert heard == ["open", 1, -1, "close", "open"]
