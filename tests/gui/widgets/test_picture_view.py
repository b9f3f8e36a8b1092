"""One picture in its frame, at several sizes, or a sentence."""

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.picture_view import PictureView, fitted


@pytest.mark.parametrize(
    ("picture", "room", "whole", "expected"),
    [
        ((28, 28), (200, 150), True, (140, 140)),
        ((28, 28), (200, 150), False, (150, 150)),
        ((400, 100), (200, 200), True, (200, 50)),
        ((100, 10_000), (200, 200), False, (2, 200)),
        ((1, 10_000), (200, 200), False, (1, 200)),
        ((0, 0), (200, 200), True, (0, 0)),
        ((28, 28), (0, 0), True, (0, 0)),
    ],
)
def test_a_picture_fits_its_room_in_its_own_proportions(
    picture: tuple[int, int], room: tuple[int, int], whole: bool, expected: tuple[int, int]
) -> None:
    assert fitted(QSize(*picture), QSize(*room), whole=whole) == QSize(*expected)


@pytest.mark.parametrize("shape", [(2, 4), (1, 2, 4), (2, 4, 1)])
def test_grey_pixels_are_enlarged_one_by_one(qtbot: QtBot, shape: tuple[int, ...]) -> None:
    grey = np.array([[0, 80, 160, 255], [255, 160, 80, 0]], np.uint8)
    view = PictureView(pixel_exact=True)
    qtbot.addWidget(view)
    view.resize(216, 216)  # room of 200: 50 screen pixels a pixel
    view.set_picture(grey.reshape(shape))
    shot, rect = view.grab().toImage(), view.picture_rect()
    assert (rect.width(), rect.height()) == (200, 100)
    for y in range(2):
        for x in range(4):
            for inset in (1, 48):
                point = rect.topLeft().x() + 50 * x + inset, rect.topLeft().y() + 50 * y + inset
                assert QColor(shot.pixel(*point)).red() == grey[y, x]


@pytest.mark.parametrize("first", [True, False])
def test_colours_come_from_either_order_of_axes(qtbot: QtBot, first: bool) -> None:
    colour = np.zeros((40, 60, 3), np.uint8)
    colour[..., 0], colour[..., 2] = 200, 90
    view = PictureView()
    qtbot.addWidget(view)
    view.set_picture(colour.transpose(2, 0, 1) if first else colour)
    assert view.image.size() == QSize(60, 40)
    assert view.image.pixelColor(5, 5) == QColor(200, 0, 90)


def test_a_sentence_takes_the_place_of_a_picture(qtbot: QtBot) -> None:
    view = PictureView()
    qtbot.addWidget(view)
    view.set_picture(np.zeros((8, 8), np.uint8))
    view.set_sentence("This is no picture.", complaint=True)
    assert view.image.isNull()
    assert view.accessibleDescription() == "This is no picture."
    assert not view.grab().isNull()


def test_something_lies_over_the_picture_until_the_next_one(qtbot: QtBot) -> None:
    view = PictureView(pixel_exact=True)
    qtbot.addWidget(view)
    view.resize(216, 216)
    view.set_picture(np.zeros((2, 2), np.uint8))
    over = QImage(4, 4, QImage.Format.Format_ARGB32_Premultiplied)
    over.fill(QColor("#ff5a1f"))
    view.set_overlay(over)
    assert view.grab().toImage().pixelColor(108, 108).name() == "#ff5a1f"
    view.set_picture(np.zeros((2, 2), np.uint8))
    assert view.grab().toImage().pixelColor(108, 108).name() == "#000000"
