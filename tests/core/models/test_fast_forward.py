"""The fast way through a network against the network itself, on real pictures."""

from collections.abc import Callable

import pytest
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, interpolate

from core.data.fashion_mnist import load
from core.data.preparation import Preparation
from core.models import AlexNet, LeNet
from core.models.enlarged_convolution import fold
from core.models.fast_forward import FastForward


class InDouble(Preparation):
    """The book's input in double precision: there rounding decides no maximum."""

    def network_input(self, images: Tensor) -> Tensor:
        size = (self.input_side, self.input_side)
        return interpolate(images.double() / 255, size=size, mode="bilinear", align_corners=False)


def pictures(count: int, *, side: int = 28, channels: int = 1) -> Tensor:
    """Of Fashion-MNIST; those of several channels have another picture in each."""
    images = load().train.images[: count * channels]
    if side != 28:
        images = interpolate(images.float(), size=(side, side), mode="bilinear").byte()
    return images.reshape(count, channels, side, side)


def network(channels: int = 1, activation: str = "relu") -> AlexNet:
    torch.manual_seed(0)
    return AlexNet(10, channels, activation, dropout=0).to(memory_format=torch.channels_last)


def logits_and_gradients(
    model: nn.Module, forward: Callable[[Tensor], Tensor], images: Tensor
) -> tuple[Tensor, dict[str, Tensor]]:
    model.zero_grad()
    logits = forward(images)
    cross_entropy(logits, torch.arange(len(images)) % 10).backward()
    return logits.detach(), {name: parameter.grad for name, parameter in model.named_parameters()}


def assert_same(model: AlexNet | LeNet, preparation: Preparation, images: Tensor, *, within: float, **switches) -> None:
    """The same logits, and the same gradient of every parameter."""
    fast = FastForward(model, preparation, **switches)
    plain = logits_and_gradients(model, lambda x: model(preparation.network_input(x)), images)
    torch.testing.assert_close(logits_and_gradients(model, fast, images), plain, rtol=0, atol=within)


@pytest.mark.parametrize("activation", ["relu", "sigmoid", "tanh"])
def test_in_double_precision_it_is_the_network_to_the_last_digits(activation: str) -> None:
    assert_same(network(activation=activation).double(), InDouble(), pictures(2), within=1e-12)


@pytest.mark.parametrize(
    ("side", "channels", "folds"),
    [
        (28, 1, True),
        (28, 3, True),
        (14, 1, True),
        (56, 3, True),
        (112, 1, True),
        (224, 1, False),  # not enlarged
        (20, 1, False),  # not by a whole factor
        (32, 3, False),  # seven-fold: in so many phases it would be no less work
    ],
)
def test_pictures_of_every_size(side: int, channels: int, folds: bool) -> None:
    preparation, model = Preparation(channels, side), network(channels)
    assert (fold(model.conv[0], preparation) is not None) == folds
    assert_same(model, preparation, pictures(2, side=side, channels=channels), within=1e-5)


def test_pooling_first_changes_not_one_bit() -> None:
    assert_same(network(), Preparation(), pictures(3), within=0, folded=False)


def test_a_batch_may_be_of_any_size() -> None:
    model = network().eval()
    fast, images = FastForward(model, Preparation()), pictures(3)
    with torch.inference_mode():
        torch.testing.assert_close(torch.cat([fast(images[:2]), fast(images[2:])]), fast(images), rtol=0, atol=1e-6)


def test_the_same_units_drop_out() -> None:
    preparation, model = Preparation(), AlexNet()
    logits = []
    for forward in (FastForward(model, preparation), lambda x: model(preparation.network_input(x))):
        torch.manual_seed(1)
        logits.append(forward(pictures(2)))
    torch.testing.assert_close(*logits, rtol=1e-5, atol=1e-5)
    with torch.no_grad():
        assert not torch.allclose(FastForward(model.eval(), preparation)(pictures(2)), logits[0], atol=1e-3)


def test_with_normalisation_between_convolution_and_activation() -> None:
    model = network().double()
    model.conv.insert(1, nn.BatchNorm2d(96, dtype=torch.float64))
    with torch.no_grad():
        model.conv[1].weight.copy_(torch.linspace(-1, 1, 96))  # some maxima become minima
    assert_same(model, InDouble(), pictures(2), within=1e-12)


def test_in_bf16_it_is_as_near_to_the_truth_as_the_network_is() -> None:
    preparation, model, images = Preparation(), network(), pictures(8)
    truth, gradients = logits_and_gradients(model, lambda x: model(preparation.network_input(x)), images)

    def error(forward: Callable[[Tensor], Tensor]) -> Tensor:
        def in_bf16(x: Tensor) -> Tensor:
            with torch.autocast("cpu", torch.bfloat16):
                return forward(x).float()

        logits, found = logits_and_gradients(model, in_bf16, images)
        return torch.stack([(logits - truth).norm(), (found["conv.0.weight"] - gradients["conv.0.weight"]).norm()])

    plain = error(lambda x: model(preparation.network_input(x)))
    assert (error(FastForward(model, preparation)) < 1.5 * plain).all()


def test_lenet_too() -> None:
    torch.manual_seed(0)
    assert_same(LeNet(), Preparation(1, 28, 28), pictures(3), within=0)
    assert_same(LeNet(activation="relu"), Preparation(1, 14, 28), pictures(3, side=14), within=0)


def test_whoever_watches_a_module_sees_what_the_network_does() -> None:
    preparation, model, images = Preparation(), network().eval(), pictures(1)
    fast = FastForward(model, preparation)
    seen: list[Tensor] = []
    hook = model.conv[0].register_forward_hook(lambda _module, _inputs, output: seen.append(output))
    with torch.no_grad():
        fast(images)
        assert seen[0].equal(model.conv[0](preparation.network_input(images)))
        del seen[:]
        hook.remove()
        fast(images)
    assert not seen
