"""A folder of pictures as a data set: one sub-folder a class, of any size."""

from dataclasses import replace
from itertools import chain, islice
from math import prod
from pathlib import Path

import psutil
import torch

from core.data.batches import in_order
from core.data.dataset import Dataset, Split
from core.data.listing import list_folder
from core.data.picture_cache import PictureCache, open_cache
from core.data.preparation import Preparation
from core.data.prepared import PreparedPictures
from core.data.progress import Progress, report
from core.data.stream import Stream

STORED = (3, 224, 224)  # the shape that pictures are kept in, unless another side is asked for
_MEMORY_SHARE = 0.4  # of the free memory: what takes more is not held in it
_SOON_DECODED = 1_000  # pictures: more of them are decoded while the training goes on, not before it
_READ_AT_ONCE = 32  # pictures between two reports of progress


def read(
    folder: Path,
    *,
    side: int = STORED[-1],
    limit: int | None = None,
    split_seed: int = 0,
    progress: Progress | None = None,
) -> Dataset:
    """The pictures in `folder` in RGB (grey ones too), shortest edge to `side`, centre cropped.

    Classes and splits, by `split_seed`, are as of `core.data.listing.list_folder`; with `limit` at most so many
    training and so many test pictures, balanced over the classes. The pictures are kept prepared in a cache on the
    disk. Few enough, or already prepared, and small enough for the memory: they are read now, and `progress` is told
    how far that is. Else they are got when they are asked for. For a picture that cannot be read another of its class
    stands in, see `core.data.prepared`; ``skipped`` names it once that is known.

    Raises DataError for a folder that is no data set or has no readable picture of a class, CancelledError when the
    reading was given up.
    """
    listing = list_folder(folder, split_seed=split_seed)
    shape = (3, side, side)
    preparation = Preparation(channels=3, side=side, input_side=side, style="photo")
    cache = open_cache(listing, preparation, wanted=len(listing) if limit is None else 2 * limit)
    pictures = PreparedPictures(listing, preparation, cache)
    numbers, labels = torch.arange(len(listing)), torch.from_numpy(listing.labels)
    train, test = (
        Split(Stream(pictures, shape, numbers[part]), labels[part])
        for part in (slice(None, listing.train), slice(listing.train, None))
    )
    dataset = Dataset(str(folder), "folder", listing.classes, train, test, pictures.skipped).limited(limit)
    return _in_memory(dataset, progress) if _fits(dataset) and _soon_decoded(dataset, cache) else dataset


def _fits(dataset: Dataset) -> bool:
    octets = (len(dataset.train) + len(dataset.test)) * prod(dataset.train.shape)
    return octets <= _MEMORY_SHARE * psutil.virtual_memory().available


def _soon_decoded(dataset: Dataset, cache: PictureCache | None) -> bool:
    streams = [split.images for split in (dataset.train, dataset.test) if isinstance(split.images, Stream)]
    numbers = chain.from_iterable(stream.numbers.tolist() for stream in streams)
    missing = (number for number in numbers if cache is None or not cache.holds(number))
    return sum(1 for _ in islice(missing, _SOON_DECODED + 1)) <= _SOON_DECODED


def _in_memory(dataset: Dataset, progress: Progress | None) -> Dataset:
    """The same with all pictures read."""
    done, total = 0, len(dataset.train) + len(dataset.test)
    splits: list[Split] = []
    for split in (dataset.train, dataset.test):
        images = torch.empty((len(split), *split.shape), dtype=torch.uint8)
        start = 0
        for some, _ in in_order(split, _READ_AT_ONCE):
            report(progress, done + start, total)
            images[start : start + len(some)] = some
            start += len(some)
        done += start
        splits.append(Split(images, split.labels))
    report(progress, total, total)
    return replace(dataset, train=splits[0], test=splits[1], skipped=tuple(dataset.skipped))
