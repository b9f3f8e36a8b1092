"""What lies in a folder, without opening a picture."""

from pathlib import Path

import pytest

from core.data.listing import Listing, list_folder
from core.errors import DataError


def fill(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"not opened")
    return folder


def names(listing: Listing, *, test: bool) -> list[str]:
    numbers = range(listing.train, len(listing)) if test else range(listing.train)
    return [listing.path(number).relative_to(listing.folder).as_posix() for number in numbers]


def test_numbers_go_by_split_class_and_name(tmp_path: Path) -> None:
    fill(tmp_path / "train", "b/2.png", "b/1.jpg", "a/ü/3.png", "a/x.png", "a/notes.txt", "a/.hidden.png", ".no/1.png")
    listing = list_folder(fill(tmp_path, "test/a/9.png"))
    assert listing.classes == ("a", "b")
    assert names(listing, test=False) == ["train/a/x.png", "train/a/ü/3.png", "train/b/1.jpg", "train/b/2.png"]
    assert names(listing, test=True) == ["test/a/9.png"]
    assert listing.labels.tolist() == [0, 0, 1, 1, 0]
    assert [listing.like(number) for number in (0, 3, 4)] == [range(2), range(2, 4), range(4, 5)]


def test_val_is_the_test_split_where_there_is_no_other(tmp_path: Path) -> None:
    folder = fill(tmp_path, "train/a/1.png", "train/b/1.png", "val/a/2.png")
    assert names(list_folder(folder), test=True) == ["val/a/2.png"]


def test_val_joins_the_training_pictures_where_there_is_a_test_split(tmp_path: Path) -> None:
    listing = list_folder(fill(tmp_path, "train/a/1.png", "train/b/1.png", "val/a/2.png", "test/b/3.png"))
    assert names(listing, test=False) == ["train/a/1.png", "val/a/2.png", "train/b/1.png"]
    assert names(listing, test=True) == ["test/b/3.png"]
    with pytest.raises(DataError, match="'c'"):
        list_folder(fill(tmp_path, "val/c/1.png"))


def test_a_fifth_of_each_class_is_the_test_split_by_names_and_seed(tmp_path: Path) -> None:
    folder = fill(tmp_path, *(f"{label}/{number}.png" for label in "ab" for number in range(200)))
    first, again, other = (set(names(list_folder(folder, split_seed=seed), test=True)) for seed in (0, 0, 1))
    assert first == again != other
    for chosen in (first, other):
        assert 25 <= sum(name.startswith("a") for name in chosen) <= 55
    grown = set(names(list_folder(fill(folder, "a/more.png")), test=True))
    assert grown - {"a/more.png"} == first


def test_digest_tells_other_names(tmp_path: Path) -> None:
    fill(tmp_path, "a/1.png", "a/2.png", "b/1.png", "b/2.png")
    first = list_folder(tmp_path).digest()
    assert list_folder(tmp_path).digest() == first
    (tmp_path / "a" / "1.png").rename(tmp_path / "a" / "3.png")
    assert list_folder(tmp_path).digest() != first
