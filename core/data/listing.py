"""Which pictures lie in a folder: found without opening one, and kept in some tens of bytes a picture."""

import hashlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.catalogue import SETS
from core.errors import DataError
from core.pictures import is_picture_name

_TEST_SHARE = 5  # one in so many is a test picture

_ByClass = dict[str, list[str]]  # the names of the files of each class
_Splits = tuple[_ByClass, _ByClass]  # training, test


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """The pictures of a data set by number: the training pictures first, in each split class after class, in each
    class in the order of their names. ``unreadable`` has a sentence for each folder that cannot be looked into."""

    folder: Path
    classes: tuple[str, ...]
    train: int  # so many are training pictures
    labels: np.ndarray  # (N,) int64
    names: bytes  # of the files below `folder`, one after the other, as the file system writes them
    ends: np.ndarray  # (N,) int64: where each name ends
    unreadable: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.labels)

    def path(self, number: int) -> Path:
        start = self.ends[number - 1] if number else 0
        return self.folder / os.fsdecode(self.names[start : self.ends[number]])

    def like(self, number: int) -> range:
        """The pictures of the same class in the same split."""
        first, last = (0, self.train) if number < self.train else (self.train, len(self))
        label, labels = self.labels[number], self.labels[first:last]
        return range(
            first + int(np.searchsorted(labels, label, "left")), first + int(np.searchsorted(labels, label, "right"))
        )

    def digest(self) -> str:
        """The same for the same names in the same order, whatever is in the files."""
        digest = hashlib.sha256(self.names)
        digest.update(self.ends.astype("<i8").tobytes())
        return digest.hexdigest()[:16]


def list_folder(folder: Path, *, split_seed: int = 0) -> Listing:
    """The pictures in `folder`; its sub-folders are the classes, in the order of their names.

    With ``train/`` and ``test/`` above the classes both splits are as they lie there. ``val/`` beside them joins the
    training pictures, for nothing is chosen by it here; where there is no ``test/`` it is the test split. With none
    of them a fifth of each class is the test split, chosen by `split_seed` and the names of the files: the same each
    time, also when other pictures come or go.

    Raises DataError for a folder that is no data set.
    """
    if not folder.is_dir():
        raise DataError(
            f"There is no data set {str(folder)!r}: give fashion-mnist, {', '.join(SETS)}, "
            "or a folder with one sub-folder of pictures a class."
        )
    unreadable: list[str] = []
    splits = _as_they_lie(folder, unreadable) or _by_names(folder, split_seed, unreadable)
    classes = tuple(splits[0])
    if len(classes) < 2:
        found = f"only one class of pictures ({classes[0]!r})" if classes else "no class with pictures"
        raise DataError(f"{folder} has {found}; a data set is a folder with one sub-folder of pictures a class.")
    return _joined(folder, classes, splits, unreadable)


def _as_they_lie(folder: Path, unreadable: list[str]) -> _Splits | None:
    """The splits of ``train/ val/ test/``; None where there is no ``train/`` or nothing beside it."""
    train, *others = (folder / name for name in ("train", "val", "test"))
    others = [place for place in others if place.is_dir()]
    if not train.is_dir() or not others:
        return None
    training = _by_class(train, folder, unreadable)
    found = [_by_class(place, folder, unreadable) for place in others]
    for place, by_class in zip(others, found, strict=True):
        if unknown := sorted(by_class.keys() - training.keys()):
            raise DataError(f"{place} has a class {unknown[0]!r} that {train} has no pictures of.")
    *joining, test = found
    return {name: sum((more.get(name, []) for more in joining), files) for name, files in training.items()}, test


def _by_names(folder: Path, split_seed: int, unreadable: list[str]) -> _Splits:
    train: _ByClass = {}
    test: _ByClass = {}
    for name, files in _by_class(folder, folder, unreadable).items():
        train[name], test[name] = _divided(files, below=f"{name}/", split_seed=split_seed)
    return train, test


def _by_class(place: Path, folder: Path, unreadable: list[str]) -> _ByClass:
    """The pictures at any depth below each sub-folder of `place` that has some: sorted names below `folder`."""
    try:
        classes = sorted(child.name for child in place.iterdir() if child.is_dir() and not child.name.startswith("."))
    except OSError as error:
        raise DataError(f"{place} cannot be read ({error.strerror}).") from None
    above = "" if place == folder else f"{place.name}/"
    found = {name: sorted(_below(folder, f"{above}{name}/", unreadable)) for name in classes}
    return {name: files for name, files in found.items() if files}


def _below(folder: Path, first: str, unreadable: list[str]) -> Iterable[str]:
    """The names below `folder` of the pictures in its sub-folder `first`, however deep."""
    waiting = [first]
    while waiting:
        place = waiting.pop()
        try:
            with os.scandir(folder / place) as entries:
                for entry in entries:
                    name = entry.name
                    if name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(f"{place}{name}/")
                    elif is_picture_name(name):
                        yield place + name
        except OSError as error:
            unreadable.append(f"{folder / place} cannot be read ({error.strerror}).")


def _divided(files: list[str], *, below: str, split_seed: int) -> tuple[list[str], list[str]]:
    """Training and test pictures of a class; at least one of each where there are two."""
    salt = f"{split_seed}:".encode() if split_seed else b""

    def number(file: str) -> int:
        name = os.fsencode(file.removeprefix(below))
        return int.from_bytes(hashlib.sha256(salt + name).digest()[:8])

    train, test = _parted(files, lambda file: number(file) % _TEST_SHARE == 0)
    if len(files) > 1 and not (train and test):
        alone = min(files, key=number) if train else max(files, key=number)
        train, test = _parted(files, lambda file: (file == alone) is bool(train))
    return train, test


def _parted(files: list[str], is_test: Callable[[str], bool]) -> tuple[list[str], list[str]]:
    train: list[str] = []
    test: list[str] = []
    for file in files:
        (test if is_test(file) else train).append(file)
    return train, test


def _joined(folder: Path, classes: tuple[str, ...], splits: _Splits, unreadable: list[str]) -> Listing:
    groups = [(label, split.get(name, [])) for split in splits for label, name in enumerate(classes)]
    encoded = [[os.fsencode(file) for file in files] for _, files in groups]
    counts = [len(files) for files in encoded]
    train = sum(counts[: len(classes)])
    if not 0 < train < sum(counts):
        lacking = "test" if train else "training"
        raise DataError(f"{folder} has no {lacking} pictures; put more pictures into its class folders.")
    return Listing(
        folder=folder,
        classes=classes,
        train=train,
        labels=np.repeat(np.array([label for label, _ in groups], np.int64), counts),
        names=b"".join(name for names in encoded for name in names),
        ends=np.cumsum([len(name) for names in encoded for name in names], dtype=np.int64),
        unreadable=tuple(unreadable),
    )
