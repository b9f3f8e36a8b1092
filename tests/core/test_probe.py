"""Feature maps, read without disturbing the network."""

import subprocess
import sys

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from core.errors import StudioError
from core.models import AlexNet, LeNet
from core.probe import all_feature_maps, feature_maps, layers_with_maps


@pytest.fixture
def lenet() -> LeNet:
    torch.manual_seed(0)
    return LeNet()


@pytest.fixture
def picture() -> Tensor:
    return torch.rand(1, 1, 28, 28, generator=torch.Generator().manual_seed(1))


@pytest.fixture(scope="module")
def alexnet() -> AlexNet:
    torch.manual_seed(0)
    return AlexNet()


@pytest.fixture(scope="module")
def large_picture() -> Tensor:
    return torch.rand(1, 1, 224, 224, generator=torch.Generator().manual_seed(1))


def by_hand(network: LeNet | AlexNet, x: Tensor) -> dict[str, np.ndarray]:
    """Every layer's output for x, computed layer by layer in evaluation mode."""
    outputs = {}
    with torch.no_grad():
        for part in ("conv", "fc"):
            for index, module in enumerate(getattr(network, part)):
                x = x if isinstance(module, nn.Dropout) else module(x)
                outputs[f"{part}.{index}"] = x[0].float().numpy().copy()
            x = x.flatten(1)
    return outputs


def test_maps_are_what_each_layer_computes(lenet: LeNet, picture: Tensor) -> None:
    expected = by_hand(lenet, picture)
    maps = all_feature_maps(lenet, picture, tuple(expected))
    assert list(maps) == list(expected)
    for name, values in maps.items():
        assert values.dtype == np.float32 and values.flags.c_contiguous
        np.testing.assert_array_equal(values, expected[name])


def test_maps_come_in_the_order_asked_for(lenet: LeNet, picture: Tensor) -> None:
    assert list(all_feature_maps(lenet, picture, ("fc.0", "conv.0", "conv.0"))) == ["fc.0", "conv.0"]
    assert all_feature_maps(lenet, picture, ()) == {}


def test_one_layer(lenet: LeNet, picture: Tensor) -> None:
    assert feature_maps(lenet, picture, "conv.3").shape == (16, 10, 10)
    assert feature_maps(lenet, picture, "fc.4").shape == (10,)


@pytest.mark.parametrize("layers", [("conv.12",), ("conv.0", "fc.6")], ids=["stops early", "goes through"])
def test_a_network_in_training_is_left_as_it_was(
    alexnet: AlexNet, large_picture: Tensor, layers: tuple[str, ...]
) -> None:
    alexnet.train()
    alexnet.conv[3].eval()  # a mode of its own is kept too
    try:
        alexnet.fc[6].bias.grad = torch.ones(10)
        modes = [module.training for module in alexnet.modules()]
        random = torch.get_rng_state()
        first = all_feature_maps(alexnet, large_picture, layers)
        second = all_feature_maps(alexnet, large_picture, layers)
        assert torch.equal(torch.get_rng_state(), random)
        assert [module.training for module in alexnet.modules()] == modes
        assert not any(module._forward_hooks for module in alexnet.modules())
        assert torch.equal(alexnet.fc[6].bias.grad, torch.ones(10))
        assert [name for name, p in alexnet.named_parameters() if p.grad is not None] == ["fc.6.bias"]
        assert torch.is_grad_enabled()
        for layer in layers:  # dropout was off
            np.testing.assert_array_equal(first[layer], second[layer])
    finally:
        alexnet.zero_grad()


def test_a_probe_between_two_steps_changes_nothing_in_the_training(picture: Tensor) -> None:
    def trained(*, probing: bool) -> dict[str, Tensor]:
        torch.manual_seed(0)
        network = nn.Sequential(nn.Conv2d(1, 4, 5), nn.ReLU(inplace=True), nn.Dropout(0.5), nn.Flatten())
        network.append(nn.Linear(4 * 24 * 24, 3))
        optimizer = torch.optim.SGD(network.parameters(), lr=0.1, momentum=0.9)
        for _ in range(3):
            optimizer.zero_grad()
            loss = nn.functional.cross_entropy(network(torch.rand(4, 1, 28, 28)), torch.randint(3, (4,)))
            if probing:
                all_feature_maps(network, picture, layers_with_maps(network))
            loss.backward()
            if probing:
                feature_maps(network, picture, "0")
            optimizer.step()
        return network.state_dict()

    plain, probed = trained(probing=False), trained(probing=True)
    assert all(torch.equal(plain[name], probed[name]) for name in plain)


