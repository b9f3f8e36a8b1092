"""The picture that a unit likes best: gradient ascent from grey, kept from drifting into mere noise."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import conv2d, pad

from core.data.preparation import Preparation
from core.probe import layer_names, layer_output

STEPS = 48
_TOLD_EVERY = 4  # steps
_NOISE = 0.1
_RATE = 0.1  # of the first step: how far a pixel moves on average; falls to a tenth
_DECAY = 0.02  # of a pixel's distance from the background, a step
_BLUR = 0.7, 0.3  # standard deviations of the first and the last step, in pixels of a picture of _SIDE
_SIDE = 28
_LINEAR = (nn.Conv2d, nn.Linear, nn.BatchNorm2d)


@dataclass(frozen=True, slots=True, eq=False)
class Preferred:
    """What has come of it after ``step`` of ``steps``. ``picture``: uint8 (C, side, side), one of the data set's own
    form. ``value``: the unit's for the last picture; before that, for the one that this was a step from."""

    step: int
    steps: int
    picture: np.ndarray
    value: float


def source_layer(model: nn.Module, layer: str) -> str:
    """The layer whose units are those of `layer`, before any activation: there a gradient never dies.

    Pooling and activations take each channel for itself, so it is the last convolution, dense layer or batch
    normalisation at or before it.
    """
    known = layer_names(model)
    upto = known[: known.index(layer) + 1]
    return next((name for name in reversed(upto) if isinstance(model.get_submodule(name), _LINEAR)), layer)


def preferred_input(
    model: nn.Module, preparation: Preparation, layer: str, unit: int, *, seed: int = 0, steps: int = STEPS
) -> Iterator[Preferred]:
    """Climb towards the picture that excites a unit of `layer` most; of maps, the one in the middle of that channel.

    What is changed is the small picture before its enlargement: the network only ever sees enlarged ones, and whatever
    comes of it can be classified like any other. Each step goes up the gradient; pixels then decay towards the
    background and are blurred a little, ever less, after Yosinski et al. (2015, "Understanding Neural Networks Through
    Deep Visualization", arXiv:1506.06579).
    The same seed gives the same picture. `model`: one of the caller's own, in evaluation mode, on the CPU.
    """
    source = source_layer(model, layer)
    generator = torch.Generator().manual_seed(seed)
    background = 0.0 if preparation.style == "fashion-mnist" else 0.5
    shape = 1, preparation.channels, preparation.side, preparation.side
    scale = preparation.side / _SIDE
    x = (0.5 + _NOISE * torch.randn(shape, generator=generator)).clamp(0, 1)
    for step in range(steps):
        done = step / steps
        gradient, value = _gradient(model, preparation, source, unit, x)
        x = x + _RATE * (1 - 0.9 * done) * gradient / gradient.abs().mean().clamp(min=1e-12)
        x = background + (x - background) * (1 - _DECAY)
        x = _blurred(x, scale * (_BLUR[0] + (_BLUR[1] - _BLUR[0]) * done)).clamp(0, 1)
        if (step + 1) % _TOLD_EVERY == 0 and step + 1 < steps:
            yield Preferred(step + 1, steps, _pixels(x).numpy(), value)
    picture = _pixels(x)
    with torch.no_grad():
        value = float(_unit(layer_output(model, preparation.network_input(picture[None]), source), unit))
    yield Preferred(steps, steps, picture.numpy(), value)


def _gradient(model: nn.Module, preparation: Preparation, layer: str, unit: int, x: Tensor) -> tuple[Tensor, float]:
    """Of the unit's value by the picture, and the value."""
    x = x.requires_grad_(True)
    with torch.enable_grad():
        value = _unit(layer_output(model, preparation.enlarged(x), layer), unit)
        (gradient,) = torch.autograd.grad(value, x)
    return gradient, float(value.detach())


def _unit(output: Tensor, unit: int) -> Tensor:
    """Its value: of (1, N), or of (1, C, H, W) in the middle."""
    values = output[0, unit]
    return values if values.ndim == 0 else values[values.shape[0] // 2, values.shape[1] // 2]


def _blurred(x: Tensor, deviation: float) -> Tensor:
    """By a Gaussian, without going dark at the edges."""
    reach = max(1, round(3 * deviation))
    weights = torch.exp(-(torch.arange(-reach, reach + 1.0) ** 2) / (2 * deviation**2))
    weights = (weights / weights.sum()).expand(x.shape[1], 1, 1, -1)
    x = pad(x.detach(), (reach,) * 4, mode="replicate")
    return conv2d(conv2d(x, weights, groups=x.shape[1]), weights.transpose(2, 3), groups=x.shape[1])


def _pixels(x: Tensor) -> Tensor:
    return (x[0].detach() * 255).round().to(torch.uint8)
