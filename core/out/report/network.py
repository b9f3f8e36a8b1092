"""The network layer by layer, and the filters of its first layer as the pictures that they are."""

import json
import math
from pathlib import Path

import numpy as np
from safetensors import SafetensorError, safe_open

from core.checkpoint import KEY, WEIGHTS, Checkpoints
from core.errors import CheckpointError
from core.figures import count, size
from core.models.describe import description_of
from core.models.description import Description, Layer
from core.network import NetworkSpec
from core.out.markup import Markup, joined, tag
from core.out.report.embedded import picture
from core.out.report.page import note, table
from core.out.report.subject import Subject

_ZOOM = 4  # pixels of the screen for a weight


def content(subject: Subject) -> Markup:
    """Of the best checkpoint. Raises CheckpointError when there is none that can be read."""
    folder = Checkpoints(subject.summary.folder).best()
    if folder is None:
        raise CheckpointError("The run has no checkpoint that can be read, so its network is not shown.")
    spec, filters = _opened(folder / WEIGHTS)
    return joined(_layers(description_of(spec)) if spec else "", _filters(filters) if filters is not None else "")


def _opened(file: Path) -> tuple[NetworkSpec | None, np.ndarray | None]:
    """What network the file holds, and the weights of its first convolution (filters, channels, side, side)."""
    try:
        with safe_open(file, framework="np") as opened:
            metadata = opened.metadata() or {}
            shapes = ((name, opened.get_slice(name).get_shape()) for name in sorted(opened.keys()))
            first = next((name for name, shape in shapes if len(shape) == 4), None)
            filters = opened.get_tensor(first) if first else None
        spec = NetworkSpec.from_json(json.loads(metadata[KEY])) if KEY in metadata else None
    except (OSError, SafetensorError, ValueError) as error:
        raise CheckpointError(f"The weights of the run cannot be read: {error}.") from None
    return spec, filters


def _layers(network: Description) -> Markup:
    head = ("Layer", "What", "Output", "Parameters", "Multiply-adds", "Activations", "Sees")
    totals = network.totals
    sums = ("All", "", "", count(totals.parameters), count(totals.multiply_adds), size(totals.activation_bytes), "")
    rows = [*map(_row, network.layers), sums]
    words = (
        f"{network.model} for one picture of {_shape(network.input_shape)}; its weights take {size(totals.bytes)}. "
        "“Sees” is the side of the part of the picture that a unit sees."
    )
    return joined(note(words), table("Layers", head, rows, numbers=head[2:], foot=1))


def _row(layer: Layer) -> tuple[str, ...]:
    seen = "all" if layer.receptive_field is None else f"{layer.receptive_field} px"
    numbers = (count(layer.parameters), count(layer.multiply_adds), size(layer.activation_bytes))
    return (layer.name, layer.label, _shape(layer.output_shape), *(_unless_none(word) for word in numbers), seen)


def _unless_none(word: str) -> str:
    return "" if word == "0" else word


def _shape(shape: tuple[int, ...]) -> str:
    return "×".join(map(str, shape))


def _filters(weights: np.ndarray) -> Markup:
    number, channels, side = weights.shape[:3]
    said = f"The {number} filters of the first layer, each of {side}×{side} weights"
    words = f"{said}: mid-grey is 0, white the largest and black the smallest."
    sheet = _mosaic(weights)
    drawn = picture(sheet, f"{said}, side by side", class_="filters", style=f"width:{_ZOOM * sheet.shape[1]}px")
    return tag("figure", drawn, tag("figcaption", words if channels == 1 else f"{said}; mid-grey is 0."))


def _mosaic(weights: np.ndarray) -> np.ndarray:
    """All filters in rows, a pixel apart, as uint8 (H, W, 4); in colour where they have three channels."""
    number, channels, side = weights.shape[:3]
    scale = float(np.abs(weights).max()) or 1.0
    grey = np.nan_to_num(127.5 + 127.5 * weights / scale).astype(np.uint8)
    if channels != 3:
        grey = np.repeat(np.nan_to_num(127.5 + 127.5 * weights.mean(1, keepdims=True) / scale).astype(np.uint8), 3, 1)
    columns = math.ceil(math.sqrt(1.5 * number))
    rows = math.ceil(number / columns)
    sheet = np.zeros((rows * (side + 1) - 1, columns * (side + 1) - 1, 4), np.uint8)
    for place, one in enumerate(grey):
        top, left = place // columns * (side + 1), place % columns * (side + 1)
        sheet[top : top + side, left : left + side, :3] = one.transpose(1, 2, 0)
        sheet[top : top + side, left : left + side, 3] = 255
    return sheet
