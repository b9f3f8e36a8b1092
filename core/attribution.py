"""Which pixels speak for a class and which against it: five ways to ask, each answered by a map over the picture.

They are written out here rather than taken from captum, which the tests hold them to: captum loads a plotting library
before it answers, does not say how far it is, cannot be given up half-way, and warns at each guided backpropagation.

All maps are in units of the class's logit, float32 (H, W) in pixels of the network's input, summed over the colour
channels. All are the same at each call.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from core.errors import ArgumentError
from core.out.steps import Work
from core.probe import evaluating, layer_names

METHODS = ("grad-cam", "gradients", "guided-backprop", "integrated-gradients", "occlusion")
STEPS = 64  # of integrated gradients
WINDOWS = 7  # this many windows of occlusion side by side cover the picture; each overlaps the next by a half

_BATCH = 8  # pictures at a time: little memory, and work that can be given up soon
_WITH_THE_CONVOLUTION = (nn.BatchNorm2d, nn.ReLU, nn.Sigmoid, nn.Tanh)  # what may come between it and its maps' use


@dataclass(frozen=True, slots=True, eq=False)
class Attribution:
    """What one method says of one picture and one class."""

    method: str
    values: np.ndarray  # float32 (H, W): positive where the picture speaks for the class
    layer: str = ""  # of Grad-CAM: whose maps were weighed
    missing: float | None = None  # of integrated gradients: what the values should add up to less what they do


def attribution(
    model: nn.Module, x: Tensor, target: int, method: str, *, layer: str | None = None
) -> Work[Attribution]:
    """What speaks for the class `target` in one picture `x` (1, C, H, W), found by one of `METHODS`.

    A work that yields how far it is (`core.out.steps`). `x` is network input as `Preparation.network_input` makes it;
    it is brought to the device and type of the weights. `layer` is for Grad-CAM alone, see `grad_cam_layer`.

    Between two yields the network is as it was: its mode, gradients, hooks and the random generators do not change; but
    no other thread may use it meanwhile. Raises ArgumentError for a method or layer that does not suit the network and
    for a class that it does not have, ValueError for more than one picture.
    """
    if x.shape[0] != 1:
        raise ValueError(f"One picture at a time, not {x.shape[0]}.")
    if method not in METHODS:
        raise ArgumentError(f"There is no method {method!r}; choose one of {', '.join(METHODS)}.")
    weight = next(model.parameters())
    x = x.detach().to(weight.device, weight.dtype)
    if method == "grad-cam":
        yield 0.0
        return grad_cam(model, x, target, layer or grad_cam_layer(model))
    work: dict[str, Callable[[nn.Module, Tensor, int], Work[Attribution]]] = {
        "gradients": _gradients,
        "guided-backprop": _guided,
        "integrated-gradients": _integrated,
        "occlusion": _occlusion,
    }
    return (yield from work[method](model, x, target))


# -- Grad-CAM


def grad_cam_layer(model: nn.Module) -> str:
    """The layer that Grad-CAM looks at unless another is chosen: the last convolution's activation.

    Raises ArgumentError for a network without a convolution.
    """
    names = layer_names(model)
    convolutions = [name for name in names if isinstance(model.get_submodule(name), nn.Conv2d)]
    if not convolutions:
        raise ArgumentError("Grad-CAM weighs the maps of a convolution; this network has none.")
    found = convolutions[-1]
    for name in names[names.index(found) + 1 :]:
        if not isinstance(model.get_submodule(name), _WITH_THE_CONVOLUTION):
            break
        found = name
    return found


def grad_cam(model: nn.Module, x: Tensor, target: int, layer: str) -> Attribution:
    """Gradient-weighted class activation mapping: Selvaraju et al. 2017, arXiv:1610.02391.

    The maps of `layer`, each weighed by the mean of the class's gradient over it, summed, without what is negative,
    enlarged bilinearly. Otherwise like `attribution`, but that `x` must be on the device of the weights.
    """
    if layer not in layer_names(model):
        raise ArgumentError(f"This network has no layer {layer!r}; it has {', '.join(layer_names(model))}.")
    seen: list[Tensor] = []

    def cut(_module: nn.Module, _inputs: tuple[Tensor, ...], output: Tensor) -> Tensor:
        """The graph begins here: nothing before this layer is gone back through."""
        seen.append(output.detach().requires_grad_())
        return seen[-1].clone()  # the next layer may work in place

    with _asked(model), _hooked([model.get_submodule(layer)], cut):
        score = _score(model(x), target)
        maps = seen[-1]
        if maps.ndim != 4:
            raise ArgumentError(f"Grad-CAM weighs maps, and {layer} has none: choose a convolution or a pooling.")
        (gradient,) = torch.autograd.grad(score, maps)
    weights = gradient.mean(dim=(2, 3), keepdim=True)
    small = (weights * maps.detach()).sum(dim=1, keepdim=True).relu()  # (1, 1, h, w)
    large = nn.functional.interpolate(small, size=x.shape[2:], mode="bilinear", align_corners=False)
    return Attribution("grad-cam", _array(large[0]), layer=layer)


# -- gradients


def _gradients(model: nn.Module, x: Tensor, target: int) -> Work[Attribution]:
    """What the class gains when a pixel brightens a little: Simonyan et al. 2013, arXiv:1312.6034; with its sign."""
    yield 0.0
    return Attribution("gradients", _array(_input_gradient(model, x, target)[0]))


def _guided(model: nn.Module, x: Tensor, target: int) -> Work[Attribution]:
    """The gradient that only passes back through a ReLU where it is positive, too: Springenberg et al. 2014,
    arXiv:1412.6806."""
    rectifiers = [module for module in model.modules() if isinstance(module, nn.ReLU)]
    if not rectifiers:
        raise ArgumentError("Guided backpropagation changes how gradients pass ReLUs; this network has none.")
    yield 0.0

    def guide(_module: nn.Module, _inputs: tuple[Tensor, ...], output: Tensor) -> None:
        output.register_hook(lambda gradient: gradient.clamp(min=0))

    with _hooked(rectifiers, guide):
        return Attribution("guided-backprop", _array(_input_gradient(model, x, target)[0]))


def _integrated(model: nn.Module, x: Tensor, target: int) -> Work[Attribution]:
    """The gradients on the way from a black picture to this one, each pixel's summed and multiplied with its value:
    Sundararajan et al. 2017, arXiv:1703.01365; integrated after Gauss and Legendre in `STEPS` steps.

    The values of all pixels add up to the logit less that of the black picture, but for what is `missing`.
    """
    nodes, weights = np.polynomial.legendre.leggauss(STEPS)  # over [-1, 1]
    shares = torch.from_numpy((nodes + 1) / 2).to(x).view(-1, 1, 1, 1)
    weights = torch.from_numpy(weights / 2).to(x).view(-1, 1, 1, 1)
    total = torch.zeros_like(x[0])
    for start in range(0, STEPS, _BATCH):
        yield start / STEPS
        part = slice(start, start + _BATCH)
        total += (weights[part] * _input_gradient(model, shares[part] * x, target)).sum(dim=0)
    values = _array(total * x[0])
    with _asked(model), torch.no_grad():
        change = float(_score(model(x), target) - _score(model(torch.zeros_like(x)), target))
    return Attribution("integrated-gradients", values, missing=change - float(values.sum(dtype=np.float64)))


def _input_gradient(model: nn.Module, x: Tensor, target: int) -> Tensor:
    """Of the class's logit with respect to each pixel of each picture: (B, C, H, W)."""
    x = x.detach().clone().requires_grad_()
    with _asked(model):
        return torch.autograd.grad(_score(model(x), target), x)[0]


