"""What the Embedding view shows: for one worker thread only. What reaches the window are plain values.

Torch is imported when the first question is asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from alexnet_gui.figure.known_pictures import KnownPictures
from alexnet_gui.figure.map_desk import Subject

if TYPE_CHECKING:
    from torch import nn

    from core.data import Split
    from core.embedding import Plane

COUNT = 1000  # test pictures, as many of each class
_TOGETHER = 64  # pictures that are reduced at a time
PRINCIPAL, NEIGHBOURS = "principal", "neighbours"


@dataclass(frozen=True, slots=True, eq=False)
class Embedded:
    """How far it is: ``done`` of ``total``, first of pictures, then of steps. ``plane`` is None while pictures are
    looked at. ``labels`` (N,) int64 and ``pictures`` (N, C, side, side) uint8 are those of its points; large pictures
    are reduced, see `original`."""

    done: int
    total: int
    plane: "Plane | None"
    pictures: NDArray[np.uint8]
    labels: NDArray[np.int64]
    step: int | None  # of a training that goes on


class EmbeddingDesk:
    """Keeps the planes, small as they are, for as long as the network is there; of features those of one layer."""

    def __init__(self) -> None:
        self._known = KnownPictures()
        self._kept: WeakKeyDictionary[nn.Module, dict[tuple[str, str], Embedded]] = WeakKeyDictionary()
        self._small: WeakKeyDictionary[nn.Module, NDArray[np.uint8]] = WeakKeyDictionary()
        self._features: WeakKeyDictionary[nn.Module, tuple[str, NDArray[np.floating]]] = WeakKeyDictionary()

    def embed(self, subject: Subject, layer: str, method: str) -> Iterator[Embedded]:
        """The test pictures in the plane of `method`, as it comes. Raises DataError."""
        from core.embedding import neighbours, principal

        kept = self._kept.setdefault(subject.module, {})
        if (layer, method) in kept:
            yield kept[layer, method]
            return
        split = self._known.test(subject, COUNT)
        if subject.module not in self._small:
            self._small[subject.module] = _reduced(split)
        now = Embedded(0, len(split), None, self._small[subject.module], split.labels.numpy(), subject.step)
        yield now
        yield from (replace(now, done=done) for done in self._look(subject, layer, split))
        _, values = self._features[subject.module]
        for plane in (principal(values),) if method == PRINCIPAL else neighbours(values):
            now = replace(now, done=plane.done, total=plane.total, plane=plane)
            if plane.done == plane.total:
                kept[layer, method] = now
            yield now

    def original(self, subject: Subject, index: int) -> Iterator[NDArray[np.uint8]]:
        """One of the pictures as the network's preparation takes it, (C, side, side)."""
        yield self._known.test(subject, COUNT).picture(index).numpy()

    def _look(self, subject: Subject, layer: str, split: "Split") -> Iterator[int]:
        """How many pictures are done; what the layer makes of them is kept in the end, until another is asked for."""
        from core.embedding import features

        if subject.module in self._features and self._features[subject.module][0] == layer:
            return
        for found in features(subject.module, subject.spec.preparation, layer, split):
            if found.done == found.total:
                self._features[subject.module] = layer, found.values
            yield found.done


def _reduced(split: "Split") -> NDArray[np.uint8]:
    """All pictures, those that are large reduced."""
    import torch

    from core.units import SMALL, reduced

    side = min(split.shape[-1], SMALL)
    return torch.cat(
        [reduced(split.take(places), side) for places in torch.arange(len(split)).split(_TOGETHER)]
    ).numpy()
