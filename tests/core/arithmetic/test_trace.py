"""The arithmetic ends in the network's own value, for pixels of every layer of every network of the program."""

from collections.abc import Callable

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from core.arithmetic.parts import Activation, Convolution, Pooling, Trace, Unchanged, WeightedSum
from core.arithmetic.trace import trace
from core.data import load
from core.data.fashion_mnist import CLASSES
from core.errors import ArgumentError
from core.models import build
from core.network import NetworkSpec, load_network, preparation_for
from core.probe import all_feature_maps, layer_names

TOLERANCE = 1e-4  # of the value, or of 1 where it is smaller
PIXELS = 3  # of each layer


def spec_of(model: str, **switches) -> NetworkSpec:
    return NetworkSpec(model, CLASSES, preparation_for(model, channels=1), **switches)


def picture_for(spec: NetworkSpec) -> Tensor:
    return spec.preparation.network_input(load("fashion-mnist").test.images[5][None])


def random(model: str, **switches) -> Callable[[], tuple[nn.Module, Tensor]]:
    def make() -> tuple[nn.Module, Tensor]:
        torch.manual_seed(0)
        spec = spec_of(model, **switches)
        module = build(spec)
        for layer in module.modules():
            if isinstance(layer, nn.BatchNorm2d):  # as after some training
                layer.running_mean.normal_()
                layer.running_var.uniform_(0.5, 2)
                nn.init.normal_(layer.weight)
                nn.init.normal_(layer.bias)
        return module, picture_for(spec)

    return make


def demo() -> tuple[nn.Module, Tensor]:
    network = load_network("demo")
    return network.module, picture_for(network.spec)


NETWORKS = {
    "AlexNet": random("alexnet"),
    "demo": demo,
    "AlexNet normalised, tanh": random("alexnet", batch_norm=True, activation="tanh"),
    "LeNet": random("lenet"),
    "LeNet, ReLU": random("lenet", activation="relu"),
}


