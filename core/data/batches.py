"""Batches by tensor operations on uint8 pictures, which stay on the device where they are in memory.

Everything random is a function of the seed and of the place in the run, never of what was drawn before: a run goes
on from any step as if it had never stopped, and whoever looks into it between two steps disturbs nothing.
"""

from collections.abc import Iterator
from itertools import count

import torch
from torch import Tensor

from core.data.augmentation import COLOR_SAMPLE, Augmentation, principal_colors
from core.data.dataset import Split
from core.data.seeds import seed_of
from core.data.stream import Stream
from core.engine.group import Group


def permutation(count: int, *, seed: int, epoch: int) -> Tensor:
    """The order of the pictures in an epoch, (count,) int64."""
    return torch.randperm(count, generator=torch.Generator().manual_seed(seed_of(seed, epoch)))


class Batches:
    """The batches of every epoch of a run, on one device."""

    def __init__(
        self,
        split: Split,
        *,
        batch_size: int,
        seed: int,
        augment: tuple[str, ...] = (),
        augment_strength: float = 1.0,
        device: torch.device | None = None,
        group: Group | None = None,
    ) -> None:
        """With a `group`, the batches are this process's shares of the group's."""
        images = split.images
        self._split = split if isinstance(images, Stream) else Split(images.to(device), split.labels.to(device))
        self._device = device
        self._batch_size = batch_size
        self._seed = seed
        self._augmentation = _augmentation(split, augment, augment_strength)
        self._group = group or Group()
        self._orders: dict[int, Tensor] = {}  # of the epochs that batches were last asked of

    @property
    def per_epoch(self) -> int:
        """Steps an epoch; the last may be short."""
        return -(-len(self._split) // self._batch_size)

    def size(self, step: int) -> int:
        """Pictures in the batch of a step, of the whole group."""
        place = (step - 1) % self.per_epoch
        return min(self._batch_size, len(self._split) - place * self._batch_size)

    def batch(self, step: int) -> tuple[Tensor, Tensor]:
        """Pictures (B, C, side, side) uint8 and labels (B,) int64 of a step, counted from 1 over the whole run."""
        chosen = self._places(step)
        coming = (self._places(later) for later in count(step + 1))
        images, labels = self._split.take(chosen, coming).to(self._device), self._split.labels[chosen].to(self._device)
        if self._augmentation:
            size = self.size(step)
            images = self._augmentation(
                images, seed=seed_of(self._seed, step, 1), share=self._group.share(size), of=size
            )
        return images, labels

    def _places(self, step: int) -> Tensor:
        """Which pictures the batch of a step has, (B,) int64 where the labels are."""
        epoch, place = divmod(step - 1, self.per_epoch)
        if epoch not in self._orders:
            earlier = {known: order for known, order in self._orders.items() if known == epoch - 1}
            order = permutation(len(self._split), seed=self._seed, epoch=epoch + 1)
            self._orders = earlier | {epoch: order.to(self._split.labels.device)}
        chosen = self._orders[epoch][place * self._batch_size : (place + 1) * self._batch_size]
        return chosen[self._group.share(len(chosen))]


def _augmentation(split: Split, changes: tuple[str, ...], strength: float) -> Augmentation | None:
    if not changes:
        return None
    principal = None
    if "pca" in changes:
        places = torch.linspace(0, len(split) - 1, min(len(split), COLOR_SAMPLE)).long()
        principal = principal_colors(split.take(places.to(split.labels.device)))
    return Augmentation(changes, strength=strength, principal=principal)


def in_order(split: Split, batch_size: int) -> Iterator[tuple[Tensor, Tensor]]:
    """All of a split in batches, one after the other: pictures (B, C, side, side) uint8 and labels (B,) int64, both
    on the CPU."""

    def places(start: int) -> Tensor:
        return torch.arange(start, min(start + batch_size, len(split)))

    for start in range(0, len(split), batch_size):
        coming = (places(later) for later in range(start + batch_size, len(split), batch_size))
        yield split.take(places(start), coming), split.labels[start : start + batch_size]