def test_all_is_put_back_when_the_pass_breaks(lenet: LeNet) -> None:
    with pytest.raises(RuntimeError):
        feature_maps(lenet, torch.rand(1, 1, 5, 5), "fc.0")
    assert all(module.training and not module._forward_hooks for module in lenet.modules())


def test_maps_survive_a_next_layer_that_works_in_place() -> None:
    network = nn.Sequential(nn.Conv2d(1, 2, 3), nn.ReLU(inplace=True))
    maps = all_feature_maps(network, torch.rand(1, 1, 8, 8) - 0.5, ("0", "1"))
    assert maps["0"].min() < 0
    np.testing.assert_array_equal(maps["1"], maps["0"].clip(0))


def test_maps_are_copies_of_a_network_that_goes_on(lenet: LeNet, picture: Tensor) -> None:
    maps = feature_maps(lenet, picture, "conv.0")
    kept = maps.copy()
    with torch.no_grad():
        lenet.conv[0].weight.mul_(-1)
    np.testing.assert_array_equal(maps, kept)


def test_channels_last_gives_the_same_maps(alexnet: AlexNet, large_picture: Tensor) -> None:
    layers = ("conv.0", "conv.2", "conv.12", "fc.0")
    plain = all_feature_maps(alexnet, large_picture, layers)
    last = AlexNet()
    last.load_state_dict(alexnet.state_dict())
    last = last.to(memory_format=torch.channels_last)
    for layer, maps in all_feature_maps(last, large_picture, layers).items():
        assert maps.flags.c_contiguous
        np.testing.assert_allclose(maps, plain[layer], rtol=1e-4, atol=1e-5)


def test_weights_in_bf16_take_the_same_picture(lenet: LeNet, picture: Tensor) -> None:
    whole = all_feature_maps(lenet, picture, layers_with_maps(lenet))
    half = all_feature_maps(lenet.to(torch.bfloat16), picture, layers_with_maps(lenet))
    for layer, maps in half.items():
        assert maps.dtype == np.float32
        np.testing.assert_allclose(maps, whole[layer], atol=0.03)


def test_the_caller_s_autocast_does_not_lower_the_precision(lenet: LeNet, picture: Tensor) -> None:
    expected = feature_maps(lenet, picture, "fc.4")
    with torch.autocast("cpu", dtype=torch.bfloat16):
        np.testing.assert_array_equal(feature_maps(lenet, picture, "fc.4"), expected)
        assert torch.is_autocast_enabled("cpu")


def test_no_more_is_computed_than_asked_for(lenet: LeNet, picture: Tensor) -> None:
    reached = []
    for name, module in lenet.named_modules():
        module.register_forward_pre_hook(lambda _module, _inputs, name=name: reached.append(name))
    feature_maps(lenet, picture, "conv.2")
    assert reached == ["", "conv", "conv.0", "conv.1", "conv.2"]


@pytest.mark.parametrize("layer", ["conv.99", "conv", ""])
def test_an_unknown_layer_is_said_in_a_sentence_with_the_known(lenet: LeNet, picture: Tensor, layer: str) -> None:
    with pytest.raises(StudioError, match=r"no layer .*conv\.0, conv\.1, .*fc\.4\."):
        feature_maps(lenet, picture, layer)


def test_more_than_one_picture_is_refused(lenet: LeNet) -> None:
    with pytest.raises(ValueError, match="One picture"):
        feature_maps(lenet, torch.rand(2, 1, 28, 28), "conv.0")


def test_layers_with_maps_are_all_but_dropout(alexnet: AlexNet) -> None:
    names = layers_with_maps(alexnet)
    assert names == (*(f"conv.{i}" for i in range(13)), "fc.0", "fc.1", "fc.3", "fc.4", "fc.6")


def test_describing_and_probing_import_nothing_slow() -> None:
    code = (
        "import sys, torch; from core.models.describe import describe; from core.models import LeNet;"
        "from core.probe import feature_maps; network = LeNet(); describe(network);"
        "feature_maps(network, torch.rand(1, 1, 28, 28), 'fc.4');"
        "print(*{'sympy', 'torch._dynamo', 'torchvision'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
