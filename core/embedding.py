"""A thousand pictures as points in a plane: those lie together which a layer of a network takes for alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import adaptive_avg_pool2d

from core.data import Split
from core.data.preparation import Preparation
from core.probe import layer_output

PLACES = 4  # side: larger maps are averaged over so many parts of their height and width
PERPLEXITY = 30.0  # how many neighbours a picture has, about
_BATCH = 32
_TELL_SECONDS = 0.2
_COMPONENTS = 50  # that neighbours are looked for in
_STEPS, _EXAGGERATED = 500, 125
_TINY = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """What a layer made of the first ``done`` of ``total`` pictures: ``values`` (done, D) float32."""

    done: int
    total: int
    values: np.ndarray


@dataclass(frozen=True, slots=True, eq=False)
class Plane:
    """``points`` (N, 2) float32, one a picture, centred. ``done`` of ``total`` steps led there.

    ``kept``: the share of the variance that the plane keeps, 0 to 1; None where that is not what it is made for.
    """

    points: np.ndarray
    done: int = 1
    total: int = 1
    kept: float | None = None


def features(model: nn.Module, preparation: Preparation, layer: str, split: Split) -> Iterator[Features]:
    """Take all pictures of `split` as far as `layer`; yield what it made of them now and then, last of all of them.

    Maps are averaged over `PLACES` × `PLACES` parts, so D is at most 16 times their number. `model`: one of the
    caller's own, in evaluation mode. Raises DataError when pictures have become unreadable.
    """
    found: list[np.ndarray] = []
    told = perf_counter()
    batches = torch.arange(len(split)).split(_BATCH)
    for number, places in enumerate(batches):
        pictures = split.take(places, batches[number + 1 : number + 3])
        with torch.no_grad():
            output = layer_output(model, preparation.network_input(pictures), layer).float()
        found.append(_flat(output).numpy())
        done = int(places[-1]) + 1
        if done == len(split) or perf_counter() - told > _TELL_SECONDS:
            yield Features(done, len(split), np.concatenate(found))
            told = perf_counter()


def _flat(output: Tensor) -> Tensor:
    """(B, N) or (B, C, H, W) as (B, D)."""
    if output.ndim == 4:
        height, width = output.shape[2:]
        output = adaptive_avg_pool2d(output, (min(height, PLACES), min(width, PLACES)))
    return output.flatten(1)


def principal(values: np.ndarray) -> Plane:
    """The plane in which the pictures differ most: principal components 1 and 2 of (N, D), N ≥ 2 (Pearson 1901)."""
    components, variances = _components(torch.from_numpy(values), 2)
    whole = float(variances.sum())
    return Plane(components.float().numpy(), kept=float(variances[:2].sum()) / whole if whole > 0 else 1.0)


def neighbours(values: np.ndarray, *, steps: int = _STEPS) -> Iterator[Plane]:
    """The plane in which near pictures stay near: t-SNE (van der Maaten and Hinton 2008) of (N, D), N ≥ 4.

    It begins with the principal components, so the same values give the same plane (Kobak and Berens 2019), and yields
    it every few steps. Distances between groups, and their sizes, mean nothing in it.
    """
    count = len(values)
    components, _ = _components(torch.from_numpy(values), _COMPONENTS)
    affinities = _affinities(components, min(PERPLEXITY, (count - 1) / 3))
    spread = components[:, 0].std().clamp_min(_TINY)
    points = (components[:, :2] / spread * 1e-4).float()
    rate = max(count / 12, 50.0)  # Belkina and others 2019
    moved, gains = torch.zeros_like(points), torch.ones_like(points)
    for step in range(1, steps + 1):
        early = step <= _EXAGGERATED
        slope = _slope(points, affinities * (12.0 if early else 1.0))
        gains = torch.where(slope.sign() == moved.sign(), gains * 0.8, gains + 0.2).clamp_min(0.01)
        moved = (0.5 if early else 0.8) * moved - rate * gains * slope
        points = points + moved
        points = points - points.mean(dim=0)
        if step % 10 == 0 or step == steps:
            yield Plane(points.numpy().copy(), step, steps)


def _components(values: Tensor, count: int) -> tuple[Tensor, Tensor]:
    """The first `count` principal components (N, ≤ count) and all variances, the largest first; float64.

    By the products of the pictures with each other: they are fewer than the values. The largest entry of each is
    positive.
    """
    centred = values.double() - values.double().mean(dim=0)
    variances, vectors = torch.linalg.eigh(centred @ centred.T)
    variances, vectors = variances.flip(0).clamp_min(0), vectors.flip(1)[:, :count]
    largest = vectors.gather(0, vectors.abs().argmax(dim=0, keepdim=True))
    components = vectors * largest.sign() * variances[:count].sqrt()
    missing = max(2 - components.shape[1], 0)
    return torch.nn.functional.pad(components, (0, missing)), variances


def _affinities(components: Tensor, perplexity: float) -> Tensor:
    """Nearness, by a normal distribution as wide as so many neighbours: (N, N) float32, symmetric, sum 1."""
    distances = torch.cdist(components, components).square()
    distances.fill_diagonal_(torch.inf)
    low = torch.zeros(len(components), 1, dtype=torch.float64)
    high = torch.full_like(low, torch.inf)
    precision = 1 / distances.masked_fill(distances.isinf(), 0).mean(dim=1, keepdim=True).clamp_min(_TINY)
    target = float(np.log(perplexity))
    nearest = distances.min(dim=1, keepdim=True).values
    weights = torch.zeros_like(distances)
    for _ in range(60):  # halving what is left each time
        weights = torch.exp((nearest - distances) * precision)
        weights = weights / weights.sum(dim=1, keepdim=True)
        is_wide = -torch.xlogy(weights, weights).sum(dim=1, keepdim=True) > target
        low, high = torch.where(is_wide, precision, low), torch.where(is_wide, high, precision)
        precision = torch.where(high.isinf(), precision * 2, (low + high) / 2)
    both = weights + weights.T
    return (both / both.sum()).clamp_min(_TINY).float()


def _slope(points: Tensor, affinities: Tensor) -> Tensor:
    """Of the Kullback-Leibler divergence between `affinities` and those in the plane, by the points (N, 2)."""
    near = 1 / (1 + torch.cdist(points, points).square())
    near.fill_diagonal_(0)
    pulls = (affinities - near / near.sum()) * near
    return 4 * (pulls.sum(dim=1, keepdim=True) * points - pulls @ points)
