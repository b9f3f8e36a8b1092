"""All changes of a batch: drawn on the CPU from seeds, made on the device by a few operations on the whole batch."""

from collections.abc import Sequence
from functools import reduce
from typing import get_args

import torch
from torch import Generator, Tensor

from core.data.augmentation import color, erasing, geometry
from core.data.seeds import seed_of
from core.errors import ArgumentError
from core.recipe import Change

CHANGES: tuple[str, ...] = get_args(Change)  # the place of a name is in its seed: a new one comes last
_GEOMETRY = {"rotate": geometry.rotate, "crop": geometry.crop, "shift": geometry.shift, "flip": geometry.flip}
_PART = 1 << 19  # pixels that the CPU changes at once: what is between two operations stays in its cache


class Augmentation:
    """Changes pictures at random.

    ``strength`` scales how far each change goes: 1 is what the sources of the changes use, or gentler; 0 changes
    nothing. ``principal`` (C, C), of `principal_colors`, is needed for "pca" only.
    """

    def __init__(self, changes: Sequence[str], *, strength: float = 1.0, principal: Tensor | None = None) -> None:
        unknown = [name for name in changes if name not in CHANGES]
        if unknown:
            raise ArgumentError(f"There is no augmentation {unknown[0]!r}; there are {', '.join(CHANGES)}.")
        if "pca" in changes and principal is None:
            raise ValueError("pca needs the principal colours of the training set")
        self.changes = tuple(changes)
        self.strength = strength
        self._principal = principal

    def __call__(self, images: Tensor, *, seed: int, share: slice = slice(None), of: int | None = None) -> Tensor:
        """uint8 (B, C, S, S) with C of 1 or 3, changed and on the device where it was; `images` stays as it is.

        What is done depends on `seed` and the shape alone, and is the same for a change whatever others there are.
        When `images` are the `share` of a batch `of` so many, they are changed as they would be within it.
        """
        count, channels, side, _ = images.shape
        drawn = self.drawn(of or count, channels, side, seed=seed)[share]
        if images.is_cuda:  # from pinned memory, or the copy would wait for all that the device has still to do
            return self.applied(images, drawn.pin_memory().to(images.device, non_blocking=True))
        if images.device.type != "cpu":
            return self.applied(images, drawn.to(images.device))
        part = max(1, _PART // (channels * side * side))
        return torch.cat([self.applied(*both) for both in zip(images.split(part), drawn.split(part), strict=True)])

    def drawn(self, count: int, channels: int, side: int, *, seed: int) -> Tensor:
        """What `applied` is to do to each of `count` pictures, (count, n) float32 on the CPU."""

        def source(name: str) -> Generator:
            return Generator().manual_seed(seed_of(seed, CHANGES.index(name)))

        parts = []
        moves = [
            move(count, side, self.strength, source(name)) for name, move in _GEOMETRY.items() if name in self.changes
        ]
        if moves:
            parts.append(reduce(torch.matmul, moves)[:, :2])
        if self._recolors:
            change = color.unchanged(count, channels)
            if "color" in self.changes:
                change = color.color(count, channels, self.strength, source("color"))
            if self._principal is not None and "pca" in self.changes:
                change[:, :, -1] += color.pca(count, self._principal, self.strength, source("pca"))
            parts.append(change)
        if "erase" in self.changes:
            parts.append(erasing.boxes(count, side, self.strength, source("erase")))
        return torch.cat([part.flatten(1) for part in parts], 1) if parts else torch.empty(count, 0)

    def applied(self, images: Tensor, drawn: Tensor) -> Tensor:
        """`images` changed as `drawn`, both on one device. Waits for nothing and may be part of a CUDA graph."""
        channels = images.shape[1]
        widths = (6 * self._moves, channels * (2 * channels + 1) * self._recolors, 4 * ("erase" in self.changes))
        places, colors, boxes = drawn.split(widths, 1)
        if self._moves or self._recolors:
            pixels = images.float()
            if self._moves:
                pixels = geometry.resampled(pixels, places.unflatten(1, (2, 3)))
            if self._recolors:
                pixels = color.recolored(pixels, colors.unflatten(1, (channels, -1)))
            images = pixels.add_(0.5).clamp_(0, 255).to(torch.uint8)  # rounded
        return erasing.erased(images, boxes) if "erase" in self.changes else images

    @property
    def _moves(self) -> bool:
        return any(name in self.changes for name in _GEOMETRY)

    @property
    def _recolors(self) -> bool:
        return "color" in self.changes or "pca" in self.changes
