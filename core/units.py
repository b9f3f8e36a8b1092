"""What excites the units of a layer: one walk through many pictures, for all of its units at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import interpolate

from core.data import Dataset, Split, load
from core.data.fashion_mnist import CLASSES
from core.data.preparation import Preparation
from core.errors import DataError
from core.network import NetworkSpec
from core.probe import layer_output
from core.recipe import Recipe

TOP = 9  # pictures kept for each unit
SMALL = 64  # side: larger pictures are kept reduced to it
_BATCH = 32
_TELL_SECONDS = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class Excited:
    """What excited the units of a layer most among the first ``done`` of ``total`` pictures.

    ``values`` (units, TOP) float32: the largest activations, one a picture, the largest first; -inf where there were
    not so many pictures. A unit of maps is a channel, and its activation for a picture the largest in the map.
    ``places`` (units, TOP) int64: in the split. ``rows`` and ``columns`` (units, TOP) int64: in the map, 0 where there
    is none. ``class_means`` (classes, units) float32: the mean activation over the pictures of each class, nan for a
    class without.
    """

    done: int
    total: int
    values: np.ndarray
    places: np.ndarray
    rows: np.ndarray
    columns: np.ndarray
    class_means: np.ndarray
    pictures: np.ndarray
    labels: np.ndarray


def data_of(recipe: Recipe | None, spec: NetworkSpec) -> Dataset:
    """The pictures that a network was made for: those of its run's recipe, else what its classes say.

    Raises DataError with one sentence where they are not known, not here, or have changed since.
    """
    if recipe is None:
        if spec.classes != CLASSES or spec.preparation.channels != 1:
            raise DataError("It is not known with which pictures this network was trained: pick a run of this program.")
        return load("fashion-mnist")
    data = load(recipe.data, limit=recipe.limit, split_seed=recipe.split_seed)
    if data.classes != spec.classes or (data.channels, data.side) != (spec.preparation.channels, spec.preparation.side):
        raise DataError(f"{recipe.data} holds other classes or pictures than this network was trained with.")
    return data


def excited(model: nn.Module, preparation: Preparation, layer: str, split: Split, classes: int) -> Iterator[Excited]:
    """Take all pictures of `split` as far as `layer`; yield what was found now and then, last when all are done.

    Beside the small pictures, what is kept does not grow. A value that is no number counts as -inf. `model`: one of the
    caller's own, in evaluation mode. Raises DataError when pictures have become unreadable.
    """
    top: _Top | None = None
    side = min(split.shape[-1], SMALL)
    small = np.zeros((len(split), split.shape[0], side, side), np.uint8)
    batches = torch.arange(len(split)).split(_BATCH)
    told = perf_counter()
    for number, places in enumerate(batches):
        pictures = split.take(places, batches[number + 1 : number + 3])
        small[places.numpy()] = reduced(pictures, side).numpy()
        with torch.no_grad():
            output = layer_output(model, preparation.network_input(pictures), layer)
        if top is None:
            top = _Top(units=output.shape[1], classes=classes)
        top.add(output, places, split.labels[places])
        done = int(places[-1]) + 1
        if done == len(split) or perf_counter() - told > _TELL_SECONDS:
            width = output.shape[3] if output.ndim == 4 else 1
            yield top.found(done, small, split.labels.numpy(), width=width)
            told = perf_counter()


def reduced(pictures: Tensor, side: int) -> Tensor:
    """uint8 (B, C, side or larger, the same) as (B, C, side, side), for small pictures of them."""
    if pictures.shape[-1] == side:
        return pictures
    return interpolate(pictures.float(), (side, side), mode="area").round().to(torch.uint8)


class _Top:
    """The best so far of all units, and sums over classes."""

    def __init__(self, *, units: int, classes: int) -> None:
        self._values = torch.full((TOP, units), -torch.inf)
        self._places = torch.zeros(TOP, units, dtype=torch.int64)
        self._spots = torch.zeros(TOP, units, dtype=torch.int64)
        self._sums = torch.zeros(classes, units, dtype=torch.float64)
        self._counts = torch.zeros(classes, dtype=torch.int64)

    def add(self, output: Tensor, places: Tensor, labels: Tensor) -> None:
        """The output (B, units) or (B, units, H, W) for the pictures at `places`."""
        flat = output.float().flatten(2) if output.ndim == 4 else output.float().unsqueeze(2)
        values, spots = torch.where(flat.isnan(), -torch.inf, flat).max(dim=2)  # (B, units)
        self._sums.index_add_(0, labels, values.double())
        self._counts += labels.bincount(minlength=len(self._counts))
        all_values = torch.cat((self._values, values))
        order = all_values.argsort(dim=0, descending=True, stable=True)[:TOP]  # of equals the earlier picture stays
        self._values = all_values.gather(0, order)
        self._places = torch.cat((self._places, places[:, None].expand_as(values))).gather(0, order)
        self._spots = torch.cat((self._spots, spots)).gather(0, order)

    def found(self, done: int, pictures: np.ndarray, labels: np.ndarray, *, width: int) -> Excited:
        spots = self._spots.T
        return Excited(
            done=done,
            total=len(labels),
            values=self._values.T.numpy().copy(),
            places=self._places.T.numpy().copy(),
            rows=(spots // width).numpy(),
            columns=(spots % width).numpy(),
            class_means=(self._sums / self._counts[:, None]).float().numpy(),  # 0 / 0 is nan
            pictures=pictures,
            labels=labels,
        )
