"""Known data sets that are not in the package: what they are, and where their files are to be had.

Only declared here, so that lists and help need no torch; `core.data.named_sets` reads them. Places and checksums are
those that torchvision's data sets name, but for CIFAR: its authors' binary files instead of their pickles, which can
run code when they are read.
"""

from dataclasses import dataclass
from pathlib import Path

from core.places import data_folder


@dataclass(frozen=True, slots=True)
class File:
    """A file as its authors packed it; it is kept as it is. ``places``: URLs of folders, the first is tried first."""

    name: str
    md5: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedSet:
    """``what`` in a few words, with its paper; ``train`` and ``test`` are numbers of pictures."""

    name: str
    title: str
    what: str
    train: int
    test: int
    files: tuple[File, ...]

    @property
    def folder(self) -> Path:
        """Where its files are kept. May not exist yet."""
        return data_folder() / self.name

    def missing(self) -> tuple[File, ...]:
        """Those of its files that are not there."""
        return tuple(file for file in self.files if not (self.folder / file.name).is_file())


def _idx(places: tuple[str, ...], *checksums: str) -> tuple[File, ...]:
    names = (
        f"{part}-ubyte.gz"
        for part in ("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1")
    )
    return tuple(File(name, md5, places) for name, md5 in zip(names, checksums, strict=True))


_CIFAR = ("https://www.cs.toronto.edu/~kriz/",)
_SVHN = ("http://ufldl.stanford.edu/housenumbers/",)

_ALL = (
    NamedSet(
        "mnist",
        "MNIST",
        "handwritten digits, grey, 28×28 (LeCun, Bottou, Bengio and Haffner 1998)",
        60_000,
        10_000,
        _idx(
            ("https://ossci-datasets.s3.amazonaws.com/mnist/", "http://yann.lecun.com/exdb/mnist/"),
            "f68b3c2dcbeaaa9fbdd348bbdeb94873",
            "d53e105ee54ea40749a09fcbcd1e9432",
            "9fb629c4189551a2d022fa330f9573f3",
            "ec29112dd5afa0611ce80d1b7f02629c",
        ),
    ),
    NamedSet(
        "kmnist",
        "KMNIST",
        "cursive Japanese characters, grey, 28×28 (Clanuwat and others 2018)",
        60_000,
        10_000,
        _idx(
            ("http://codh.rois.ac.jp/kmnist/dataset/kmnist/",),
            "bdb82020997e1d708af4cf47b453dcf7",
            "e144d726b3acfaa3e44228e80efcd344",
            "5c965bf0a639b31b8f53240b1b52f4d7",
            "7320c461ea6c1c855c0b718fb2a4b134",
        ),
    ),
    NamedSet(
        "emnist",
        "EMNIST",
        "handwritten digits and letters (balanced), grey, 28×28 (Cohen and others 2017)",
        112_800,
        18_800,
        (File("gzip.zip", "58c8d27c78d21e728a6bc7b3cc06412e", ("https://biometrics.nist.gov/cs_links/EMNIST/",)),),
    ),
    NamedSet(
        "cifar10",
        "CIFAR-10",
        "animals and vehicles, colour, 32×32 (Krizhevsky 2009)",
        50_000,
        10_000,
        (File("cifar-10-binary.tar.gz", "c32a1d4ab5d03f1284b67883e8d87530", _CIFAR),),
    ),
    NamedSet(
        "cifar100",
        "CIFAR-100",
        "a hundred kinds of things, colour, 32×32 (Krizhevsky 2009)",
        50_000,
        10_000,
        (File("cifar-100-binary.tar.gz", "03b5dce01913d631647c71ecec9e9cb8", _CIFAR),),
    ),
    NamedSet(
        "svhn",
        "SVHN",
        "digits of house numbers, colour, 32×32 (Netzer and others 2011)",
        73_257,
        26_032,
        (
            File("train_32x32.mat", "e26dedcc434d2e4c54c9b2d4a06d8373", _SVHN),
            File("test_32x32.mat", "eb5a983be6a315427106f1b164d9cef3", _SVHN),
        ),
    ),
)
SETS = {one.name: one for one in _ALL}
