"""Filters are the weights of a layer, in the shape of what they are laid over."""

import numpy as np
import pytest
import torch
from torch import nn

from core.filters import filter_of, filter_shape, filters_of, weight_of
from core.models import AlexNet, LeNet
from core.models.describe import describe


@pytest.fixture(scope="module")
def lenet() -> LeNet:
    torch.manual_seed(0)
    return LeNet()


def test_each_layer_has_the_shape_of_its_input() -> None:
    with torch.device("meta"):
        described = describe(AlexNet(batch_norm=True))
    shapes = {layer.name: filter_shape(described, layer.name) for layer in described.layers}
    assert shapes["conv.0"] == (1, 11, 11) and shapes["conv.3"] == (96, 5, 5)
    assert shapes["fc.0"] == (256, 5, 5) and shapes["fc.3"] == (4096,) and shapes["fc.6"] == (4096,)
    assert [shapes[name] for name in ("conv.norm0", "conv.1", "conv.2", "fc.2")] == [None] * 4


def test_the_first_layer_is_shown_as_it_is(lenet: LeNet) -> None:
    found = filters_of(weight_of(lenet, "conv.0"), (1, 5, 5))
    weight = lenet.conv[0].weight.detach().numpy()
    assert found.of_pictures and found.strongest is None
    np.testing.assert_array_equal(found.faces, weight)
    np.testing.assert_allclose(found.norms, np.sqrt((weight**2).sum((1, 2, 3))), rtol=1e-5)


def test_a_deeper_filter_shows_its_strongest_kernel(lenet: LeNet) -> None:
    found = filters_of(weight_of(lenet, "fc.0"), (16, 5, 5))
    kernels = lenet.fc[0].weight.detach().numpy().reshape(120, 16, 5, 5)
    strongest = (kernels**2).sum((2, 3)).argmax(1)
    assert not found.of_pictures and found.faces is not None
    np.testing.assert_array_equal(found.strongest, strongest)
    np.testing.assert_array_equal(found.faces[:, 0], kernels[np.arange(120), strongest])
    np.testing.assert_array_equal(filter_of(weight_of(lenet, "fc.0"), (16, 5, 5), 33), kernels[33])


def test_a_dense_layer_behind_vectors_has_norms_only(lenet: LeNet) -> None:
    found = filters_of(weight_of(lenet, "fc.2"), (120,))
    assert found.faces is None and not found.of_pictures
    np.testing.assert_allclose(found.norms, np.linalg.norm(lenet.fc[2].weight.detach().numpy(), axis=1), rtol=1e-5)


def test_what_is_all_but_zero_is_silent() -> None:
    layer = nn.Conv2d(3, 4, 3)
    with torch.no_grad():
        layer.weight[1] = 0
        layer.weight[2] *= 1e-9
    found = filters_of(layer.weight.detach(), (3, 3, 3))
    assert found.of_pictures and found.silent.tolist() == [False, True, True, False]
    assert filters_of(torch.zeros(2, 1, 3, 3), (1, 3, 3)).silent.all()


def test_nothing_is_shared_with_the_network(lenet: LeNet) -> None:
    weight = lenet.conv[0].weight.detach().clone()
    found = filters_of(weight, (1, 5, 5))
    one = filter_of(weight, (1, 5, 5), 0)
    assert found.faces is not None
    before = found.faces.copy()
    weight.zero_()
    np.testing.assert_array_equal(found.faces, before)
    np.testing.assert_array_equal(one, before[0])
