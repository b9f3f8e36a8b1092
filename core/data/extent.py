"""How large a data set is, found without reading a picture of a folder."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from core.catalogue import SETS
from core.data import load
from core.data.folder import STORED
from core.data.listing import list_folder


@dataclass(frozen=True, slots=True)
class Extent:
    """Pictures of each split, classes, and the shape (C, side, side) that pictures are stored in."""

    train: int
    test: int
    classes: int
    shape: tuple[int, int, int]

    def limited(self, at_most: int | None) -> "Extent":
        """With at most so many training and so many test pictures; None is all."""
        if at_most is None:
            return self
        return Extent(min(self.train, at_most), min(self.test, at_most), self.classes, self.shape)


def extent(name: str, *, limit: int | None = None, split_seed: int = 0) -> Extent:
    """The extent of what `core.data.load` reads. Raises DataError as it does, but for pictures that cannot be read."""
    if name == "fashion-mnist" or name in SETS:
        return _known(name).limited(limit)
    listing = list_folder(Path(name).expanduser(), split_seed=split_seed)
    return Extent(listing.train, len(listing) - listing.train, len(listing.classes), STORED).limited(limit)


@lru_cache(maxsize=8)
def _known(name: str) -> Extent:
    """Its files never change."""
    dataset = load(name)
    return Extent(len(dataset.train), len(dataset.test), len(dataset.classes), dataset.train.shape)
