"""Folders of pictures as data sets."""

import shutil
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest
import torch
from PIL import Image

from core.data import folder as folders
from core.data import load
from core.data.batches import Batches
from core.data.dataset import Dataset
from core.data.folder import read
from core.data.progress import Progress
from core.data.stream import Stream
from core.engine.learner import Learner
from core.errors import CancelledError, DataError
from core.places import cache_folder
from core.recipe import checked

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


def test_the_split_is_by_the_seed_of_the_recipe(tmp_path: Path) -> None:
    folder = all_different(tmp_path, 12)
    first, again, other = (
        {tuple(picture.flatten().tolist()) for picture in _learner(folder, split_seed=seed).dataset.test.images}
        for seed in (0, 0, 1)
    )
    assert first == again != other


def test_reading_for_a_training_is_told_of_and_can_be_given_up(tmp_path: Path) -> None:
    folder = all_different(tmp_path, 30)
    told: list[tuple[int, int]] = []
    _learner(folder, progress=lambda done, total: bool(told.append((done, total))) or True)
    assert told[0] == (0, 60) and told[-1] == (60, 60) and told == sorted(told)
    with pytest.raises(CancelledError, match="cancelled"):
        _learner(folder, progress=lambda done, total: done < 32)


def _learner(folder: Path, *, progress: Progress | None = None, **settings: object) -> Learner:
    recipe = checked(data=str(folder), model="lenet", device="cpu", precision="fp32", **settings)
    return Learner(recipe, progress=progress)


def test_train_and_test_folders_are_the_splits(tmp_path: Path) -> None:
    fill(tmp_path / "train", 3)
    fill(tmp_path / "test", 1)
    dataset = load(str(tmp_path))
    assert (len(dataset.train), len(dataset.test)) == (9, 3)
    assert dataset.side == 224


def test_for_broken_pictures_others_of_their_class_stand_in_and_they_are_named(tmp_path: Path) -> None:
    folder = fill(tmp_path, 10)
    (folder / "red" / "broken.jpg").write_bytes(b"no picture")
    (folder / "green" / "cut.png").write_bytes((folder / "green" / "000.png").read_bytes()[:60])
    (folder / "green" / "notes.txt").write_text("not meant as a picture")
    (folder / "green" / ".hidden.png").write_bytes(b"")
    dataset = read(folder, side=8)
    assert len(dataset.train) + len(dataset.test) == 32
    assert len(dataset.skipped) == 2
    assert any("broken.jpg" in sentence for sentence in dataset.skipped)
    for split in (dataset.train, dataset.test):
        assert torch.equal(2 - split.images.flatten(2).float().mean(2).argmax(1), split.labels)


def all_different(folder: Path, count: int, generator: torch.Generator | None = None) -> Path:
    """Two classes of noise."""
    for name in ("a", "b"):
        (folder / name).mkdir(parents=True)
        for number in range(count):
            pixels = torch.randint(256, (40, 30, 3), dtype=torch.uint8, generator=generator)
            Image.fromarray(pixels.numpy()).save(folder / name / f"{number:02}.png")
    return folder


def noisy(folder: Path, count: int = 12) -> Path:
    """Two classes of pictures that all differ, in each a broken one among the training pictures."""
    generator = torch.Generator().manual_seed(0)
    for split in ("train", "test"):
        all_different(folder / split, count, generator)
    for name in ("a/03.png", "b/11.png"):
        (folder / "train" / name).write_bytes(b"broken")
    return folder


@pytest.fixture
def streamed(monkeypatch: pytest.MonkeyPatch) -> None:
    """No memory is free for pictures."""
    monkeypatch.setattr(folders, "_MEMORY_SHARE", 0.0)


def all_of(dataset: Dataset) -> torch.Tensor:
    splits = (dataset.train, dataset.test)
    return torch.cat([split.take(torch.arange(len(split))) for split in splits])


