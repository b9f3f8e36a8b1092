"""How first weights are drawn."""

import math

import pytest
import torch
from torch import nn

from core.errors import StudioError
from core.models.initialization import INITIALIZATIONS, initialize
from core.recipe import Recipe


@pytest.fixture
def layers() -> nn.Sequential:
    torch.manual_seed(0)
    return nn.Sequential(nn.Conv2d(16, 64, 3), nn.Linear(400, 600))


def test_default_keeps_what_torch_drew(layers: nn.Sequential) -> None:
    before = [parameter.clone() for parameter in layers.parameters()]
    initialize(layers, "default")
    assert all(torch.equal(a, b) for a, b in zip(before, layers.parameters(), strict=True))


def test_kaiming_has_the_variance_that_relu_needs(layers: nn.Sequential) -> None:
    initialize(layers, "kaiming")
    for layer, fan_in in zip(layers, (16 * 9, 400), strict=True):
        assert layer.weight.std().item() == pytest.approx(math.sqrt(2 / fan_in), rel=0.05)
        assert not layer.bias.any()


def test_xavier_is_uniform_between_its_bounds(layers: nn.Sequential) -> None:
    initialize(layers, "xavier")
    for layer, fans in zip(layers, (16 * 9 + 64 * 9, 400 + 600), strict=True):
        bound = math.sqrt(6 / fans)
        assert 0.99 * bound < layer.weight.abs().max().item() <= bound
        assert layer.weight.std().item() == pytest.approx(bound / math.sqrt(3), rel=0.05)
        assert not layer.bias.any()


def test_an_unknown_name_is_said_in_a_sentence(layers: nn.Sequential) -> None:
    with pytest.raises(StudioError, match=r"'ones'.*default, kaiming, xavier"):
        initialize(layers, "ones")


def test_the_recipe_offers_the_same_names() -> None:
    choices = Recipe.model_json_schema()["properties"]["initialization"]["enum"]
    assert tuple(choices) == INITIALIZATIONS
