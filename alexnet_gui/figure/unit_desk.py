"""What the Unit view shows of a layer: for one worker thread only. What reaches the window are plain values.

Torch is imported when the first question is asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from alexnet_gui.figure.known_pictures import KnownPictures
from alexnet_gui.figure.map_desk import Subject, describe_spec

if TYPE_CHECKING:
    from torch import nn

    from core.models.description import Description
    from core.preferred_input import Preferred
    from core.units import Excited

MOST_MADE = 256  # pictures kept of a network

T = TypeVar("T")
Shares = tuple[float, float, float, float]  # left, top, right, bottom of a part of a picture, 0 to 1


@dataclass(frozen=True, slots=True, eq=False)
class Walk:
    """What was found so far. ``test_pictures``: how many there are to choose from."""

    excited: "Excited"
    test_pictures: int
    step: int | None  # of a training that goes on


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A picture on its way, and the part of it that the unit sees; None: all."""

    preferred: "Preferred"
    seen: Shares | None


class UnitDesk:
    """Keeps what was computed for as long as the network is there."""

    def __init__(self) -> None:
        self._walks: WeakKeyDictionary[nn.Module, dict[tuple[str, int], Walk]] = WeakKeyDictionary()
        self._made: WeakKeyDictionary[nn.Module, dict[tuple[str, int], Made]] = WeakKeyDictionary()
        self._known = KnownPictures()

    def walk(self, subject: Subject, layer: str, count: int) -> Iterator[Walk]:
        """Take `count` test pictures, as many of each class, through all units of a layer. Raises DataError."""
        from core.units import excited

        kept = self._walks.setdefault(subject.module, {})
        if (layer, count) in kept:
            yield kept[layer, count]
            return
        data, split = self._known.of(subject), self._known.test(subject, count)
        for found in excited(subject.module, subject.spec.preparation, layer, split, len(data.classes)):
            walk = Walk(found, len(data.test), subject.step)
            if found.done == found.total:
                kept[layer, count] = walk
            yield walk

    def original(self, subject: Subject, count: int, place: int) -> Iterator[NDArray[np.uint8]]:
        """One picture of such a walk as the network's preparation takes it, (C, side, side)."""
        yield self._known.test(subject, count).picture(place).numpy()

    def make(self, subject: Subject, layer: str, unit: int) -> Iterator[Made]:
        """The picture that excites a unit most, as it comes; see `core.preferred_input`."""
        from core.preferred_input import preferred_input, source_layer

        kept = self._made.setdefault(subject.module, {})
        if (layer, unit) in kept:
            yield kept[layer, unit]
            return
        seen = _middle(describe_spec(subject.spec), source_layer(subject.module, layer))
        for preferred in preferred_input(subject.module, subject.spec.preparation, layer, unit):
            made = Made(preferred, seen)
            if preferred.step == preferred.steps:
                _keep(kept, (layer, unit), made)
            yield made


def seen_by(description: "Description", layer: str, row: int, column: int) -> Shares | None:
    """The part of the picture that a unit of a layer's maps sees; None where each sees all of it."""
    if description.layer(layer).receptive_field is None:
        return None
    side = description.input_shape[1]
    left, top, right, bottom = (edge / side for edge in description.patch(layer, row, column))
    return left, top, right, bottom


def _middle(description: "Description", layer: str) -> Shares | None:
    shape = description.layer(layer).output_shape
    return seen_by(description, layer, shape[1] // 2, shape[2] // 2) if len(shape) == 3 else None


def _keep(kept: dict[tuple[str, int], T], key: tuple[str, int], value: T) -> None:
    kept[key] = value
    if len(kept) > MOST_MADE:
        del kept[next(iter(kept))]
