"""Gradient ascent makes pictures that excite a unit more than real ones do."""

import numpy as np
import pytest
import torch

from core.data import load
from core.models import LeNet
from core.network import Network, load_network, preparation_for
from core.preferred_input import Preferred, preferred_input, source_layer
from core.probe import layer_output

PREPARATION = preparation_for("lenet", channels=1)


@pytest.fixture(scope="module")
def demo() -> Network:
    return load_network("demo")


@pytest.fixture(scope="module")
def lenet() -> LeNet:
    torch.manual_seed(0)
    return LeNet(in_channels=3, activation="relu").eval().requires_grad_(False)


def test_the_units_of_a_pool_are_those_of_its_convolution(demo: Network) -> None:
    names = ("conv.0", "conv.1", "conv.2", "conv.5", "fc.5", "fc.6")
    assert [source_layer(demo.module, name) for name in names] == [
        "conv.0", "conv.0", "conv.0", "conv.3", "fc.3", "fc.6",
    ]  # fmt: skip


@pytest.mark.parametrize(("layer", "unit"), [("conv.5", 100), ("fc.6", 8)])
def test_it_excites_more_than_any_of_a_hundred_test_pictures(demo: Network, layer: str, unit: int) -> None:
    made = list(preferred_input(demo.module, demo.spec.preparation, layer, unit))[-1]
    source = source_layer(demo.module, layer)
    x = demo.spec.preparation.network_input(load("fashion-mnist").test.images[:100])
    with torch.no_grad():
        real = layer_output(demo.module, x, source)[:, unit]
        middle = real if real.ndim == 1 else real[:, real.shape[1] // 2, real.shape[2] // 2]
        again = layer_output(
            demo.module, demo.spec.preparation.network_input(torch.from_numpy(made.picture)[None]), source
        )[0, unit]
    assert made.value > 1.2 * float(middle.max())
    there = again if again.ndim == 0 else again[again.shape[0] // 2, again.shape[1] // 2]
    assert made.value == pytest.approx(float(there), rel=1e-5), "the value is that of the picture as it is"


def made(lenet: LeNet, seed: int) -> list[Preferred]:
    preparation = preparation_for("lenet", channels=3)
    return list(preferred_input(lenet, preparation, "fc.4", 3, seed=seed))


def test_the_same_seed_gives_the_same_picture(lenet: LeNet) -> None:
    state = torch.random.get_rng_state()
    first, again, other = made(lenet, 1), made(lenet, 1), made(lenet, 2)
    assert [step.step for step in first] == list(range(4, 49, 4)) and first[-1].step == first[-1].steps
    assert first[-1].value > first[0].value
    assert first[-1].picture.shape == (3, 28, 28) and first[-1].picture.dtype == np.uint8
    assert all(np.array_equal(a.picture, b.picture) for a, b in zip(first, again, strict=True))
    assert not np.array_equal(first[-1].picture, other[-1].picture)
    assert torch.equal(torch.random.get_rng_state(), state)


def test_it_can_be_given_up_after_any_step(lenet: LeNet) -> None:
    steps = preferred_input(lenet, preparation_for("lenet", channels=3), "conv.3", 0)
    next(steps)
    steps.close()
    assert not lenet.conv[0]._forward_hooks and not lenet.conv[3]._forward_hooks
