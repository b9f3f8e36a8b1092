"""The activation functions that a network can be built with, by the names that a recipe knows them by."""

from torch import nn

from core.errors import ArgumentError

ACTIVATIONS: dict[str, type[nn.Module]] = {"relu": nn.ReLU, "sigmoid": nn.Sigmoid, "tanh": nn.Tanh}


def activation_class(name: str) -> type[nn.Module]:
    """The class of an activation. Made without arguments it works on a copy, so recorded maps stay whole.

    Raises ArgumentError for an unknown name.
    """
    try:
        return ACTIVATIONS[name]
    except KeyError:
        known = ", ".join(ACTIVATIONS)
        raise ArgumentError(f"There is no activation {name!r}; choose one of {known}.") from None
