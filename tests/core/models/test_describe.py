"""The description of a network against torch's own counts and against the network's behaviour."""

from dataclasses import replace

import pytest
import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from core.data.preparation import Preparation
from core.models import AlexNet, LeNet, build
from core.models.describe import describe, description_of
from core.network import NetworkSpec

ALEXNET = NetworkSpec("alexnet", tuple("abcdefghij"), Preparation())
LENET = NetworkSpec("lenet", tuple("abcdefghij"), Preparation(input_side=28))
SPECS = pytest.mark.parametrize("spec", [ALEXNET, LENET], ids=["alexnet", "lenet"])


@SPECS
def test_totals_are_torch_s_own(spec: NetworkSpec) -> None:
    network = build(spec)
    counter = FlopCounterMode(display=False)
    with counter, torch.no_grad():
        network(torch.rand(1, *description_of(spec).input_shape))
    totals = describe(network).totals
    assert totals.multiply_adds * 2 == counter.get_total_flops()
    assert totals.parameters == sum(parameter.numel() for parameter in network.parameters())
    assert totals.bytes == sum(parameter.nbytes for parameter in network.parameters())


def test_alexnet_has_the_published_figures() -> None:
    totals = description_of(ALEXNET).totals
    assert totals.parameters == 46_764_746
    assert totals.multiply_adds == 938_146_176


@SPECS
def test_shapes_are_those_of_a_real_pass(spec: NetworkSpec) -> None:
    network = build(spec).eval()
    description = describe(network)
    seen = {}
    for layer in description.layers:
        network.get_submodule(layer.name).register_forward_hook(
            lambda _module, inputs, output, name=layer.name: seen.update({name: (inputs[0][0], output[0])})
        )
    with torch.no_grad():
        network(torch.rand(1, *description.input_shape))
    assert [layer.name for layer in description.layers] == list(seen)
    for layer in description.layers:
        before, after = seen[layer.name]
        assert (layer.input_shape, layer.output_shape) == (before.shape, after.shape)
        assert layer.activation_bytes == after.nbytes


def all_pass(spec: NetworkSpec) -> nn.Sequential:
    """The same windows with one channel, in which every unit's output grows with every pixel it sees."""
    layers = nn.Sequential()
    for module in build(spec).conv:
        match module:
            case nn.Conv2d():
                layers.append(nn.Conv2d(1, 1, module.kernel_size, module.stride, module.padding))
                layers[-1].weight.data.fill_(1.0)
            case nn.MaxPool2d() | nn.AvgPool2d():
                layers.append(nn.AvgPool2d(module.kernel_size, module.stride))
            case _:
                layers.append(nn.Identity())
    return layers.double()


@SPECS
@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_a_unit_s_patch_is_where_its_gradient_is(spec: NetworkSpec, place: str) -> None:
    description = description_of(spec)
    side = description.input_shape[-1]
    picture = torch.rand(1, *description.input_shape, dtype=torch.float64, requires_grad=True)
    maps = picture
    for index, module in enumerate(all_pass(spec)):
        maps = module(maps)
        if isinstance(module, nn.Identity):
            continue
        row = {"first": 0, "middle": maps.shape[2] // 2, "last": maps.shape[2] - 1}[place]
        column = maps.shape[3] // 3
        (gradient,) = torch.autograd.grad(maps[0, 0, row, column], picture, retain_graph=True)
        left, top, right, bottom = description.patch(f"conv.{index}", row, column)
        expected = torch.zeros(side, side, dtype=torch.bool)
        expected[top:bottom, left:right] = True
        assert torch.equal(gradient[0].ne(0).any(0), expected), index


@SPECS
def test_far_from_the_edges_a_patch_is_the_receptive_field_and_its_neighbour_is_a_jump_away(
    spec: NetworkSpec,
) -> None:
    with torch.device("meta"):
        maps_only = nn.Sequential(*build(spec).conv)
    description = describe(maps_only, (1, 448, 448))
    for layer in description.layers:
        middle = layer.output_shape[1] // 2
        left, top, right, bottom = description.patch(layer.name, middle, middle + 1)
        assert right - left == bottom - top == layer.receptive_field
        assert left - top == layer.jump


def test_a_fully_connected_unit_sees_the_whole_picture() -> None:
    assert description_of(ALEXNET).patch("fc.0", 0, 0) == (0, 0, 224, 224)


def test_an_unknown_layer_has_no_description() -> None:
    with pytest.raises(KeyError, match=r"conv\.99"):
        description_of(ALEXNET).layer("conv.99")


def test_receptive_fields_of_alexnet_are_the_known_ones() -> None:
    fields = {layer.name: layer.receptive_field for layer in description_of(ALEXNET).layers}
    assert [fields[f"conv.{i}"] for i in (0, 2, 3, 5, 6, 8, 10, 12)] == [11, 19, 51, 67, 99, 131, 163, 195]
    assert all(fields[f"fc.{i}"] is None for i in range(7))


def test_labels_say_what_a_layer_does() -> None:
    labels = {layer.name: layer.label for layer in description_of(ALEXNET).layers}
    assert labels["conv.0"] == "Conv 96 · 11×11 /4"
    assert labels["conv.1"] == "ReLU"
    assert labels["conv.2"] == "Max-pool 3×3 /2"
    assert labels["conv.3"] == "Conv 256 · 5×5"
    assert labels["fc.0"] == "Linear 4096"
    assert labels["fc.2"] == "Dropout 0.5"
    assert description_of(LENET).layer("conv.2").label == "Average-pool 2×2 /2"


def test_windows_are_the_layers_own() -> None:
    description = description_of(ALEXNET)
    windows = [(layer.kernel, layer.stride, layer.padding) for layer in description.layers[:4]]
    assert windows == [(11, 4, 0), (None, None, None), (3, 2, 0), (5, 1, 2)]


def test_switches_show() -> None:
    spec = replace(ALEXNET, classes=("a", "b"), preparation=Preparation(channels=3), activation="tanh")
    description = description_of(spec)
    assert description.input_shape == (3, 224, 224)
    assert description.layers[1].label == "Tanh"
    assert description.layers[-1].output_shape == (2,)


def test_describing_leaves_a_network_in_training_alone() -> None:
    torch.manual_seed(0)
    network = LeNet().to(torch.bfloat16, memory_format=torch.channels_last).train()
    before = {name: value.clone() for name, value in network.state_dict().items()}
    random = torch.get_rng_state()
    assert describe(network) == description_of(LENET)  # whatever the weights' type: bytes are those of fp32
    assert torch.equal(torch.get_rng_state(), random)
    assert all(module.training and not module._forward_hooks for module in network.modules())
    assert all(p.requires_grad and p.dtype == torch.bfloat16 for p in network.parameters())
    assert all(torch.equal(value, before[name]) for name, value in network.state_dict().items())


def test_another_input_can_be_asked_for_and_an_unknown_network_must_be_told() -> None:
    strange = nn.Sequential(nn.Conv2d(2, 4, 3, groups=2), nn.Conv2d(4, 4, 1))
    description = describe(strange, (2, 10, 12))
    assert [layer.output_shape for layer in description.layers] == [(4, 8, 10), (4, 8, 10)]
    assert [layer.multiply_adds for layer in description.layers] == [4 * 80 * 9, 4 * 80 * 4]
    with pytest.raises(ValueError, match="Sequential"):
        describe(strange)


def test_no_memory_is_taken_for_weights() -> None:
    with torch.device("meta"):
        network = AlexNet()
    assert describe(network) == description_of(ALEXNET)
