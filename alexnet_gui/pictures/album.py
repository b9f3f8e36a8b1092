"""A data set to look at: its pictures as arrays, small ones for the wall and whole ones for the eye."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from torch import Tensor

SplitName = Literal["train", "test", "both"]
FASHION_MNIST = "fashion-mnist"
SMALL = 56  # pixels: pictures with longer sides are reduced for the wall


@dataclass(frozen=True, slots=True, eq=False)
class Album:
    """Pictures of both splits in one row, the training pictures first. All arrays are uint8 but the labels."""

    name: str
    classes: tuple[str, ...]
    small: NDArray[np.uint8]  # (N, side, side) or (N, side, side, 3), for the wall
    train: NDArray[np.uint8]  # (N_train, C, side, side)
    test: NDArray[np.uint8]  # (N_test, C, side, side)
    labels: NDArray[np.int64]  # (N,)
    skipped: int  # pictures that could not be read

    def __len__(self) -> int:
        return len(self.labels)

    def picture(self, row: int) -> NDArray[np.uint8]:
        """The whole picture, (C, side, side)."""
        return self.train[row] if row < len(self.train) else self.test[row - len(self.train)]

    def split_of(self, row: int) -> SplitName:
        return "train" if row < len(self.train) else "test"

    def index_in_split(self, row: int) -> int:
        """The number of a picture in its split, as `torchvision` and the book count them, from 0."""
        return row if row < len(self.train) else row - len(self.train)

    def label(self, row: int) -> str:
        return self.classes[self.labels[row]]

    def rows(self, split: SplitName) -> NDArray[np.int64]:
        """The rows of a split, in order."""
        first = len(self.train) if split == "test" else 0
        last = len(self.train) if split == "train" else len(self)
        return np.arange(first, last)

    def by_class(self, split: SplitName) -> list[NDArray[np.int64]]:
        """The rows of each class in a split, in order."""
        rows = self.rows(split)
        labels = self.labels[rows]
        return [rows[labels == label] for label in range(len(self.classes))]


def read_album(name: str, progress: Callable[[int, int], bool]) -> Album:
    """ "fashion-mnist" or a folder as an album; for a worker thread, it imports torch. Raises DataError.

    ``progress(done, total)`` is called while a folder is read, and cancels by answering False.
    """
    if name == FASHION_MNIST:
        from core.data.fashion_mnist import load

        data = load()
    else:
        from core.data.folder import read

        data = read(Path(name), progress=progress)
    return Album(
        name=name,
        classes=data.classes,
        small=np.concatenate([_small(data.train.images), _small(data.test.images)]),
        train=data.train.images.numpy(),
        test=data.test.images.numpy(),
        labels=np.concatenate([data.train.labels.numpy(), data.test.labels.numpy()]),
        skipped=len(data.skipped),
    )


def _small(images: "Tensor") -> NDArray[np.uint8]:
    """(N, C, S, S) as (N, side, side) or (N, side, side, 3) with a side of at most `SMALL`."""
    side = images.shape[-1]
    if side > SMALL:
        images = _reduced(images, SMALL)
    last = images.permute(0, 2, 3, 1).contiguous().numpy()
    return last[..., 0] if last.shape[-1] == 1 else last


def _reduced(images: "Tensor", side: int) -> "Tensor":
    """Area-averaged, a portion at a time: as floats all at once would be four times the data set."""
    import torch
    from torch.nn.functional import adaptive_avg_pool2d

    made = torch.empty((*images.shape[:2], side, side), dtype=torch.uint8)
    for start in range(0, len(images), 256):
        part = images[start : start + 256].to(torch.float32)
        made[start : start + 256] = adaptive_avg_pool2d(part, side).round_().to(torch.uint8)
    return made
