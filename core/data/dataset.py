"""A data set as the training sees it: uint8 pictures, in memory or got by number, and their labels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Self

import torch
from torch import Tensor

from core.data.stream import Shape, Stream


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """Pictures with their labels. ``images`` (N, C, side, side) uint8, or the `Stream` of as many that are too many
    for the memory: who needs no tensor of all asks `take`. ``labels`` (N,) int64, always in memory."""

    images: Tensor | Stream
    labels: Tensor

    def __len__(self) -> int:
        return len(self.labels)

    @property
    def shape(self) -> Shape:
        """(C, side, side) of each picture."""
        if isinstance(self.images, Stream):
            return self.images.shape
        channels, height, width = self.images.shape[1:]
        return channels, height, width

    def take(self, places: Tensor, coming: Iterable[Tensor] = ()) -> Tensor:
        """The pictures at `places`, (B,) int64 where the labels are: uint8 (B, C, side, side).

        `coming` are the places of the batches that will be taken next, so that they can be got ready meanwhile.
        Raises DataError when pictures have become unreadable, see `core.data.prepared`.
        """
        return self.images.take(places, coming) if isinstance(self.images, Stream) else self.images[places]

    def picture(self, place: int) -> Tensor:
        """One of them, (C, side, side) uint8. Raises DataError as `take`."""
        return self.take(torch.tensor([place]))[0]

    def chosen(self, places: Tensor) -> Self:
        """Only the pictures at `places`, (n,) int64."""
        images = self.images.chosen(places) if isinstance(self.images, Stream) else self.images[places]
        return replace(self, images=images, labels=self.labels[places])

    def balanced(self, at_most: int, classes: int) -> Self:
        """The first pictures of each class in turn, at most `at_most` of them, in their old order."""
        rank = torch.empty_like(self.labels)  # the how-manieth of its class a picture is
        for label in range(classes):
            mine = self.labels == label
            rank[mine] = torch.arange(int(mine.sum()), dtype=rank.dtype)
        return self.chosen(torch.argsort(rank * classes + self.labels)[:at_most].sort().values)


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """A training and a test split over the same classes.

    ``name`` is what `core.data.load` was given. ``kind`` is "folder", else the name again. ``skipped`` has one sentence
    for each picture that could not be read, and grows where they are got by number.
    """

    name: str
    kind: str
    classes: tuple[str, ...]
    train: Split
    test: Split
    skipped: Sequence[str] = ()

    @property
    def channels(self) -> int:
        """1 for grey, 3 for colour."""
        return self.train.shape[0]

    @property
    def side(self) -> int:
        """Side of the stored pictures in pixels."""
        return self.train.shape[-1]

    def limited(self, at_most: int | None) -> Self:
        """At most so many training and so many test pictures, balanced over the classes; None is all."""
        if at_most is None:
            return self
        count = len(self.classes)
        return replace(self, train=self.train.balanced(at_most, count), test=self.test.balanced(at_most, count))


def class_weights(labels: Tensor, classes: int) -> Tensor:
    """What a picture of each class counts for, (classes,) float32: all classes together count the same, and the mean
    over the pictures is 1. 0 for a class without pictures."""
    counts = labels.bincount(minlength=classes)
    present = (counts > 0).sum()
    return torch.where(counts > 0, len(labels) / (present * counts.clamp(min=1)), 0.0).float()
