"""From a specification to a network."""

from dataclasses import replace

import pytest
import torch
from torch import nn

from core.data.preparation import Preparation
from core.errors import StudioError
from core.models import MODELS, AlexNet, LeNet, build
from core.network import NetworkSpec
from core.recipe import Recipe

LENET = NetworkSpec("lenet", ("cat", "dog", "owl"), Preparation(channels=3, input_side=28), "tanh")
ALEXNET = NetworkSpec("alexnet", tuple("abcde"), Preparation(channels=3), dropout=0.2)


def test_lenet_of_a_specification() -> None:
    network = build(LENET)
    assert isinstance(network, LeNet)
    assert network(torch.rand(1, 3, 28, 28)).shape == (1, 3)
    assert any(isinstance(module, nn.Tanh) for module in network.modules())


def test_alexnet_of_a_specification() -> None:
    with torch.device("meta"):
        network = build(ALEXNET)
    assert isinstance(network, AlexNet)
    assert network.conv[0].weight.shape == (96, 3, 11, 11)
    assert network.fc[6].weight.shape == (5, 4096)
    assert network.fc[2].p == 0.2


@pytest.mark.parametrize(
    ("spec", "activation"), [(ALEXNET, nn.ReLU), (replace(LENET, activation="default"), nn.Sigmoid)]
)
def test_each_network_has_its_own_default_activation(spec: NetworkSpec, activation: type[nn.Module]) -> None:
    with torch.device("meta"):
        assert isinstance(build(spec).conv[1], activation)


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        (replace(LENET, model="vgg"), r"'vgg'.*alexnet, lenet"),
        (replace(LENET, activation="swish"), "'swish'"),
        (replace(LENET, preparation=Preparation()), r"LeNet takes pictures of 28×28 pixels, not 224×224"),
    ],
)
def test_what_cannot_be_built_is_said_in_a_sentence(spec: NetworkSpec, said: str) -> None:
    with pytest.raises(StudioError, match=said):
        build(spec)


def test_every_network_a_recipe_can_name_can_be_built() -> None:
    choices = Recipe.model_json_schema()["properties"]["model"]["enum"]
    assert set(choices) == set(MODELS)


def test_the_same_seed_builds_the_same_weights() -> None:
    torch.manual_seed(3)
    first = build(LENET).state_dict()
    torch.manual_seed(3)
    second = build(LENET).state_dict()
    assert all(torch.equal(first[name], second[name]) for name in first)