# -- occlusion


def _occlusion(model: nn.Module, x: Tensor, target: int) -> Work[Attribution]:
    """What the class loses when a window of the picture is made black: Zeiler and Fergus 2013, arXiv:1311.2901.

    Each pixel has the mean over the windows that cover it. Where the picture is black already nothing is lost.
    """
    height, width = x.shape[2:]
    size = max(height // WINDOWS, 1), max(width // WINDOWS, 1)
    windows = [(top, left) for top in _starts(height, size[0]) for left in _starts(width, size[1])]
    lost, covered = torch.zeros(height, width), torch.zeros(height, width)
    for top, left in windows:
        covered[top : top + size[0], left : left + size[1]] += 1
    windows = [place for place in windows if bool(_window(x, place, size).any())]
    with _asked(model), torch.no_grad():
        whole = float(_score(model(x), target))
    for start in range(0, len(windows), _BATCH):
        yield start / len(windows)
        batch = windows[start : start + _BATCH]
        pictures = x.repeat(len(batch), 1, 1, 1)
        for picture, place in zip(pictures, batch, strict=True):
            _window(picture, place, size).zero_()
        with _asked(model), torch.no_grad():
            logits = model(pictures)[:, target].tolist()
        for place, logit in zip(batch, logits, strict=True):
            _window(lost, place, size).add_(whole - logit)
    return Attribution("occlusion", (lost / covered).numpy())


def _window(picture: Tensor, place: tuple[int, int], size: tuple[int, int]) -> Tensor:
    """A part of a picture (…, H, W), in its own memory."""
    (top, left), (height, width) = place, size
    return picture[..., top : top + height, left : left + width]


def _starts(side: int, window: int) -> list[int]:
    """Where windows begin that overlap by half, the last at the edge."""
    last = side - window
    return sorted({*range(0, last + 1, max(window // 2, 1)), last})


# -- the network, asked


@contextmanager
def _asked(model: nn.Module) -> Iterator[None]:
    """Evaluation mode, with gradients, in the precision of the weights, whatever the caller works in."""
    kind = next(model.parameters()).device.type
    with evaluating(model), torch.enable_grad(), torch.autocast(kind, enabled=False):
        yield


@contextmanager
def _hooked(modules: Iterable[nn.Module], hook: Callable[..., Tensor | None]) -> Iterator[None]:
    with ExitStack() as hooks:
        for module in modules:
            hooks.callback(module.register_forward_hook(hook).remove)
        yield


def _score(logits: Tensor, target: int) -> Tensor:
    """The sum of the class's logits (B, classes) over the batch, of which each picture only changes its own."""
    if not 0 <= target < logits.shape[1]:
        raise ArgumentError(f"This network has no class {target}: it tells {logits.shape[1]} apart, counted from 0.")
    return logits[:, target].sum()


def _array(values: Tensor) -> np.ndarray:
    """(C, H, W) summed over the channels."""
    return values.detach().sum(dim=0).to("cpu", torch.float32).contiguous().numpy()
