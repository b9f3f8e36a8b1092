"""The way to one value of a network: which sums of products and functions lead to it."""

import numpy as np
from torch import Tensor, nn

from core.arithmetic.layers import part_of
from core.arithmetic.parts import Part, Trace, Unit
from core.errors import ArgumentError
from core.probe import Passage, layer_names, passages


def trace(model: nn.Module, x: Tensor, layer: str, unit: Unit) -> Trace:
    """How `unit` of `layer` comes about for one picture `x` (1, C, H, W), network input.

    The parts go from the last convolution or fully connected layer on the way to the unit itself; through a pooling
    layer the way is that of its strongest value. Each part is computed in double precision from what went into its
    layer and compared with what the network made of that. Dropout is off, as outside training. The network is left
    as it was, see `core.probe`. Raises ArgumentError for an unknown layer or unit, and for a kind of layer whose
    arithmetic is not known.
    """
    names = layer_names(model)
    if layer not in names:
        raise ArgumentError(f"This network has no layer {layer!r}; it has {', '.join(names)}.")
    way = _way_to(model, names[: names.index(layer) + 1])
    seen = passages(model, x, way)
    parts: list[Part] = []
    at: Unit | None = unit
    for number in reversed(range(len(way))):
        name = way[number]
        if at is None or (parts and not _follows(seen[way[number + 1]], seen[name])):
            break
        shape = _laid_out_from(seen[name], [seen[before] for before in way[:number]])
        parts.insert(0, part_of(model.get_submodule(name), name, at, seen[name], shape))
        at = parts[0].source
    return Trace(tuple(parts), seen[layer].out)


def _way_to(model: nn.Module, names: tuple[str, ...]) -> tuple[str, ...]:
    """The last of these layers with those before it that its values come from one by one, and those, too, whose shape
    a flattened input has."""
    first = len(names) - 1
    while first > 0 and not isinstance(model.get_submodule(names[first]), nn.Conv2d | nn.Linear):
        first -= 1
    first = max(first - 1, 0)
    while first > 0 and isinstance(model.get_submodule(names[first]), nn.Dropout | nn.Flatten | nn.Identity):
        first -= 1
    return names[first:]


def _laid_out_from(passage: Passage, before: list[Passage]) -> tuple[int, ...]:
    """The shape of the maps that an input has the values of, or the input's own."""
    for earlier in reversed(before):
        if earlier.out.size != passage.into.size:
            break
        if earlier.out.ndim == 3:
            return earlier.out.shape
    return passage.into.shape


def _follows(later: Passage, earlier: Passage) -> bool:
    """What came out of one layer went into the other."""
    return later.into.size == earlier.out.size and np.array_equal(later.into.ravel(), earlier.out.ravel(), True)
