"""How the first weights of a network are drawn."""

import math

import torch
from torch import nn

from core.errors import ArgumentError

INITIALIZATIONS = ("default", "kaiming", "xavier", "paper")

_PAPER_ONES = (1, 3, 4)  # the convolutions whose biases begin at 1, counted from 0


def draw_default(module: nn.Module, generator: torch.Generator) -> None:
    """Draw the weights of every convolution and linear layer as torch does at construction, bit for bit, in place.

    Uniform in ±1 / √(fan in), weights and biases, in the order of `module.modules()`: for where torch's global
    generator must not be touched. A network whose other layers draw nothing has then the weights of a new one.
    """
    for layer in _layers(module):
        nn.init.kaiming_uniform_(layer.weight, a=math.sqrt(5), generator=generator)
        if layer.bias is not None:
            bound = 1 / math.sqrt(layer.weight[0].numel())
            nn.init.uniform_(layer.bias, -bound, bound, generator=generator)


def initialize(module: nn.Module, initialization: str, generator: torch.Generator | None = None) -> None:
    """Draw the weights of every convolution and linear layer anew, in place, by default from torch's global generator.

    "default" leaves what torch drew at construction. "kaiming": normal, standard deviation √(2 / fan in)
    (He et al. 2015, arXiv:1502.01852). "xavier": uniform in ±√(6 / (fan in + fan out)) (Glorot and Bengio
    2010). With these two, biases become zero. "paper": normal, standard deviation 0.01; biases 1 in the second, fourth
    and fifth convolution and in the hidden fully connected layers, else 0 (Krizhevsky et al. 2012, section 5).
    Raises ArgumentError for another name.
    """
    if initialization not in INITIALIZATIONS:
        known = ", ".join(INITIALIZATIONS)
        raise ArgumentError(f"There is no initialisation {initialization!r}; choose one of {known}.")
    if initialization == "default":
        return
    layers = _layers(module)
    for layer in layers:
        _draw(layer, initialization, generator)
    if initialization == "paper":
        convolutions = [layer for layer in layers if isinstance(layer, nn.Conv2d)]
        hidden = [layer for layer in layers if isinstance(layer, nn.Linear)][:-1]
        for layer in [*(c for n, c in enumerate(convolutions) if n in _PAPER_ONES), *hidden]:
            nn.init.ones_(layer.bias)


def _layers(module: nn.Module) -> list[nn.Conv2d | nn.Linear]:
    return [layer for layer in module.modules() if isinstance(layer, nn.Conv2d | nn.Linear)]


def _draw(layer: nn.Conv2d | nn.Linear, initialization: str, generator: torch.Generator | None) -> None:
    if initialization == "kaiming":
        nn.init.kaiming_normal_(layer.weight, nonlinearity="relu", generator=generator)
    elif initialization == "paper":
        nn.init.normal_(layer.weight, std=0.01, generator=generator)
    else:
        nn.init.xavier_uniform_(layer.weight, generator=generator)
    if layer.bias is not None:
        nn.init.zeros_(layer.bias)
