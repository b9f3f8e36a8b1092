"""Folders of pictures as data sets."""

from pathlib import Path

import pytest
import torch
from PIL import Image

from core.data import load
from core.data.folder import read
from core.errors import DataError

COLOURS = {"blue": (0, 0, 200), "green": (0, 200, 0), "red": (200, 0, 0)}


def fill(folder: Path, count: int, colours: dict[str, tuple[int, int, int]] = COLOURS) -> Path:
    for name, colour in colours.items():
        (folder / name).mkdir(parents=True)
        for number in range(count):
            Image.new("RGB", (40, 30), colour).save(folder / name / f"{number:03}.png")
    return folder


def test_classes_are_the_sub_folders_and_pictures_carry_their_label(tmp_path: Path) -> None:
    dataset = read(fill(tmp_path, 25), side=16)
    assert dataset.classes == ("blue", "green", "red")
    assert (dataset.kind, dataset.channels, dataset.side) == ("folder", 3, 16)
    assert len(dataset.train) + len(dataset.test) == 75
    assert 7 <= len(dataset.test) <= 30  # the hash of the names decides: about 15
    for split in (dataset.train, dataset.test):
        assert split.images.shape == (len(split), 3, 16, 16)
        brightest = split.images.flatten(2).float().mean(2).argmax(1)  # channel 2 is blue, 1 green, 0 red
        assert torch.equal(2 - brightest, split.labels)


def test_the_split_is_the_same_each_time_and_when_pictures_are_added(tmp_path: Path) -> None:
    folder = fill(tmp_path, 25)
    first, again = read(folder, side=8), read(folder, side=8)
    assert torch.equal(first.test.labels, again.test.labels)
    Image.new("RGB", (40, 30), COLOURS["red"]).save(folder / "red" / "more.png")
    grown = read(folder, side=8)
    assert len(grown.train) + len(grown.test) == len(first.train) + len(first.test) + 1
    assert len(grown.test) - len(first.test) in (0, 1)


def test_train_and_test_folders_are_the_splits(tmp_path: Path) -> None:
    fill(tmp_path / "train", 3)
    fill(tmp_path / "test", 1)
    dataset = load(str(tmp_path))
    assert (len(dataset.train), len(dataset.test)) == (9, 3)
    assert dataset.side == 224


def test_broken_pictures_are_left_out_and_named(tmp_path: Path) -> None:
    folder = fill(tmp_path, 10)
    (folder / "red" / "broken.jpg").write_bytes(b"no picture")
    (folder / "green" / "cut.png").write_bytes((folder / "green" / "000.png").read_bytes()[:60])
    (folder / "green" / "notes.txt").write_text("not meant as a picture")
    (folder / "green" / ".hidden.png").write_bytes(b"")
    dataset = read(folder, side=8)
    assert len(dataset.train) + len(dataset.test) == 30
    assert len(dataset.skipped) == 2
    assert any("broken.jpg" in sentence for sentence in dataset.skipped)
    for split in (dataset.train, dataset.test):
        assert torch.equal(2 - split.images.flatten(2).float().mean(2).argmax(1), split.labels)


def test_two_pictures_a_class_suffice(tmp_path: Path) -> None:
    dataset = read(fill(tmp_path, 2), side=8)
    assert (len(dataset.train), len(dataset.test)) == (3, 3)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: None, "no class with pictures"),
        (lambda folder: (folder / "empty").mkdir(), "no class with pictures"),
        (lambda folder: fill(folder, 3, {"red": (1, 2, 3)}), "only one class"),
        (
            lambda folder: (fill(folder / "train", 1, {"a": (0, 0, 0), "c": (0, 0, 0)}), fill(folder / "test", 1)),
            "'blue'",
        ),
        (lambda folder: fill(folder, 1), "no readable test pictures"),
    ],
    ids=["nothing", "empty class", "one class", "unknown class", "one picture each"],
)
def test_what_is_no_data_set_is_said_in_a_sentence(tmp_path: Path, make, said: str) -> None:
    make(tmp_path)
    with pytest.raises(DataError, match=said):
        read(tmp_path)


def test_missing_folder() -> None:
    with pytest.raises(DataError, match="give fashion-mnist, or a folder"):
        load("no-such-data")


def test_too_much_for_the_memory_is_refused_beforehand(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="MB of memory"):
        read(fill(tmp_path, 2), side=10_000_000)


def test_progress_tells_and_cancels(tmp_path: Path) -> None:
    folder = fill(tmp_path, 20)
    told: list[tuple[int, int]] = []

    def note(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    read(folder, side=8, progress=note)
    assert told[-1] == (60, 60)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    with pytest.raises(DataError, match="cancelled"):
        read(folder, side=8, progress=lambda done, total: done < 16)
