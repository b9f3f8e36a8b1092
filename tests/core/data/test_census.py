"""How many pictures a set has of each class."""

from pathlib import Path

import pytest
from PIL import Image

from core.data.census import take_census
from core.errors import DataError


def test_readable_pictures_are_counted_and_the_others_named(tmp_path: Path) -> None:
    for split, label, count in (("train", "a", 9), ("train", "b", 4), ("test", "a", 1), ("test", "b", 2)):
        (tmp_path / split / label).mkdir(parents=True)
        for number in range(count):
            Image.new("RGB", (9, 9)).save(tmp_path / split / label / f"{number}.png")
    (tmp_path / "train" / "b" / "0.png").write_bytes(b"broken")
    (tmp_path / "test" / "a" / "0.png").write_bytes(b"")
    told: list[tuple[int, int]] = []
    census = take_census(str(tmp_path), progress=lambda *now: not told.append(now))
    assert (census.classes, census.train.tolist(), census.test.tolist()) == (("a", "b"), [9, 3], [0, 2])
    assert census.imbalance == 3 and len(census.skipped) == 2 and told == [(16, 16)]
    with pytest.raises(DataError, match="cancelled"):
        take_census(str(tmp_path), progress=lambda done, total: False)


def test_fashion_mnist_is_balanced() -> None:
    census = take_census("fashion-mnist")
    assert census.train.tolist() == [6000] * 10 and census.test.tolist() == [1000] * 10 and census.imbalance == 1
