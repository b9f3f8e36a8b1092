"""``alexnet describe``: a network layer by layer."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from core.terminal import named
from core.terminal.options import Json
from core.terminal.output import count, print_json, print_table, size

if TYPE_CHECKING:
    from core.models.describe import Description, Layer


def describe(
    model: Annotated[
        str, Parameter(help="alexnet, lenet, demo, the folder of a run (:best or :last) or a file of weights.")
    ] = "alexnet",
    /,
    *,
    json: Json = False,
) -> None:
    """Show a network layer by layer: shapes, parameters, multiply-adds a picture, what a unit sees of the picture."""
    description = _description(model)
    if json:
        print_json(_plain(description))
        return
    totals = description.totals
    rows = [_row(layer) for layer in description.layers]
    rows.append(
        (
            "all",
            "",
            "",
            count(totals.parameters),
            count(totals.multiply_adds),
            size(totals.bytes),
            size(totals.activation_bytes),
            "",
        )
    )
    columns = ("layer", "what", "output", "parameters", "multiply-adds", "weights", "activations", "sees")
    title = f"{description.model}, input {_shape(description.input_shape)}"
    print_table(columns, rows, numbers=columns[2:], title=title)


def _description(name: str) -> "Description":
    from core.data.fashion_mnist import CLASSES
    from core.models.describe import describe as describe_module
    from core.models.describe import description_of
    from core.network import NetworkSpec, preparation_for

    if named.network(name, untrained=True) in named.MODELS:
        return description_of(NetworkSpec(name, CLASSES, preparation_for(name, channels=1)))
    return describe_module(named.loaded(name).module)


def _row(layer: "Layer") -> tuple[str, ...]:
    seen = "all" if layer.receptive_field is None else f"{layer.receptive_field} px"
    return (
        layer.name,
        layer.label,
        _shape(layer.output_shape),
        count(layer.parameters) if layer.parameters else "",
        count(layer.multiply_adds) if layer.multiply_adds else "",
        size(layer.bytes) if layer.bytes else "",
        size(layer.activation_bytes),
        seen,
    )


def _shape(shape: tuple[int, ...]) -> str:
    return "×".join(map(str, shape))


def _plain(description: "Description") -> dict[str, Any]:
    """The description as JSON; a receptive field is a side in pixels, null for the whole picture."""
    return asdict(description) | {"totals": asdict(description.totals)}
