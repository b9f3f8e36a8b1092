"""What excites units most, against looking at every activation there is."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from core.data import load
from core.data.dataset import Split
from core.errors import DataError
from core.models import LeNet
from core.network import NetworkSpec, preparation_for
from core.probe import layer_output
from core.recipe import checked
from core.units import TOP, Excited, data_of, excited

PREPARATION = preparation_for("lenet", channels=1)


@pytest.fixture(scope="module")
def lenet() -> LeNet:
    torch.manual_seed(0)
    return LeNet(activation="relu").eval().requires_grad_(False)


@pytest.fixture(scope="module")
def split() -> Split:
    return load("fashion-mnist").test.balanced(150, 10)


def last(lenet: LeNet, layer: str, split: Split) -> Excited:
    return list(excited(lenet, PREPARATION, layer, split, 10))[-1]


@pytest.mark.parametrize("layer", ["conv.3", "conv.4", "fc.2", "fc.4"])
def test_one_walk_finds_what_a_look_at_everything_finds(lenet: LeNet, split: Split, layer: str) -> None:
    found = last(lenet, layer, split)
    with torch.no_grad():
        everything = layer_output(lenet, PREPARATION.network_input(split.take(torch.arange(150))), layer).numpy()
    maxima = everything.reshape(150, everything.shape[1], -1).max(2)  # (pictures, units)
    np.testing.assert_allclose(found.values, np.sort(maxima, axis=0)[::-1][:TOP].T, rtol=1e-5, atol=1e-6)
    assert (np.diff(found.values, axis=1) <= 0).all() and (found.done, found.total) == (150, 150)
    for unit in range(maxima.shape[1]):
        assert len(set(found.places[unit])) == TOP
        for value, place, row, column in zip(
            found.values[unit], found.places[unit], found.rows[unit], found.columns[unit], strict=True
        ):
            there = everything[place, unit]
            assert (there[row, column] if there.ndim else there) == pytest.approx(value, rel=1e-5, abs=1e-6)
    labels = split.labels.numpy()
    np.testing.assert_array_equal(found.pictures, split.take(torch.arange(150)).numpy())
    np.testing.assert_array_equal(found.labels, labels)
    for label in range(10):
        expected = maxima[labels == label].mean(0)
        np.testing.assert_allclose(found.class_means[label], expected, rtol=1e-4, atol=1e-6)


def test_few_pictures_and_empty_classes_leave_gaps(lenet: LeNet, split: Split) -> None:
    few = split.chosen(torch.arange(4))
    found = last(lenet, "fc.4", few)
    assert np.isneginf(found.values[:, 4:]).all() and np.isfinite(found.values[:, :4]).all()
    present = np.unique(few.labels.numpy())
    assert np.isnan(found.class_means).any(1).sum() == 10 - len(present)


def test_large_pictures_are_kept_small() -> None:
    wide = LeNet(in_channels=3).eval().requires_grad_(False)
    noise = torch.randint(0, 256, (3, 3, 128, 128), dtype=torch.uint8, generator=torch.Generator().manual_seed(0))
    preparation = preparation_for("lenet", channels=3, side=128)
    found = list(excited(wide, preparation, "conv.0", Split(noise, torch.zeros(3, dtype=torch.int64)), 1))[-1]
    assert found.pictures.shape == (3, 3, 64, 64)
    mean = noise[1, 2, 6:8, 4:6].float().mean().item()
    assert abs(int(found.pictures[1, 2, 3, 2]) - mean) <= 0.5


def test_a_network_that_is_lost_excites_nothing(split: Split) -> None:
    lost = LeNet().eval().requires_grad_(False)
    lost.conv[0].weight.fill_(torch.nan)
    assert np.isneginf(last(lost, "conv.0", split).values).all()


def test_the_pictures_are_those_of_the_run(tmp_path: Path) -> None:
    for label in ("cat", "dog"):
        for number in range(5):
            (tmp_path / label).mkdir(exist_ok=True)
            Image.new("RGB", (40, 40), (number * 40, 0, 0)).save(tmp_path / label / f"{number}.png")
    recipe = checked(data=str(tmp_path), model="lenet")
    data = load(str(tmp_path))
    spec = NetworkSpec("lenet", data.classes, preparation_for("lenet", channels=data.channels, side=data.side))
    assert len(data_of(recipe, spec).test) == len(data.test)
    with pytest.raises(DataError, match="other classes"):
        data_of(recipe, NetworkSpec("lenet", ("a", "b"), spec.preparation))
    with pytest.raises(DataError, match="pick a run"):
        data_of(None, spec)
    fashion = load("fashion-mnist")
    assert data_of(None, NetworkSpec("lenet", fashion.classes, PREPARATION)) is fashion
