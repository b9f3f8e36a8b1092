"""The Data page on the real Fashion-MNIST and on folders."""

from itertools import product
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.pages.classify import ClassifyPage
from alexnet_gui.pages.data import DataPage


@pytest.fixture
def page(qtbot: QtBot, studio: Studio) -> DataPage:
    made = DataPage(studio)
    qtbot.addWidget(made)
    made.resize(930, 590)
    made.show()
    assert made.waiting.cancel.isVisible()  # it says that it reads
    qtbot.waitUntil(made.wall.isVisible, timeout=60_000)
    return made


def total(page: DataPage) -> int:
    return page.wall.geometry_of_wall.total


def click_tile(qtbot: QtBot, page: DataPage, position: int) -> None:
    x, y = page.wall.geometry_of_wall.corner(position)
    point = QPoint(x + 9, y + 9 - page.wall.verticalScrollBar().value())
    qtbot.mouseClick(page.wall.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_all_seventy_thousand_are_there_by_class_and_split(qtbot: QtBot, page: DataPage) -> None:
    assert total(page) == 70_000
    assert page.classes.topLevelItemCount() == 11
    for index, pictures in ((1, 60_000), (2, 10_000), (0, 70_000)):
        qtbot.mouseClick(page.splits._group.button(index), Qt.MouseButton.LeftButton)
        assert total(page) == pictures
    qtbot.mouseClick(
        page.classes.viewport(),
        Qt.MouseButton.LeftButton,
        pos=page.classes.visualItemRect(page.classes.topLevelItem(4)).center(),  # pyright: ignore[reportArgumentType]
    )
    assert total(page) == 7_000
    qtbot.mouseClick(page.splits._group.button(2), Qt.MouseButton.LeftButton)
    assert (total(page), page.classes.row) == (1_000, 4)


def test_a_click_shows_the_picture_large_with_its_class_and_number(qtbot: QtBot, page: DataPage) -> None:
    from core.data.fashion_mnist import CLASSES, load

    data = load().train
    assert not page.detail.classify.isEnabled()
    click_tile(qtbot, page, 3)
    number = int((data.labels == 0).nonzero()[3])
    assert page.detail.label.text() == CLASSES[0]
    assert str(number) in page.detail.where.text().replace(",", "").replace(".", "")
    shown = page.detail.picture.image
    expected = data.images[number, 0].numpy()
    seen = [[shown.pixelColor(x, y).red() for x in range(28)] for y in range(28)]
    assert (np.array(seen) == expected).all()


def test_the_pointer_names_a_picture_and_the_keyboard_picks_one(qtbot: QtBot, page: DataPage) -> None:
    x, y = page.wall.geometry_of_wall.corner(2)
    qtbot.mouseMove(page.wall.viewport(), QPoint(x + 5, y + 5))
    qtbot.waitUntil(lambda: "T-shirt/top" in page.detail.hovered.text())
    page.wall.setFocus()
    qtbot.keyClick(page.wall, Qt.Key.Key_Down)
    qtbot.keyClick(page.wall, Qt.Key.Key_End)
    assert page.detail.label.text() == "Ankle boot"


def test_classify_this_hands_the_picture_over_with_its_class(qtbot: QtBot, studio: Studio, page: DataPage) -> None:
    click_tile(qtbot, page, 0)
    classify = studio.show_page("classify")
    assert isinstance(classify, ClassifyPage)
    with qtbot.waitSignal(classify.answered, timeout=60_000):
        qtbot.mouseClick(page.detail.classify, Qt.MouseButton.LeftButton)
    assert classify.result.answer is not None
    assert (classify.result.answer.seen == page.wall._pictures[page.wall.current]).all()


def test_a_folder_takes_the_place_of_the_data_set(qtbot: QtBot, page: DataPage, tmp_path: Path) -> None:
    for name in ("cats", "dogs"):
        (tmp_path / "pets" / name).mkdir(parents=True)
        for number in range(10):
            Image.new("RGB", (90, 80), (200, 30, 60)).save(tmp_path / "pets" / name / f"{number}.jpg")
    (tmp_path / "pets" / "cats" / "3.jpg").write_bytes(b"broken")
    page.open_data(str(tmp_path / "pets"))
    qtbot.waitUntil(lambda: total(page) == 20, timeout=60_000)
    assert page.chooser.currentText() == "pets" and not page._part.isVisible()
    assert page._skipped.isVisible() and "1" in page._skipped.text()
    click_tile(qtbot, page, 0)
    assert page.detail.label.text() == "cats"
    assert page.detail.picture.image.width() == 224


def test_a_part_of_a_set_too_large_for_the_memory(
    qtbot: QtBot, page: DataPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.data.folder._MEMORY_SHARE", 0.0)
    monkeypatch.setattr("alexnet_gui.pictures.album.MOST", 3)
    for split, name in product(("train", "test"), ("cats", "dogs")):
        (tmp_path / split / name).mkdir(parents=True)
        for number in range(4):
            Image.new("RGB", (90, 80), (200, 30, 60)).save(tmp_path / split / name / f"{number}.jpg")
    page.open_data(str(tmp_path))
    qtbot.waitUntil(lambda: total(page) == 6, timeout=60_000)
    assert page._part.isVisible() and page._part.text() == "6 of 16 pictures"


def test_a_folder_that_is_no_data_set_gets_a_sentence_and_a_way_back(
    qtbot: QtBot, page: DataPage, tmp_path: Path
) -> None:
    page.open_data(str(tmp_path))
    qtbot.waitUntil(page.waiting.retry.isVisible, timeout=60_000)
    assert str(tmp_path) in page.waiting.sentence
    page.open_data("fashion-mnist")
    qtbot.waitUntil(lambda: page.wall.isVisible() and total(page) == 70_000, timeout=60_000)


def test_cancelling_goes_back_to_what_was_there(qtbot: QtBot, page: DataPage, pictures: Path) -> None:
    page.open_data(str(pictures.parent))
    qtbot.mouseClick(page.waiting.cancel, Qt.MouseButton.LeftButton)
    assert page.wall.isVisible()
    assert page.chooser.currentData() == "fashion-mnist"
    assert total(page) == 70_000
