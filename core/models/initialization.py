"""How the first weights of a network are drawn."""

from torch import nn

from core.errors import ArgumentError

INITIALIZATIONS = ("default", "kaiming", "xavier", "paper")

_PAPER_ONES = (1, 3, 4)  # the convolutions whose biases begin at 1, counted from 0


def initialize(module: nn.Module, initialization: str) -> None:
    """Draw the weights of every convolution and linear layer anew, in place, from torch's global generator.

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
    layers = [layer for layer in module.modules() if isinstance(layer, nn.Conv2d | nn.Linear)]
    for layer in layers:
        _draw(layer, initialization)
    if initialization == "paper":
        convolutions = [layer for layer in layers if isinstance(layer, nn.Conv2d)]
        hidden = [layer for layer in layers if isinstance(layer, nn.Linear)][:-1]
        for layer in [*(c for n, c in enumerate(convolutions) if n in _PAPER_ONES), *hidden]:
            nn.init.ones_(layer.bias)


def _draw(layer: nn.Conv2d | nn.Linear, initialization: str) -> None:
    if initialization == "kaiming":
        nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
    elif initialization == "paper":
        nn.init.normal_(layer.weight, std=0.01)
    else:
        nn.init.xavier_uniform_(layer.weight)
    if layer.bias is not None:
        nn.init.zeros_(layer.bias)
