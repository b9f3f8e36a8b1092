"""``alexnet export``: a trained network as a file for other programs."""

import re
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from core.terminal import named

_SUFFIXES = {"safetensors": ".safetensors", "torch": ".pt"}


def export(
    model: Annotated[
        str, Parameter(help="demo, the folder of a run (its best weights; :last for the last) or a file of weights.")
    ],
    /,
    *,
    format: Annotated[
        Literal["safetensors", "torch"],
        Parameter(help="safetensors has classes and preparation beside the weights; torch is the plain state dict."),
    ],
    output: Annotated[
        Path | None, Parameter(alias="-o", help="The file; else one in this folder, named like the network.")
    ] = None,
) -> None:
    """Write a trained network as a file for other programs."""
    from core.export import export as write

    network = named.loaded(model)
    print(write(network, format, output or Path(_file_name(network.title, format))))


def _file_name(title: str, format: str) -> str:
    words = re.sub(r"[^\w.-]+", "-", title).strip("-.") or "network"
    return words + _SUFFIXES[format]
