"""Data sets as arrays to look at."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from alexnet_gui.pictures.album import FASHION_MNIST, Album, read_album
from core.errors import DataError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two classes with 20 pictures each: reds and blues; one file is broken."""
    for name, color in (("red", (200, 0, 0)), ("blue", (0, 0, 200))):
        (tmp_path / "set" / name).mkdir(parents=True)
        for number in range(20):
            Image.new("RGB", (300, 260), color).save(tmp_path / "set" / name / f"{number}.png")
    (tmp_path / "set" / "red" / "7.png").write_bytes(b"broken")
    return tmp_path / "set"


def never(done: int, total: int) -> bool:
    return True


def test_fashion_mnist_is_there_whole() -> None:
    album = read_album(FASHION_MNIST, never)
    assert (len(album), album.small.shape, album.small.dtype) == (70_000, (70_000, 28, 28), np.uint8)
    assert [len(rows) for rows in album.by_class("train")] == [6_000] * 10
    assert [len(rows) for rows in album.by_class("test")] == [1_000] * 10
    assert [len(rows) for rows in album.by_class("both")] == [7_000] * 10
    for row in (0, 59_999, 60_000, 69_999):
        assert (album.picture(row)[0] == album.small[row]).all()
    assert (album.split_of(59_999), album.index_in_split(59_999), album.label(59_999)) == ("train", 59_999, "Sandal")
    assert (album.split_of(60_000), album.index_in_split(60_000), album.label(60_000)) == ("test", 0, "Ankle boot")


def check_folder(album: Album) -> None:
    assert album.classes == ("blue", "red")
    assert (len(album), album.skipped, album.small.shape[1:]) == (40, 1, (56, 56, 3))
    for row in range(40):
        color = (0, 0, 200) if album.label(row) == "blue" else (200, 0, 0)
        assert (album.small[row] == color).all()
        assert (album.picture(row)[:, 9, 9] == color).all()
    assert len(album.rows("train")) + len(album.rows("test")) == album.whole == 40


def test_a_folder_in_colour_has_small_copies_for_the_wall(folder: Path) -> None:
    heard: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        heard.append((done, total))
        return True

    check_folder(read_album(str(folder), progress))
    assert heard[-1] == (40, 40)


def test_reading_can_be_called_off(folder: Path) -> None:
    with pytest.raises(DataError, match="cancelled"):
        read_album(str(folder), lambda done, total: False)


def test_of_a_set_too_large_for_the_memory_a_part_is_shown(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.data.folder._MEMORY_SHARE", 0.0)
    monkeypatch.setattr("alexnet_gui.pictures.album.MOST", 6)
    album = read_album(str(folder), never)
    assert (len(album), album.whole) == (12, 40)
    assert [len(rows) for rows in album.by_class("both")] == [6, 6]
    assert (album.small[0] == (0, 0, 200)).all() and (album.picture(11)[:, 9, 9] == (200, 0, 0)).all()
    with pytest.raises(DataError, match="cancelled"):
        read_album(str(folder), lambda done, total: False)
