"""How the first weights of a network are drawn."""

from torch import nn

from core.errors import ArgumentError

INITIALIZATIONS = ("default", "kaiming", "xavier")


def initialize(module: nn.Module, initialization: str) -> None:
    """Draw the weights of every convolution and linear layer anew, in place, from torch's global generator.

    "default" leaves what torch drew at construction. "kaiming": normal, standard deviation √(2 / fan in)
    (He et al. 2015, arXiv:1502.01852). "xavier": uniform in ±√(6 / (fan in + fan out)) (Glorot and Bengio
    2010). With the last two, biases become zero. Raises ArgumentError for another name.
    """
    if initialization not in INITIALIZATIONS:
        known = ", ".join(INITIALIZATIONS)
        raise ArgumentError(f"There is no initialisation {initialization!r}; choose one of {known}.")
    if initialization == "default":
        return
    for layer in module.modules():
        if isinstance(layer, nn.Conv2d | nn.Linear):
            _draw(layer, initialization)


def _draw(layer: nn.Conv2d | nn.Linear, initialization: str) -> None:
    if initialization == "kaiming":
        nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
    else:
        nn.init.xavier_uniform_(layer.weight)
    if layer.bias is not None:
        nn.init.zeros_(layer.bias)
