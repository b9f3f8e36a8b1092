"""Batches by tensor operations on uint8 pictures that stay on the device.

Everything random is a function of the seed and of the place in the run, never of what was drawn before: a run goes
on from any step as if it had never stopped, and whoever looks into it between two steps disturbs nothing.
"""

import torch
from torch import Tensor

from core.data.dataset import Split


def seed_of(seed: int, *place: int) -> int:
    """A 63-bit seed for a place in the run (SplitMix64, Steele et al. 2014, folded over the numbers)."""
    value = seed
    for number in place:
        value = (value + 0x9E3779B97F4A7C15 * (number + 1)) & 0xFFFFFFFFFFFFFFFF
        value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
        value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
        value ^= value >> 31
    return value >> 1


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
        device: torch.device | None = None,
    ) -> None:
        self._images = split.images.to(device)
        self._labels = split.labels.to(device)
        self._batch_size = batch_size
        self._seed = seed
        self._augment = augment
        self._order = (0, torch.empty(0, dtype=torch.int64))

    @property
    def per_epoch(self) -> int:
        """Steps an epoch; the last may be short."""
        return -(-len(self._labels) // self._batch_size)

    def batch(self, step: int) -> tuple[Tensor, Tensor]:
        """Pictures (B, C, side, side) uint8 and labels (B,) int64 of a step, counted from 1 over the whole run."""
        epoch, place = divmod(step - 1, self.per_epoch)
        if self._order[0] != epoch + 1:
            order = permutation(len(self._labels), seed=self._seed, epoch=epoch + 1)
            self._order = (epoch + 1, order.to(self._labels.device))
        chosen = self._order[1][place * self._batch_size : (place + 1) * self._batch_size]
        images = self._images[chosen]
        if self._augment:
            images = augmented(images, self._augment, torch.Generator().manual_seed(seed_of(self._seed, step, 1)))
        return images, self._labels[chosen]


def augmented(images: Tensor, changes: tuple[str, ...], generator: torch.Generator) -> Tensor:
    """uint8 (B, C, S, S), each picture changed at random: "flip" mirrors half of them, "crop" moves each by up to a
    fourteenth of its side in both directions and fills with its edge (the paper's section 4.1 on the small picture).
    """
    count, _, _, side = images.shape
    if "flip" in changes:
        mirrored = torch.rand(count, generator=generator).lt(0.5).to(images.device)
        images = torch.where(mirrored[:, None, None, None], images.flip(-1), images)
    if "crop" in changes:
        most = max(1, side // 14)
        down, right = torch.randint(-most, most + 1, (2, count, 1), generator=generator).to(images.device)
        place = torch.arange(side, device=images.device)
        rows, columns = (place + down).clamp(0, side - 1), (place + right).clamp(0, side - 1)  # (B, S) each
        images = images.gather(2, rows[:, None, :, None].expand_as(images))
        images = images.gather(3, columns[:, None, None, :].expand_as(images))
    return images
