"""Fashion-MNIST (Xiao, Rasul and Vollgraf 2017, arXiv:1708.07747), read from the package's own four files."""

import gzip
import hashlib
from functools import cache
from pathlib import Path

import numpy as np
import torch

from core.data.dataset import Dataset, Split
from core.errors import DataError
from resources import path as resource

CLASSES = (
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot",
)

# SHA-256 of the packed files
CHECKSUMS = {
    "train-images-idx3-ubyte.gz": "b0564c3eedabfbf835052cff8503ea422014ce006caf5b757f851416ee8300c7",
    "train-labels-idx1-ubyte.gz": "0ae29f65d86684f32d1b9c85147786c547b9c6aebcaf235f0400a0cce308b056",
    "t10k-images-idx3-ubyte.gz": "cc1d090a38ace84dfa1aa66e3ada7c336ef481a96936906477e6dd344da56eaa",
    "t10k-labels-idx1-ubyte.gz": "8d3605d196f4be44669e46906da9733c8131fef761fdbfec72c424d5222f1a05",
}


def _idx(folder: Path, name: str, shape: tuple[int, ...]) -> np.ndarray:
    """An IDX file of bytes as an array of `shape` (the format is described at LeCun's MNIST page)."""
    try:
        packed = (folder / name).read_bytes()
    except OSError as error:
        raise DataError(f"{name} of Fashion-MNIST cannot be read ({error.strerror}); reinstall the program.") from None
    if hashlib.sha256(packed).hexdigest() != CHECKSUMS[name]:
        raise DataError(f"{name} of Fashion-MNIST is damaged: its checksum is wrong; reinstall the program.")
    header = 4 + 4 * len(shape)
    return np.frombuffer(gzip.decompress(packed), np.uint8, offset=header).reshape(shape).copy()


def _split(folder: Path, prefix: str, count: int) -> Split:
    images = _idx(folder, f"{prefix}-images-idx3-ubyte.gz", (count, 28, 28))
    labels = _idx(folder, f"{prefix}-labels-idx1-ubyte.gz", (count,))
    return Split(torch.from_numpy(images).unsqueeze(1), torch.from_numpy(labels.astype(np.int64)))


def read(folder: Path) -> Dataset:
    """All 60,000 training and 10,000 test pictures, grey, 28×28, from the four files in `folder`.

    Raises DataError for a file that is missing or whose checksum is wrong.
    """
    return Dataset(
        "fashion-mnist", "fashion-mnist", CLASSES, _split(folder, "train", 60_000), _split(folder, "t10k", 10_000)
    )


@cache
def load() -> Dataset:
    """The shipped Fashion-MNIST, read once a process (about 0.3 s, 55 MB)."""
    return read(resource("fashion_mnist"))
