"""A data set as the training sees it: uint8 pictures and labels, held in memory."""

from dataclasses import dataclass, replace
from typing import Self

import torch
from torch import Tensor


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """Pictures with their labels. ``images`` (N, C, side, side) uint8, ``labels`` (N,) int64."""

    images: Tensor
    labels: Tensor

    def __len__(self) -> int:
        return len(self.labels)

    def balanced(self, at_most: int, classes: int) -> Self:
        """The first pictures of each class in turn, at most `at_most` of them, in their old order."""
        rank = torch.empty_like(self.labels)  # the how-manieth of its class a picture is
        for label in range(classes):
            mine = self.labels == label
            rank[mine] = torch.arange(int(mine.sum()), dtype=rank.dtype)
        chosen = torch.argsort(rank * classes + self.labels)[:at_most].sort().values
        return replace(self, images=self.images[chosen], labels=self.labels[chosen])


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """A training and a test split over the same classes.

    ``name`` is what `core.data.load` was given. ``kind`` is "fashion-mnist" or "folder". ``skipped`` has one sentence
    for each picture that could not be read.
    """

    name: str
    kind: str
    classes: tuple[str, ...]
    train: Split
    test: Split
    skipped: tuple[str, ...] = ()

    @property
    def channels(self) -> int:
        """1 for grey, 3 for colour."""
        return self.train.images.shape[1]

    @property
    def side(self) -> int:
        """Side of the stored pictures in pixels."""
        return self.train.images.shape[-1]

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
