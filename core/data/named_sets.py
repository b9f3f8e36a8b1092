"""The data sets of the catalogue, read from their authors' own files, of which nothing is ever unpacked on the disk."""

import hashlib
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch

from core.catalogue import File, NamedSet
from core.data import idx, mat
from core.data.dataset import Dataset, Split
from core.errors import DataError

_DIGITS = tuple("0123456789")
_KANA = ("o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo")
_BALANCED = tuple("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabdefghnqrt")  # EMNIST's: letters that look alike are one class
_CIFAR10 = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")

_Read = tuple[tuple[str, ...], Split, Split]


def read(named: NamedSet) -> Dataset:
    """All of a data set. Pictures are uint8 as their authors stored them, grey or RGB; EMNIST's are turned upright.

    Raises DataError when a file is missing or its checksum is wrong; nothing is read of a file before that is known.
    """
    if missing := named.missing():
        raise DataError(
            f"{named.title} is not here: run 'alexnet data download {named.name}', "
            f"or put {', '.join(file.name for file in missing)} into {named.folder}."
        )
    for file in named.files:
        _verify(named, file)
    try:
        classes, train, test = _READERS[named.name](named.folder)
    except (OSError, EOFError, KeyError, ValueError, tarfile.TarError, zipfile.BadZipFile) as error:
        raise DataError(f"{named.title} in {named.folder} cannot be read ({error}); download it anew.") from None
    return Dataset(named.name, named.name, classes, train, test)


def _verify(named: NamedSet, file: File) -> None:
    path = named.folder / file.name
    try:
        with path.open("rb") as opened:
            found = hashlib.file_digest(opened, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
    except OSError as error:
        raise DataError(f"{path} cannot be read ({error.strerror}).") from None
    if found != file.md5:
        raise DataError(
            f"{path} is not {named.title}'s, or damaged: its checksum is wrong; delete it, "
            f"then run 'alexnet data download {named.name}'."
        )


def _split(images: np.ndarray, labels: np.ndarray) -> Split:
    """Of (N, side, side) or (N, C, side, side) uint8 and (N,) labels."""
    pictures = torch.from_numpy(np.ascontiguousarray(images))
    return Split(pictures if images.ndim == 4 else pictures.unsqueeze(1), torch.from_numpy(labels.astype(np.int64)))


def _like_mnist(classes: tuple[str, ...]) -> Callable[[Path], _Read]:
    def split(folder: Path, part: str) -> Split:
        kinds = ("images-idx3", "labels-idx1")
        images, labels = (idx.unpacked((folder / f"{part}-{kind}-ubyte.gz").read_bytes()) for kind in kinds)
        return _split(images, labels)

    return lambda folder: (classes, split(folder, "train"), split(folder, "t10k"))


def _emnist(folder: Path) -> _Read:
    with zipfile.ZipFile(folder / "gzip.zip") as archive:

        def split(part: str) -> Split:
            names = (f"gzip/emnist-balanced-{part}-{kind}-ubyte.gz" for kind in ("images-idx3", "labels-idx1"))
            images, labels = (idx.unpacked(archive.read(name)) for name in names)
            return _split(images.transpose(0, 2, 1), labels)  # the files have rows and columns exchanged

        return _BALANCED, split("train"), split("test")


def _members(archive: Path) -> dict[str, bytes]:
    """The contents of the files in a packed tape archive, by their names without folders."""
    found: dict[str, bytes] = {}
    with tarfile.open(archive, "r:gz") as opened:
        for member in opened:
            if member.isreg() and (file := opened.extractfile(member)):
                found[Path(member.name).name] = file.read()
    return found


def _cifar(records: bytes, labels: int) -> Split:
    """Records of so many `labels`, of which the last counts, and a picture of 3×32×32."""
    rows = np.frombuffer(records, np.uint8).reshape(-1, labels + 3 * 32 * 32)
    return _split(rows[:, labels:].reshape(-1, 3, 32, 32), rows[:, labels - 1])


def _cifar10(folder: Path) -> _Read:
    members = _members(folder / "cifar-10-binary.tar.gz")
    train = b"".join(members[f"data_batch_{number}.bin"] for number in range(1, 6))
    return _CIFAR10, _cifar(train, 1), _cifar(members["test_batch.bin"], 1)


def _cifar100(folder: Path) -> _Read:
    members = _members(folder / "cifar-100-binary.tar.gz")
    classes = tuple(members["fine_label_names.txt"].decode("ascii").split())
    return classes, _cifar(members["train.bin"], 2), _cifar(members["test.bin"], 2)


def _svhn(folder: Path) -> _Read:
    def split(part: str) -> Split:
        arrays = mat.arrays((folder / f"{part}_32x32.mat").read_bytes())
        return _split(arrays["X"].transpose(3, 2, 0, 1), arrays["y"].reshape(-1) % 10)  # zero is labelled 10

    return _DIGITS, split("train"), split("test")


_READERS: dict[str, Callable[[Path], _Read]] = {
    "mnist": _like_mnist(_DIGITS),
    "kmnist": _like_mnist(_KANA),
    "emnist": _emnist,
    "cifar10": _cifar10,
    "cifar100": _cifar100,
    "svhn": _svhn,
}
