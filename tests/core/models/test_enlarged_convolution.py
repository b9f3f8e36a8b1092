"""Convolutions of enlarged pictures: which fold, and what comes out of them."""

import pytest
import torch
from torch import nn

from core.data.fashion_mnist import load
from core.data.preparation import Preparation
from core.models.enlarged_convolution import Phases, fold

BOOK = Preparation()


def test_behind_an_eightfold_enlargement_a_stride_of_four_has_two_phases() -> None:
    phases = Phases.of(BOOK, kernel=11, stride=4)
    assert phases is not None
    assert (phases.outputs, phases.groups, phases.step, phases.first) == (54, 27, 1, -1)
    assert phases.taps.shape == (2, 4, 11)
    assert phases.taps.sum(1).allclose(torch.ones(2, 11)), "each enlarged pixel is a mean of small ones"
    assert phases.pixels(28).tolist() == [0, *range(28), 27]


@pytest.mark.parametrize(
    "conv",
    [
        nn.Conv2d(1, 5, 11, 4),
        nn.Conv2d(1, 5, 11, 4, bias=False),
        nn.Conv2d(1, 5, 8, 8),
        nn.Conv2d(1, 5, 16, 24),
        nn.Conv2d(1, 5, 24, 2),
    ],
)
def test_the_same_maps(conv: nn.Conv2d) -> None:
    images = load().test.images[:4]
    folded = fold(conv, BOOK)
    assert folded is not None
    with torch.no_grad():
        maps = folded(images)
        torch.testing.assert_close(maps, conv(BOOK.network_input(images)), rtol=1e-5, atol=1e-6)
    assert maps.stride(1) == 1, "channels last"


@pytest.mark.parametrize(
    "module",
    [
        nn.Conv2d(1, 5, 11, 4, padding=2),
        nn.Conv2d(1, 5, 11, 4, dilation=2),
        nn.Conv2d(1, 5, (11, 9), 4),
        nn.Conv2d(2, 6, 11, 4, groups=2),
        nn.Conv2d(1, 5, 3),  # in eight phases no less work
        nn.ReLU(),
    ],
)
def test_what_does_not_fold_is_left_alone(module: nn.Module) -> None:
    assert fold(module, BOOK) is None
