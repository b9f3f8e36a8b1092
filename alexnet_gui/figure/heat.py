"""By which figure of its layers a network can be coloured. Plain values, no torch."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from alexnet_gui.figure.network_figure import drawn

if TYPE_CHECKING:
    from core.models.description import Description

PARAMETERS, MULTIPLY_ADDS, WEIGHTS, ACTIVATIONS, FIELD, TIME = (
    "parameters", "multiply_adds", "bytes", "activation_bytes", "receptive_field", "seconds",
)  # fmt: skip
FIGURES = (PARAMETERS, MULTIPLY_ADDS, WEIGHTS, ACTIVATIONS, FIELD, TIME)


def values(description: "Description", figure: str, seconds: Mapping[str, float]) -> dict[str, float]:
    """The figure of each drawn layer, by its name. `seconds`: by the layer's name, as far as they were measured."""
    layers = drawn(description)
    if figure == TIME:
        return {layer.name: seconds[layer.name] for layer in layers if layer.name in seconds}
    if figure == FIELD:
        whole = description.input_shape[1]
        return {layer.name: min(layer.receptive_field or whole, whole) for layer in layers}
    return {layer.name: getattr(layer, figure) for layer in layers}


def shares(networks: Sequence[Mapping[str, float]]) -> tuple[list[dict[str, float]], float]:
    """Each value as a share of the largest of all networks, 0 to 1, and that largest value."""
    largest = max((value for network in networks for value in network.values()), default=0.0)
    return [
        {name: value / largest if largest else 0.0 for name, value in network.items()} for network in networks
    ], largest
