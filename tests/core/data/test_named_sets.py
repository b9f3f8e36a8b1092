"""The known data sets, read from files of their authors' forms; nothing but pictures comes out of them."""

import gzip
import hashlib
import io
import struct
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
import torch

from core.catalogue import SETS
from core.data import fashion_mnist, load
from core.errors import DataError
from resources import path as resource


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, dict[str, bytes]], None]:
    """``place("mnist", {name: content})`` puts these files into the set's folder, and has their checksums expected."""

    def put(name: str, contents: dict[str, bytes]) -> None:
        known = SETS[name]
        assert {file.name for file in known.files} == contents.keys()
        files = tuple(replace(file, md5=hashlib.md5(contents[file.name]).hexdigest()) for file in known.files)
        monkeypatch.setitem(SETS, name, replace(known, files=files))
        known.folder.mkdir(parents=True)
        for file, content in contents.items():
            (known.folder / file).write_bytes(content)

    return put


def packed_idx(array: np.ndarray) -> bytes:
    head = struct.pack(">HBB", 0, 8, array.ndim) + struct.pack(f">{array.ndim}I", *array.shape)
    return gzip.compress(head + array.tobytes())


def tape(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        for name, content in members.items():
            about = tarfile.TarInfo(name)
            about.size = len(content)
            archive.addfile(about, io.BytesIO(content))
        link = tarfile.TarInfo("../link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return buffer.getvalue()


@pytest.mark.parametrize(("name", "first"), [("mnist", "9"), ("kmnist", "wo")])
def test_sets_of_mnist_s_form(place, name: str, first: str) -> None:
    place(name, {file: resource("fashion_mnist", file).read_bytes() for file in fashion_mnist.CHECKSUMS})
    ours, shipped = load(name), load("fashion-mnist")
    for mine, theirs in ((ours.train, shipped.train), (ours.test, shipped.test)):
        assert torch.equal(mine.images, theirs.images) and torch.equal(mine.labels, theirs.labels)
    assert (ours.channels, ours.side, len(ours.classes)) == (1, 28, 10)
    assert ours.classes[int(ours.train.labels[0])] == first
    assert len(load(name, limit=20).test) == 20


def test_emnist_stands_upright(place) -> None:
    random = np.random.default_rng(0)
    images = {part: random.integers(0, 256, (count, 28, 28), np.uint8) for part, count in (("train", 5), ("test", 2))}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for part, pictures in images.items():
            start = f"gzip/emnist-balanced-{part}"
            archive.writestr(f"{start}-images-idx3-ubyte.gz", packed_idx(pictures.transpose(0, 2, 1)))
            archive.writestr(f"{start}-labels-idx1-ubyte.gz", packed_idx(np.full(len(pictures), 46, np.uint8)))
        archive.writestr("../../evil.txt", "evil")
    place("emnist", {"gzip.zip": buffer.getvalue()})
    data = load("emnist")
    assert np.array_equal(data.train.images[:, 0], images["train"])
    assert np.array_equal(data.test.images[:, 0], images["test"])
    assert len(data.classes) == 47 and data.classes[int(data.test.labels[0])] == "t"


def cifar(pictures: np.ndarray, *labels: np.ndarray) -> bytes:
    return np.concatenate([label[:, None] for label in labels] + [pictures.reshape(len(pictures), -1)], 1).tobytes()


def test_cifar(place) -> None:
    random = np.random.default_rng(0)
    pictures = random.integers(0, 256, (12, 3, 32, 32), np.uint8)
    fine, coarse = np.arange(12, dtype=np.uint8) % 10, np.zeros(12, np.uint8)
    batches = {
        f"cifar-10-batches-bin/data_batch_{n + 1}.bin": cifar(pictures[2 * n :][:2], fine[2 * n :][:2])
        for n in range(5)
    }
    last = {"cifar-10-batches-bin/test_batch.bin": cifar(pictures[10:], fine[10:])}
    place("cifar10", {"cifar-10-binary.tar.gz": tape(batches | last | {"../../evil.txt": b"evil"})})
    names = "\n".join(f"thing_{number}" for number in range(100)) + "\n\n"
    halves = {
        "train.bin": cifar(pictures[:10], coarse[:10], fine[:10]),
        "test.bin": cifar(pictures[10:], coarse[10:], fine[10:]),
    }
    members = {f"cifar-100-binary/{name}": content for name, content in halves.items()}
    place("cifar100", {"cifar-100-binary.tar.gz": tape(members | {"c/fine_label_names.txt": names.encode()})})
    for name, classes in (("cifar10", 10), ("cifar100", 100)):
        data = load(name)
        assert np.array_equal(data.train.images, pictures[:10]) and np.array_equal(data.test.images, pictures[10:])
        assert data.train.labels.tolist() == fine[:10].tolist() and len(data.classes) == classes
        assert [file.name for file in SETS[name].folder.iterdir()] == [SETS[name].files[0].name], "nothing is unpacked"


def test_svhn_s_zeros_are_zeros(place, mat_files: list[bytes]) -> None:
    place("svhn", {"train_32x32.mat": mat_files[0], "test_32x32.mat": mat_files[1]})
    data = load("svhn")
    assert data.train.images.shape == (4, 3, 2, 2) and data.train.labels.tolist() == [0, 1, 9, 0]
    stored = (np.arange(48) % 7).reshape(2, 2, 3, 4)  # row, column, channel, number
    assert data.test.images[3, 2, 1, 0] == stored[1, 0, 2, 3]


def test_a_set_that_is_not_here_says_how_to_get_it() -> None:
    with pytest.raises(DataError, match=r"'alexnet data download svhn', or put train_32x32\.mat, test_32x32\.mat into"):
        load("svhn")


def test_a_file_that_is_not_the_right_one_is_not_read(place) -> None:
    place("cifar10", {"cifar-10-binary.tar.gz": tape({})})
    with pytest.raises(DataError, match="cannot be read"):
        load("cifar10")
    with (SETS["cifar10"].folder / "cifar-10-binary.tar.gz").open("ab") as file:
        file.write(b"x")
    with pytest.raises(DataError, match="its checksum is wrong; delete it"):
        load("cifar10")
