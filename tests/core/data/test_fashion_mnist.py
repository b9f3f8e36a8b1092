"""The shipped data set: all of it, the real one, and damage noticed."""

import gzip
import shutil
from pathlib import Path

import pytest

from core.data import load
from core.data.fashion_mnist import CLASSES, read
from core.errors import DataError
from resources import path as resource


def test_all_of_it_ships() -> None:
    data = load("fashion-mnist")
    assert data.train.images.shape == (60_000, 1, 28, 28) and data.test.images.shape == (10_000, 1, 28, 28)
    assert data.train.labels.bincount().tolist() == [6000] * 10 and data.test.labels.bincount().tolist() == [1000] * 10
    assert data.classes == CLASSES and (data.channels, data.side) == (1, 28)
    assert data.train.images.float().mean().item() == pytest.approx(0.2860 * 255, abs=0.1)  # the published mean
    assert data.train.labels[:5].tolist() == [9, 0, 0, 3, 0]


def test_its_licence_ships_with_it() -> None:
    assert "Zalando" in resource("fashion_mnist", "LICENSE").read_text()


def test_a_damaged_or_missing_file_is_one_sentence(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(resource("fashion_mnist"), tmp_path / "set"))
    labels = folder / "t10k-labels-idx1-ubyte.gz"
    labels.write_bytes(gzip.compress(b"\0" * 10_008))
    with pytest.raises(DataError, match=r"t10k-labels-idx1-ubyte\.gz of Fashion-MNIST is damaged"):
        read(folder)
    labels.unlink()
    with pytest.raises(DataError, match="cannot be read"):
        read(folder)


def test_a_limit_is_balanced_over_the_classes() -> None:
    small = load("fashion-mnist").limited(25)
    counts = small.train.labels.bincount(minlength=10)
    assert len(small.train) == len(small.test) == 25 and counts.min() == 2 and counts.max() == 3
    assert load("fashion-mnist").limited(None) is load("fashion-mnist")
