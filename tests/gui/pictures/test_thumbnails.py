"""Small pictures that are made when they are wished for."""

from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.pictures.thumbnails import WISHES, Thumbnails


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Pictures of different greys; the last file is none."""
    made = [tmp_path / f"{number}.png" for number in range(4)]
    for number, file in enumerate(made):
        Image.new("L", (100, 50), number * 60).save(file)
    (tmp_path / "none.png").write_bytes(b"none")
    return [*made, tmp_path / "none.png"]


def test_an_icon_comes_after_it_was_wished_for(qtbot: QtBot, studio: Studio, files: list[Path]) -> None:
    thumbnails = Thumbnails(studio.background, files.__getitem__, 32, studio.background)
    with qtbot.waitSignal(thumbnails.came) as heard:
        assert thumbnails.icon(2) is None
    assert heard.args == [2]
    icon = thumbnails.icon(2)
    assert icon is not None
    pixels = icon.pixmap(32, 32).toImage()
    assert (pixels.width(), pixels.height()) == (32, 16)
    assert pixels.pixelColor(5, 5).red() == 120


def test_what_is_no_picture_is_asked_for_once(qtbot: QtBot, studio: Studio, files: list[Path]) -> None:
    thumbnails = Thumbnails(studio.background, files.__getitem__, 32, studio.background)
    with qtbot.waitSignal(thumbnails.came):
        thumbnails.icon(4)
    with qtbot.assertNotEmitted(thumbnails.came, wait=100):
        assert thumbnails.icon(4) is None


def test_only_the_newest_wishes_are_granted(qtbot: QtBot, studio: Studio, files: list[Path]) -> None:
    thumbnails = Thumbnails(studio.background, lambda number: files[0], 32, studio.background)
    came: list[int] = []
    thumbnails.came.connect(came.append)
    many = 3 * WISHES
    for number in range(many):
        thumbnails.icon(number)
    qtbot.waitUntil(lambda: len(came) == WISHES + 1)  # the first was under way at once
    assert came == [0, *range(many - 1, many - 1 - WISHES, -1)]


def test_after_clearing_the_numbers_mean_other_pictures(qtbot: QtBot, studio: Studio, files: list[Path]) -> None:
    shown = [files[0]]
    thumbnails = Thumbnails(studio.background, shown.__getitem__, 32, studio.background)
    thumbnails.icon(0)
    thumbnails.clear()
    shown[0] = files[3]
    with qtbot.waitSignal(thumbnails.came):
        thumbnails.icon(0)
    icon = thumbnails.icon(0)
    assert icon is not None and icon.pixmap(32, 32).toImage().pixelColor(5, 5).red() == 180
