"""Small copies of the pictures of a data set, for walls of them. A worker's part: it imports torch."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from core.data import Progress, Split

SMALL = 56  # pixels: pictures with longer sides are reduced


def small_pictures(splits: Sequence["Split"], progress: "Progress | None" = None) -> NDArray[np.uint8]:
    """All splits in a row as (N, side, side) or (N, side, side, 3) with a side of at most `SMALL`, a portion at a time:
    as floats all at once they would be four times the data set."""
    import torch
    from torch.nn.functional import adaptive_avg_pool2d

    from core.data.batches import in_order
    from core.data.progress import report

    channels, full, _ = splits[0].shape
    total, done, side = sum(map(len, splits)), 0, min(full, SMALL)
    made = np.empty((total, side, side, channels), np.uint8)
    for split in splits:
        for images, _ in in_order(split, 256):
            if side < full:
                images = adaptive_avg_pool2d(images.to(torch.float32), side).round_().to(torch.uint8)
            made[done : done + len(images)] = images.permute(0, 2, 3, 1).numpy()
            done += len(images)
            report(progress, done, total)
    return made[..., 0] if channels == 1 else made