def units(shape: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Random units of a layer, and its corners, where the padding is."""
    generator = np.random.default_rng(len(shape) + sum(shape))
    found = [tuple(int(generator.integers(size)) for size in shape) for _ in range(PIXELS)]
    return [*found, tuple(0 for _ in shape), tuple(size - 1 for size in shape)]


@pytest.mark.parametrize("make", NETWORKS.values(), ids=NETWORKS)
def test_random_pixels_of_every_layer_end_in_the_network_s_value(make: Callable[[], tuple[nn.Module, Tensor]]) -> None:
    module, x = make()
    maps = all_feature_maps(module, x, layer_names(module))
    for layer, values in maps.items():
        for unit in units(values.shape):
            found = trace(module, x, layer, unit)
            own = float(values[unit])
            assert found.last.layer == layer and found.last.unit == unit
            assert abs(found.last.value - own) <= TOLERANCE * max(1.0, abs(own)), (layer, unit)
            for part in found:
                assert part.network == maps[part.layer][part.unit]
                assert abs(part.value - part.network) <= TOLERANCE * max(1.0, abs(part.network)), (layer, unit, part)


@pytest.fixture(scope="module")
def lenet() -> tuple[nn.Module, Tensor]:
    return random("lenet", activation="relu")()


def kinds(found: Trace) -> list[type]:
    return [type(part) for part in found]


def test_a_pooled_value_goes_back_to_the_sums_of_products(lenet: tuple[nn.Module, Tensor]) -> None:
    found = trace(*lenet, "conv.5", (3, 2, 4))
    assert kinds(found) == [Convolution, Activation, Pooling]
    assert [part.layer for part in found] == ["conv.3", "conv.4", "conv.5"]
    convolution, activation, pooling = found
    assert pooling.source == activation.unit == convolution.unit
    assert pooling.source[1] // 2 == 2 and pooling.source[2] // 2 == 4
    assert convolution.value == pytest.approx(activation.before, abs=1e-5)


def test_each_cell_of_a_patch_says_where_it_comes_from(lenet: tuple[nn.Module, Tensor]) -> None:
    maps = all_feature_maps(*lenet, ("conv.2",))["conv.2"]
    (part,) = trace(*lenet, "conv.3", (1, 3, 5))
    assert isinstance(part, Convolution) and part.patch.shape == part.kernel.shape == (6, 5, 5)
    for place in ((0, 0, 0), (5, 4, 1), (2, 3, 3)):
        unit = part.source_at(*place)
        assert unit is not None and part.patch[place] == maps[unit]
    assert part.sums.sum() + part.bias == pytest.approx(part.value)


def test_what_lies_beyond_the_picture_is_padding(lenet: tuple[nn.Module, Tensor]) -> None:
    part = trace(*lenet, "conv.0", (0, 0, 27)).last
    assert isinstance(part, Convolution)
    assert part.window.inside.sum() == 9 and (part.patch[:, ~part.window.inside] == 0).all()
    assert part.source_at(0, 0, 0) is None and part.source_at(0, 2, 2) == (0, 0, 27)


def test_flattened_inputs_know_their_place_in_the_maps(lenet: tuple[nn.Module, Tensor]) -> None:
    maps = all_feature_maps(*lenet, ("conv.5",))["conv.5"]
    found = trace(*lenet, "fc.1", (7,))
    assert kinds(found) == [WeightedSum, Activation]
    part = found.parts[0]
    assert isinstance(part, WeightedSum) and part.input_shape == (16, 5, 5)
    strongest = part.strongest(10)
    assert (np.diff(np.abs(part.products[strongest])) <= 0).all()
    assert all(part.inputs[index] == maps[part.source_at(index)] for index in strongest)


def test_what_lies_between_the_maps_and_a_fully_connected_layer_hides_no_place() -> None:
    model = nn.Sequential(nn.Conv2d(1, 2, 3), nn.Flatten(), nn.Dropout(), nn.Linear(2 * 6 * 5, 3))
    x = torch.rand(1, 1, 8, 7)
    part = trace(model, x, "3", (1,)).last
    assert isinstance(part, WeightedSum) and part.input_shape == (2, 6, 5)
    maps = all_feature_maps(model, x, ("0",))["0"]
    assert all(part.inputs[index] == maps[part.source_at(index)] for index in range(60))
    first = trace(nn.Sequential(nn.Flatten(), nn.Linear(56, 3)), x, "1", (1,)).last
    assert isinstance(first, WeightedSum) and first.input_shape == (56,)


def test_dropout_is_passed_through() -> None:
    module, x = demo()
    found = trace(module.train(), x, "fc.2", (100,))
    assert kinds(found) == [WeightedSum, Activation, Unchanged] and module.training
    assert found.last.value == found.last.network


def test_layers_that_are_called_in_another_order_are_not_taken_for_a_chain() -> None:
    class Twisted(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.first, self.second, self.third = nn.Conv2d(1, 2, 3), nn.ReLU(), nn.Tanh()

        def forward(self, x: Tensor) -> Tensor:
            return self.third(self.first(x) * 2) + self.second(self.first(x))

    found = trace(Twisted(), torch.rand(1, 1, 8, 8), "third", (0, 1, 1))
    assert kinds(found) == [Activation]


@pytest.mark.parametrize(
    ("layer", "unit", "sentence"),
    [
        ("conv.9", (0, 0, 0), "no layer 'conv.9'"),
        ("conv.0", (6, 0, 0), "6×28×28"),
        ("conv.0", (0, -1, 0), "no unit"),
        ("conv.0", (0,), "no unit 0"),
        ("fc.0", (120,), "120"),
    ],
)
def test_what_is_not_there_is_said(
    lenet: tuple[nn.Module, Tensor], layer: str, unit: tuple[int, ...], sentence: str
) -> None:
    with pytest.raises(ArgumentError, match=sentence):
        trace(*lenet, layer, unit)
