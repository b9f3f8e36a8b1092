"""How many pictures of each class a data set has, and which of its files cannot be read."""

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.ahead import ahead
from core.catalogue import SETS
from core.data import load
from core.data.listing import Listing, list_folder
from core.data.progress import Progress, report
from core.errors import PictureError
from core.pictures import open_picture

_REPORT_EVERY = 16  # pictures


@dataclass(frozen=True, slots=True, eq=False)
class Census:
    """``train`` and ``test``: readable pictures of each class. ``skipped``: a sentence for each file or folder that
    cannot be read."""

    name: str
    classes: tuple[str, ...]
    train: np.ndarray  # (classes,) int64
    test: np.ndarray  # (classes,) int64
    skipped: tuple[str, ...] = ()

    @property
    def imbalance(self) -> float:
        """How many times as many training pictures the largest class has as the smallest; infinite for an empty one."""
        smallest = int(self.train.min())
        return int(self.train.max()) / smallest if smallest else float("inf")


def take_census(name: str, *, split_seed: int = 0, progress: Progress | None = None) -> Census:
    """The census of a data set, named and split as by `core.data.load`. A folder of any size, each picture decoded
    once, in constant memory.

    ``progress(done, total)`` is called now and then; when it answers False the census is given up. Raises DataError
    for what is no data set, CancelledError when it was given up.
    """
    if name in ("fashion-mnist", *SETS):
        data = load(name)
        train, test = (
            np.bincount(split.labels.numpy(), minlength=len(data.classes)) for split in (data.train, data.test)
        )
        return Census(name, data.classes, train, test)
    listing = list_folder(Path(name).expanduser(), split_seed=split_seed)
    broken = _broken(listing, progress)
    readable = np.ones(len(listing), bool)
    readable[list(broken)] = False
    train, test = (
        np.bincount(listing.labels[part][readable[part]], minlength=len(listing.classes))
        for part in (slice(None, listing.train), slice(listing.train, None))
    )
    return Census(name, listing.classes, train, test, (*listing.unreadable, *broken.values()))


def _broken(listing: Listing, progress: Progress | None) -> dict[int, str]:
    """A sentence for each picture that cannot be read, by its number."""

    def complaint(number: int) -> str | None:
        try:
            open_picture(listing.path(number))
        except PictureError as error:
            return str(error)
        return None

    found: dict[int, str] = {}
    for number, said in enumerate(ahead(complaint, range(len(listing)), workers=os.cpu_count() or 1), start=1):
        if said:
            found[number - 1] = said
        if number % _REPORT_EVERY == 0 or number == len(listing):
            report(progress, number, len(listing))
    return found