def test_streamed_pictures_are_those_of_the_memory(tmp_path: Path, streamed: None, monkeypatch) -> None:
    folder = noisy(tmp_path)
    stream = read(folder, side=16)
    assert isinstance(stream.train.images, Stream) and not stream.skipped
    decoded, kept = all_of(stream), all_of(stream)
    assert len(stream.skipped) == 2
    with monkeypatch.context() as memory:
        memory.setattr(folders, "_MEMORY_SHARE", 0.5)
        held = read(folder, side=16)
    assert isinstance(held.train.images, torch.Tensor) and len(held.skipped) == 2
    assert torch.equal(decoded, kept) and torch.equal(decoded, all_of(held))
    assert torch.equal(decoded[3], decoded[4]) and torch.equal(decoded[23], decoded[12]), "the next, or the first"
    few, few_held = read(folder, side=16, limit=6), held.limited(6)
    assert isinstance(few.train.images, Stream) and (len(few.train), len(few.test)) == (6, 6)
    assert torch.equal(all_of(few), all_of(few_held)) and torch.equal(few.train.labels, few_held.train.labels)


def test_a_batch_is_the_same_whatever_was_read_before_it(tmp_path: Path, streamed: None) -> None:
    folder = noisy(tmp_path)

    def batches() -> Batches:
        return Batches(read(folder, side=16).train, batch_size=5, seed=1)

    whole, late = batches(), batches()
    steps = [whole.batch(step) for step in range(1, 13)]
    for step in (7, 12, 3):
        x, y = late.batch(step)
        assert torch.equal(x, steps[step - 1][0]) and torch.equal(y, steps[step - 1][1])


def test_a_second_reading_decodes_nothing(tmp_path: Path, streamed: None, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = fill(tmp_path, 5)
    first = all_of(read(folder, side=16))
    with monkeypatch.context() as nothing:
        nothing.setattr("core.data.prepared.open_picture", lambda path: pytest.fail(f"{path} is decoded again"))
        assert torch.equal(all_of(read(folder, side=16)), first)
    Image.new("RGB", (40, 30), "white").save(folder / "red" / "000.png")
    again = all_of(read(folder, side=16))
    assert int((again != first).flatten(1).any(1).sum()) == 1, "a changed file is decoded anew, the others are not"


def test_a_folder_that_goes_away_is_said_so(tmp_path: Path, streamed: None) -> None:
    dataset = read(fill(tmp_path / "set", 5), side=16)
    (tmp_path / "set").rename(tmp_path / "elsewhere")
    with pytest.raises(DataError, match="is gone; put it back"):
        dataset.train.picture(0)


def test_a_class_of_which_nothing_can_be_read(tmp_path: Path, streamed: None) -> None:
    folder = fill(tmp_path, 5)
    for file in (folder / "red").iterdir():
        file.write_bytes(b"broken")
    dataset = read(folder, side=16)
    with pytest.raises(DataError, match=r"No training picture of class 'red'.*take the class away"):
        all_of(dataset)


def test_killed_while_the_cache_is_filled(tmp_path: Path, streamed: None) -> None:
    folder = noisy(tmp_path, count=60)
    code = f"""
import torch
from pathlib import Path
from core.data import folder
folder._MEMORY_SHARE = 0.0
train = folder.read(Path({str(folder)!r}), side=224).train
print("begun", flush=True)
for start in range(0, len(train), 4):
    train.take(torch.arange(start, start + 4), [torch.arange(start + 4, len(train))])
"""
    for _ in range(3):
        with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            process.stdout.readline()
            sleep(0.03)
            process.kill()
    prepared = all_of(read(folder))
    shutil.rmtree(cache_folder())
    assert torch.equal(prepared, all_of(read(folder)))


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
        (lambda folder: fill(folder, 1), "no test pictures"),
    ],
    ids=["nothing", "empty class", "one class", "unknown class", "one picture each"],
)
def test_what_is_no_data_set_is_said_in_a_sentence(tmp_path: Path, make, said: str) -> None:
    make(tmp_path)
    with pytest.raises(DataError, match=said):
        read(tmp_path)


def test_missing_folder() -> None:
    with pytest.raises(DataError, match=r"give fashion-mnist, mnist, .* or a folder"):
        load("no-such-data")


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
        read(folder, side=8, progress=lambda done, total: done < 32)
