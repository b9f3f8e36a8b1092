"""How large a data set is said to be is how large it is when it is read."""

from pathlib import Path

import pytest
from PIL import Image

from core.data import load
from core.data.extent import Extent, extent
from core.errors import DataError


def test_of_fashion_mnist() -> None:
    assert extent("fashion-mnist") == Extent(60_000, 10_000, 10, (1, 28, 28))
    assert extent("fashion-mnist", limit=200) == Extent(200, 200, 10, (1, 28, 28))


def test_of_a_folder_it_is_what_is_read_and_no_picture_is(tmp_path: Path) -> None:
    for name in ("cats", "dogs"):
        (tmp_path / name).mkdir()
        for number in range(7):
            Image.new("RGB", (40, 30)).save(tmp_path / name / f"{number}.png")
    found, dataset = extent(str(tmp_path)), load(str(tmp_path))
    assert (found.train, found.test, found.classes) == (len(dataset.train), len(dataset.test), 2)
    assert found.shape == dataset.train.shape
    for file in tmp_path.rglob("*.png"):
        file.write_bytes(b"none")
    assert extent(str(tmp_path)) == found


def test_what_is_no_data_set_is_said(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no class with pictures"):
        extent(str(tmp_path))
