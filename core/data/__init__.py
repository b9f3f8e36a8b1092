"""Data sets and the one preparation that makes network input of any picture."""

from pathlib import Path

from core.catalogue import SETS
from core.data import fashion_mnist
from core.data.dataset import Dataset, Split
from core.data.progress import Progress

__all__ = ["Dataset", "Progress", "Split", "load"]


def load(name: str, *, limit: int | None = None, split_seed: int = 0, progress: Progress | None = None) -> Dataset:
    """The data set that `name` names: ``fashion-mnist``, one of `core.catalogue`, or a folder with one sub-folder
    of pictures a class.

    `limit`, `split_seed` and `progress` are as in `core.data.folder.read`.
    Raises DataError when there is no such thing, it is not here or it cannot be read.
    """
    if name == "fashion-mnist":
        return fashion_mnist.load().limited(limit)
    if name in SETS:
        from core.data import named_sets

        return named_sets.read(SETS[name]).limited(limit)
    from core.data import folder

    return folder.read(Path(name).expanduser(), limit=limit, split_seed=split_seed, progress=progress)
