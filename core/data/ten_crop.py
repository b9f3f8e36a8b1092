"""Ten views of a picture at test time, their probabilities averaged: Krizhevsky et al. 2012, section 4.1."""

import math
from collections.abc import Callable, Iterator

import torch
from torch import Tensor

from core.data.augmentation.geometry import SHIFT


def ten_views(images: Tensor) -> Iterator[Tensor]:
    """The four corners and the centre of uint8 (B, C, S, S), then the same mirrored: ten of that shape, one by one.

    The paper cuts 224 × 224 pixels out of 256 × 256. Our pictures have no margin: they are what is cut out, so a corner
    is the picture moved by a fourteenth of its side (at least one pixel) in both directions, its edge going on where
    there is nothing. These are the outermost places of the augmentation "shift".
    """
    side = images.shape[-1]
    most = max(1, round(SHIFT * side))
    place = torch.arange(side, device=images.device)
    for mirrored in (False, True):
        for down, right in ((-most, -most), (-most, most), (most, -most), (most, most), (0, 0)):
            rows, columns = (place + down).clamp(0, side - 1), (place + right).clamp(0, side - 1)
            view = images[:, :, rows][:, :, :, columns]
            yield view.flip(-1) if mirrored else view


def ten_crop_logits(forward: Callable[[Tensor], Tensor], images: Tensor) -> Tensor:
    """The logarithm of the mean probability over the ten views, (B, classes), in place of logits.

    Its softmax is that mean. `forward` makes logits (B, classes) of uint8 (B, C, S, S); it is called ten times.
    """
    probabilities = [forward(view).log_softmax(1) for view in ten_views(images)]
    return torch.stack(probabilities).logsumexp(0) - math.log(len(probabilities))
