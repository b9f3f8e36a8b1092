"""A folder of pictures as a data set: one sub-folder a class."""

import hashlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import psutil
import torch
from torch import Tensor

from core.ahead import ahead
from core.data.dataset import Dataset, Split
from core.data.preparation import Preparation
from core.errors import DataError, PictureError
from core.pictures import is_picture_name, open_picture

_TEST_SHARE = 5  # one in so many is a test picture


@dataclass(frozen=True, slots=True)
class _Labelled:
    path: Path
    label: int
    test: bool


def read(folder: Path, *, side: int = 224, progress: Callable[[int, int], bool] | None = None) -> Dataset:
    """The pictures in `folder` in RGB, shortest edge to `side`, centre cropped, in memory.

    The classes are the sub-folders in the order of their names. With ``train/`` and ``test/`` above them both splits
    are as they lie there, else a fifth of each class is the test split, chosen by the names of the files and so the
    same each time. A picture that cannot be read is left out and named in ``skipped``. ``progress(done, total)`` is
    called now and then; when it answers False the reading is given up.

    Raises DataError for a folder that is no data set, has too little in it or too much for the memory, and with the
    message "cancelled".
    """
    classes, listed = _listed(folder)
    _check_memory(len(listed), side)
    images = torch.empty((len(listed), 3, side, side), dtype=torch.uint8)
    kept, skipped = _fill(images, listed, side, progress)
    pictures = [listed[index] for index in kept]
    of_train = sum(not picture.test for picture in pictures)
    if not 0 < of_train < len(pictures):
        lacking = "test" if of_train else "training"
        raise DataError(f"{folder} has no readable {lacking} pictures; put more pictures into its class folders.")
    labels = torch.tensor([picture.label for picture in pictures])
    # the training pictures come first in `listed`, so both splits are views: nothing is copied
    return Dataset(
        name=str(folder),
        kind="folder",
        classes=classes,
        train=Split(images[:of_train], labels[:of_train]),
        test=Split(images[of_train : len(pictures)], labels[of_train:]),
        skipped=tuple(skipped),
    )


def _listed(folder: Path) -> tuple[tuple[str, ...], list[_Labelled]]:
    """The classes, and all pictures: those of the training split first."""
    if not folder.is_dir():
        raise DataError(
            f"There is no data set {str(folder)!r}: give fashion-mnist, "
            "or a folder with one sub-folder of pictures a class."
        )
    train, test = folder / "train", folder / "test"
    if train.is_dir() and test.is_dir():
        split = {False: _pictures_by_class(train), True: _pictures_by_class(test)}
        unknown = sorted(split[True].keys() - split[False].keys())
        if unknown:
            raise DataError(f"{test} has a class {unknown[0]!r} that {train} has no pictures of.")
    else:
        by_class = _pictures_by_class(folder)
        chosen = {name: _test_names(folder / name, files) for name, files in by_class.items()}
        split = {
            is_test: {n: [f for f in files if (f in chosen[n]) is is_test] for n, files in by_class.items()}
            for is_test in (False, True)
        }
    classes = tuple(split[False])
    if len(classes) < 2:
        found = f"only one class of pictures ({classes[0]!r})" if classes else "no class with pictures"
        raise DataError(f"{folder} has {found}; a data set is a folder with one sub-folder of pictures a class.")
    return classes, [
        _Labelled(file, label, is_test)
        for is_test in (False, True)
        for label, name in enumerate(classes)
        for file in split[is_test].get(name, ())
    ]


def _pictures_by_class(folder: Path) -> dict[str, list[Path]]:
    """The sorted pictures at any depth below each sub-folder, for those sub-folders that have some."""
    try:
        names = sorted(child.name for child in folder.iterdir() if child.is_dir() and not child.name.startswith("."))
    except OSError as error:
        raise DataError(f"{folder} cannot be read ({error.strerror}).") from None
    found = {name: sorted(_pictures_below(folder / name)) for name in names}
    return {name: files for name, files in found.items() if files}


def _pictures_below(folder: Path) -> Iterable[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(parent, name) for name in names if not name.startswith(".") and is_picture_name(name))


def _test_names(folder: Path, files: list[Path]) -> set[Path]:
    """A fifth of `files`, the same each time and also when others come or go; at least one of two or more."""

    def number(file: Path) -> int:
        name = os.fsencode(file.relative_to(folder).as_posix())
        return int.from_bytes(hashlib.sha256(name).digest()[:8])

    chosen = {file for file in files if number(file) % _TEST_SHARE == 0}
    if not chosen and len(files) > 1:
        return {min(files, key=number)}
    if len(chosen) == len(files):
        chosen.discard(max(files, key=number))
    return chosen


def _check_memory(count: int, side: int) -> None:
    needed, free = count * 3 * side * side, psutil.virtual_memory().available
    if needed > 0.8 * free:
        raise DataError(
            f"{count} pictures of {side} × {side} pixels need {needed >> 20} MB of memory, "
            f"and {free >> 20} MB are free; take a smaller folder."
        )


def _fill(
    images: Tensor, listed: list[_Labelled], side: int, progress: Callable[[int, int], bool] | None
) -> tuple[list[int], list[str]]:
    """Fill `images` from its start; the places in `listed` of readable pictures, a sentence for each other."""
    preparation = Preparation(channels=3, side=side, input_side=side, style="photo")

    def picture(item: _Labelled) -> Tensor | str:
        try:
            return preparation.from_picture(open_picture(item.path)).image
        except PictureError as error:
            return str(error)

    kept: list[int] = []
    skipped: list[str] = []
    workers = min(8, os.cpu_count() or 1)
    for index, result in enumerate(ahead(picture, listed, workers=workers)):
        if progress is not None and index % 16 == 0 and not progress(index, len(listed)):
            raise DataError("cancelled")
        if isinstance(result, str):
            skipped.append(result)
        else:
            images[len(kept)] = result
            kept.append(index)
    if progress is not None:
        progress(len(listed), len(listed))
    return kept, skipped
