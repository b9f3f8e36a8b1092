"""The evidence for a class: held to captum, to what is computed by hand, and to what the methods promise."""

import warnings

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from core.attribution import METHODS, STEPS, Attribution, attribution, grad_cam_layer
from core.data import load
from core.errors import ArgumentError
from core.models import LeNet, build
from core.network import NetworkSpec, load_network, preparation_for
from core.out.steps import done


def lenet(activation: str = "relu", channels: int = 1) -> LeNet:
    torch.manual_seed(0)
    return LeNet(in_channels=channels, activation=activation)


@pytest.fixture(scope="module")
def picture() -> Tensor:
    """A test picture of Fashion-MNIST, as LeNet takes it."""
    return load("fashion-mnist").test.images[5][None].float() / 255


def find(model: nn.Module, x: Tensor, method: str, target: int = 3, layer: str | None = None) -> Attribution:
    return done(attribution(model, x, target, method, layer=layer))


def logit(model: nn.Module, x: Tensor, target: int) -> float:
    with torch.no_grad():
        return float(model.eval()(x)[0, target])


def by_captum(model: nn.Module, x: Tensor, method: str, target: int) -> np.ndarray:
    """The same by another hand. Imported here: it takes a second."""
    from captum.attr import GuidedBackprop, IntegratedGradients, LayerAttribution, LayerGradCam, Occlusion, Saliency

    x = x.clone().requires_grad_()
    match method:
        case "grad-cam":
            layer = model.get_submodule(grad_cam_layer(model))
            small = LayerGradCam(model, layer).attribute(x, target=target, relu_attributions=True)
            found = LayerAttribution.interpolate(small, tuple(x.shape[2:]), "bilinear")
        case "gradients":
            found = Saliency(model).attribute(x, target=target, abs=False)
        case "guided-backprop":
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                found = GuidedBackprop(model).attribute(x, target=target)
        case "integrated-gradients":
            found = IntegratedGradients(model).attribute(x, target=target, n_steps=STEPS)
        case _:
            window = x.shape[2] // 7
            found = Occlusion(model).attribute(
                x, (x.shape[1], window, window), (x.shape[1], window // 2, window // 2), target=target,
                perturbations_per_eval=16,
            )  # fmt: skip
            found = found / x.shape[1]  # it gives the same value to each of the channels that it covers at once
    return found.detach().sum(dim=1)[0].numpy()


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("method", METHODS)
def test_captum_says_the_same(picture: Tensor, method: str, channels: int) -> None:
    model = lenet(channels=channels).eval()
    x = torch.cat([picture.roll(shift, dims=3) for shift in range(channels)], dim=1)
    found = find(model, x, method, target=1)
    expected = by_captum(model, x, method, 1)
    assert found.values.dtype == np.float32 and found.values.shape == (28, 28)
    assert np.abs(expected).max() > 1e-6
    np.testing.assert_allclose(found.values, expected, atol=1e-4 * np.abs(expected).max())


def test_grad_cam_is_the_maps_weighed_by_their_mean_gradients(picture: Tensor) -> None:
    model = lenet().eval()
    maps = model.conv[:5](picture).detach().requires_grad_()  # behind the second activation
    model.fc(model.conv[5:](maps).flatten(1))[0, 7].backward()
    assert maps.grad is not None
    small = sum(float(maps.grad[0, number].mean()) * maps[0, number].detach() for number in range(16))
    assert isinstance(small, Tensor)
    large = nn.functional.interpolate(small.clamp(min=0)[None, None], size=(28, 28), mode="bilinear")
    found = find(model, picture, "grad-cam", target=7)
    assert found.layer == "conv.4" and found.values.min() >= 0
    np.testing.assert_allclose(found.values, large[0, 0].numpy(), rtol=1e-4, atol=1e-7)


@pytest.mark.parametrize("batch_norm", [False, True])
def test_grad_cam_looks_at_the_last_activation_with_maps(batch_norm: bool) -> None:
    spec = NetworkSpec("alexnet", tuple("0123456789"), preparation_for("alexnet", channels=1), batch_norm=batch_norm)
    with torch.device("meta"):
        assert grad_cam_layer(build(spec)) == "conv.11"


def test_grad_cam_of_a_layer_that_is_chosen(picture: Tensor) -> None:
    model = lenet()
    assert find(model, picture, "grad-cam", layer="conv.1").layer == "conv.1"
    with pytest.raises(ArgumentError, match=r"fc\.0 has none"):
        find(model, picture, "grad-cam", layer="fc.0")
    with pytest.raises(ArgumentError, match="no layer"):
        find(model, picture, "grad-cam", layer="conv.99")


def test_gradients_are_those_of_autograd(picture: Tensor) -> None:
    model = lenet().eval()
    x = picture.clone().requires_grad_()
    model(x)[0, 2].backward()
    assert x.grad is not None
    np.testing.assert_array_equal(find(model, picture, "gradients", target=2).values, x.grad[0, 0].numpy())


def test_integrated_gradients_add_up() -> None:
    network = load_network("demo")
    x = network.spec.preparation.network_input(load("fashion-mnist").test.images[5][None])
    target = int(network.module(x).argmax())
    found = find(network.module, x, "integrated-gradients", target)
    change = logit(network.module, x, target) - logit(network.module, torch.zeros_like(x), target)
    assert found.missing is not None
    assert float(found.values.sum()) + found.missing == pytest.approx(change, abs=1e-3)
    assert abs(found.missing) < 0.05 * abs(change)


def test_covering_the_only_thing_in_a_picture_counts_most(picture: Tensor) -> None:
    x = torch.zeros_like(picture)
    x[0, 0, 8:12, 16:20] = 1
    model = lenet()
    target = int((model.eval()(x) - model(torch.zeros_like(x))).argmax())  # the class that gains most by it
    values = find(model, x, "occlusion", target).values
    assert values[8:12, 16:20].max() == values.max() > 0
    assert values[:4].max() == values[:4].min() == 0, "black is covered by black"


def test_a_black_picture_has_no_evidence_by_occlusion(picture: Tensor) -> None:
    assert not find(lenet(), torch.zeros_like(picture), "occlusion").values.any()


@pytest.mark.parametrize("activation", ["sigmoid", "tanh"])
def test_what_does_not_apply_is_said(picture: Tensor, activation: str) -> None:
    model = lenet(activation)
    with pytest.raises(ArgumentError, match="this network has none"):
        find(model, picture, "guided-backprop")
    for method in ("grad-cam", "gradients", "integrated-gradients", "occlusion"):
        assert np.isfinite(find(model, picture, method).values).all()


def test_what_cannot_be_is_refused(picture: Tensor) -> None:
    model = lenet()
    with pytest.raises(ArgumentError, match="no class 10"):
        find(model, picture, "gradients", target=10)
    with pytest.raises(ArgumentError, match="no method"):
        find(model, picture, "tea-leaves")
    with pytest.raises(ArgumentError, match="of a convolution"):
        grad_cam_layer(nn.Sequential(nn.Flatten(), nn.Linear(784, 10)))
    with pytest.raises(ValueError, match="One picture"):
        find(model, picture.repeat(2, 1, 1, 1), "gradients")


@pytest.mark.parametrize("method", METHODS)
def test_a_network_in_training_is_left_as_it_was(picture: Tensor, method: str) -> None:
    model = nn.Sequential(lenet(), nn.Dropout(0.5)).train()
    model[0].conv[1] = nn.Sequential(nn.BatchNorm2d(6), nn.ReLU(inplace=True))
    model(picture.repeat(4, 1, 1, 1)).sum().backward()
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    gradients = [parameter.grad.clone() for parameter in model.parameters() if parameter.grad is not None]
    dice = torch.random.get_rng_state()
    layer = "0.conv.4" if method == "grad-cam" else None
    work = attribution(model, picture, 3, method, layer=layer)
    next(work)
    assert all(module.training for module in model.modules()), "also half-way"
    found = done(work)
    assert np.isfinite(found.values).all() and found.values.any()
    assert all(torch.equal(before[name], tensor) for name, tensor in model.state_dict().items())
    after = [parameter.grad for parameter in model.parameters() if parameter.grad is not None]
    assert all(torch.equal(*pair) for pair in zip(gradients, after, strict=True))
    assert all(parameter.requires_grad for parameter in model.parameters())
    assert all(module.training and not module._forward_hooks for module in model.modules())
    assert torch.equal(dice, torch.random.get_rng_state())


def test_long_work_says_how_far_it_is(picture: Tensor) -> None:
    for method in ("integrated-gradients", "occlusion"):
        shares = list(attribution(lenet(), picture, 3, method))
        assert shares[0] == 0 and shares == sorted(shares) and shares[-1] < 1 and len(shares) > 3


def test_weights_that_want_no_gradient(picture: Tensor) -> None:
    model = lenet()
    wanted = [find(model, picture, method).values for method in METHODS]
    model.requires_grad_(False)
    with torch.no_grad():
        for method, values in zip(METHODS, wanted, strict=True):
            np.testing.assert_array_equal(find(model, picture, method).values, values)
