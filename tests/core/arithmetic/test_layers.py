"""Layers in ways that the program's own networks do not use them, against torch."""

from itertools import product

import numpy as np
import pytest
import torch
from torch import nn

from core.arithmetic.trace import trace
from core.errors import ArgumentError
from core.probe import feature_maps

LAYERS = [
    nn.Conv2d(4, 6, (3, 2), stride=(2, 1), padding=(1, 0), dilation=(1, 2), groups=2, bias=False),
    nn.MaxPool2d(3, stride=2, padding=1, dilation=2),
    nn.MaxPool2d(3, stride=2, ceil_mode=True),
    nn.AvgPool2d(3, stride=2, padding=1),
    nn.AvgPool2d(3, stride=2, padding=1, count_include_pad=False),
    nn.AvgPool2d(3, stride=2, padding=1, ceil_mode=True),
    nn.AvgPool2d(2, divisor_override=3),
    nn.AdaptiveAvgPool2d((3, 4)),
    nn.BatchNorm2d(4, affine=False),
    nn.Sigmoid(),
    nn.Flatten(),
]


@pytest.mark.parametrize("layer", LAYERS, ids=str)
def test_every_unit_is_what_torch_computes(layer: nn.Module) -> None:
    torch.manual_seed(0)
    model = nn.Sequential(nn.Conv2d(1, 4, 1), layer)
    x = torch.randn(1, 1, 8, 7)
    values = feature_maps(model, x, "1")
    for unit in product(*(range(0, size, 2) for size in values.shape)):
        assert trace(model, x, "1", unit).last.value == pytest.approx(float(values[unit]), abs=1e-5)


def test_a_kind_that_is_not_known_is_said() -> None:
    model = nn.Sequential(nn.Conv2d(1, 4, 1), nn.LocalResponseNorm(3))
    with pytest.raises(ArgumentError, match="LocalResponseNorm"):
        trace(model, torch.randn(1, 1, 4, 4), "1", (0, 0, 0))


@pytest.mark.parametrize(
    "layer",
    [nn.Conv2d(1, 2, 3, padding="same"), nn.Conv2d(1, 2, 3, padding=1, padding_mode="reflect")],
    ids=["same", "reflect"],
)
def test_another_padding_is_said(layer: nn.Module) -> None:
    with pytest.raises(ArgumentError, match="pads"):
        trace(nn.Sequential(layer), torch.randn(1, 1, 4, 4), "0", (0, 0, 0))


def test_a_normalisation_by_the_batch_is_said() -> None:
    model = nn.Sequential(nn.Conv2d(1, 4, 1), nn.BatchNorm2d(4, track_running_stats=False))
    with pytest.raises(ArgumentError, match="whole batch"):
        trace(model, torch.randn(1, 1, 4, 4), "1", (0, 0, 0))


@pytest.mark.parametrize("lost", [float("nan"), float("inf")])
def test_a_network_that_lost_its_numbers_is_shown_as_it_is(lost: float) -> None:
    model = nn.Sequential(nn.Conv2d(1, 2, 3, padding=1), nn.Sigmoid(), nn.Flatten(), nn.Linear(32, 3))
    nn.init.constant_(model[0].weight, lost)
    nn.init.constant_(model[3].weight, lost)
    x = torch.zeros(1, 1, 4, 4)
    for layer, unit in (("0", (0, 1, 1)), ("1", (0, 1, 1)), ("3", (0,))):
        found = trace(model, x, layer, unit)
        assert str(found.last.value) == str(found.last.network)
        assert np.isnan(getattr(found.parts[0], "products", np.nan)).any()
