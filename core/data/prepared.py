"""The pictures of a listed folder, each prepared when it is asked for: from the cache, or decoded."""

import threading
from itertools import chain

import numpy as np

from core.data.listing import Listing
from core.data.picture_cache import PictureCache, stamp
from core.data.preparation import Preparation
from core.errors import DataError, PictureError
from core.pictures import open_picture


class PreparedPictures:
    """Call it with a number of the listing; from any thread.

    For a picture that cannot be read the next of its class and split stands in (after the last comes the first). So
    what a number gives depends on what is in the folder alone, never on what was read before: a run that goes on sees
    the same pictures. ``skipped`` gets a sentence for each that is found so.
    """

    def __init__(self, listing: Listing, preparation: Preparation, cache: PictureCache | None) -> None:
        self.skipped = list(listing.unreadable)
        self._broken: dict[int, str] = {}
        self._lock = threading.Lock()
        self._listing = listing
        self._preparation = preparation
        self._cache = cache

    def __call__(self, number: int) -> np.ndarray:
        """uint8 (C, side, side). Raises DataError when no picture of the class can be read."""
        alike = self._listing.like(number)
        for candidate in chain(range(number, alike.stop), range(alike.start, number)):
            if candidate not in self._broken:
                try:
                    return self._read(candidate)
                except PictureError as error:
                    self._note(candidate, str(error))
        split = "training" if number < self._listing.train else "test"
        raise DataError(
            f"No {split} picture of class {self._listing.classes[self._listing.labels[number]]!r} in "
            f"{self._listing.folder} can be read ({self._broken[number]}); repair them or take the class away."
        )

    def _read(self, number: int) -> np.ndarray:
        path = self._listing.path(number)
        of = stamp(path)
        if self._cache and of and (kept := self._cache.get(number, of)) is not None:
            return kept
        image = self._preparation.from_picture(open_picture(path)).image.numpy()
        if self._cache and of:
            self._cache.put(number, of, image)
        return image

    def _note(self, number: int, sentence: str) -> None:
        if not self._listing.folder.is_dir():
            raise DataError(f"{self._listing.folder} is gone; put it back, then go on with the run.")
        with self._lock:
            if number not in self._broken:
                self._broken[number] = sentence
                self.skipped.append(sentence)
