"""The filters of a layer for the Network page: as they are, as they were at the start of the run, and the change.

Torch is imported when a function is called, which is the worker's part. What reaches the window are plain values.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from alexnet_gui.figure.map_desk import Subject, describe_spec

if TYPE_CHECKING:
    from torch import Tensor

    from core.filters import Filters
    from core.network import NetworkSpec
    from core.recipe import Recipe

Moment = Literal["now", "start", "change"]


@dataclass(frozen=True, slots=True)
class Origin:
    """What the first weights of a network follow from."""

    recipe: "Recipe"
    spec: "NetworkSpec"


@dataclass(frozen=True, slots=True, eq=False)
class Start:
    """The weight of a layer before the first step of its run."""

    origin: Origin
    layer: str
    weight: "Tensor"


@dataclass(frozen=True, slots=True, eq=False)
class FilterLook:
    """The filters of a layer, all in short, and one of them whole."""

    layer: str
    step: int | None  # of a training that goes on
    filters: "Filters | None"  # None for a layer without weights
    unit: int | None  # which is there whole
    whole: NDArray[np.float32] | None  # as `core.filters.filter_of` gives it
    origin: Origin | None  # None where the start is not known
    moment: Moment = "now"


def look_at_filters(
    subject: Subject, layer: str, *, unit: int | None, moment: Moment, start: Start | None
) -> FilterLook:
    """All filters of a layer in short, and filter number `unit` whole. Touches nothing of the network.

    Without the `start` of this layer of this network, they are as they are now, whatever `moment` was asked for.
    """
    from core.filters import filter_of, filter_shape, filters_of, weight_of

    origin = Origin(subject.recipe, subject.spec) if subject.recipe else None
    shape = filter_shape(describe_spec(subject.spec), layer)
    if shape is None:
        return FilterLook(layer, subject.step, None, None, None, origin)
    weight = weight_of(subject.module, layer)
    if start is None or start.origin != origin or start.layer != layer:
        moment = "now"
    elif moment != "now":
        weight = start.weight if moment == "start" else weight.cpu() - start.weight
    unit = unit if unit is not None and unit < len(weight) else None
    whole = None if unit is None else filter_of(weight, shape, unit)
    return FilterLook(layer, subject.step, filters_of(weight, shape), unit, whole, origin, moment)


def start_of(origin: Origin, layer: str) -> Start:
    """Draws it anew. About a second for AlexNet; for any thread."""
    from core.first_weights import first_weights

    return Start(origin, layer, first_weights(origin.recipe, origin.spec)[f"{layer}.weight"].clone())
