"""What the Embedding view shows: for one worker thread only. What reaches the window are plain values.

Torch is imported when the first question is asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

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
    """Keeps what was computed for as long as the network is there."""

    def __init__(self) -> None:
        self._kept: WeakKeyDictionary[nn.Module, dict[tuple[str, str], Embedded]] = WeakKeyDictionary()
        self._features: WeakKeyDictionary[nn.Module, dict[str, NDArray[np.floating]]] = WeakKeyDictionary()

    def embed(self, subject: Subject, layer: str, method: str) -> Iterator[Embedded]:
        """The test pictures in the plane of `method`, as it comes. Raises DataError."""
        import torch

        from core.embedding import neighbours, principal
        from core.units import SMALL, reduced

        kept = self._kept.setdefault(subject.module, {})
        if (layer, method) in kept:
            yield kept[layer, method]
            return
        split = self._split(subject)
        side = min(split.shape[-1], SMALL)
        small = [reduced(split.take(places), side) for places in torch.arange(len(split)).split(_TOGETHER)]
        now = Embedded(0, len(split), None, torch.cat(small).numpy(), split.labels.numpy(), subject.step)
        yield now
        yield from (replace(now, done=done) for done in self._look(subject, layer, split))
        values = self._features[subject.module][layer]
        for plane in (principal(values),) if method == PRINCIPAL else neighbours(values):
            now = replace(now, done=plane.done, total=plane.total, plane=plane)
            if plane.done == plane.total:
                kept[layer, method] = now
            yield now

    def original(self, subject: Subject, index: int) -> Iterator[NDArray[np.uint8]]:
        """One of the pictures as the network's preparation takes it, (C, side, side)."""
        yield self._split(subject).picture(index).numpy()

    def _split(self, subject: Subject) -> "Split":
        from core.units import data_of

        data = data_of(subject.recipe, subject.spec)
        return data.test.balanced(COUNT, len(data.classes))

    def _look(self, subject: Subject, layer: str, split: "Split") -> Iterator[int]:
        """How many pictures are done; what the layer makes of them is kept in the end."""
        from core.embedding import features

        seen = self._features.setdefault(subject.module, {})
        if layer in seen:
            return
        for found in features(subject.module, subject.spec.preparation, layer, split):
            if found.done == found.total:
                seen[layer] = found.values
            yield found.done
