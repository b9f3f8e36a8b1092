"""A data set to look at: small copies of its pictures for the wall, whole ones for the eye."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from alexnet_gui.pictures.small import small_pictures

if TYPE_CHECKING:
    from core.data import Progress, Split

SplitName = Literal["train", "test", "both"]
FASHION_MNIST = "fashion-mnist"
MOST = 10_000  # pictures of each split, where they are too many for the memory


@dataclass(frozen=True, slots=True, eq=False)
class Album:
    """Pictures of both splits in one row, the training pictures first."""

    name: str
    classes: tuple[str, ...]
    small: NDArray[np.uint8]  # (N, side, side) or (N, side, side, 3), for the wall
    train: "Split"
    test: "Split"
    labels: NDArray[np.int64]  # (N,)
    skipped: int  # pictures that could not be read
    whole: int  # pictures in the data set, more than N where it is too large to be shown

    def __len__(self) -> int:
        return len(self.labels)

    def picture(self, row: int) -> NDArray[np.uint8]:
        """The whole picture, (C, side, side). Raises DataError when it has become unreadable."""
        split = self.train if row < len(self.train) else self.test
        return split.picture(self.index_in_split(row)).numpy()

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


def read_album(name: str, progress: "Progress") -> Album:
    """ "fashion-mnist" or a folder as an album; for a worker thread, it imports torch. Raises DataError.

    ``progress(done, total)`` is called while a folder is read, and cancels by answering False.
    """
    from core.data import load
    from core.data.stream import Stream

    data = load(name, progress=progress)
    whole = len(data.train) + len(data.test)
    if isinstance(data.train.images, Stream):
        data = data.limited(MOST)
    return Album(
        name=name,
        classes=data.classes,
        small=small_pictures((data.train, data.test), progress),
        train=data.train,
        test=data.test,
        labels=np.concatenate([data.train.labels.numpy(), data.test.labels.numpy()]),
        skipped=len(data.skipped),
        whole=whole,
    )
