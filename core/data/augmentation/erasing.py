"""Random erasing: Zhong et al. 2017 (arXiv:1708.04896), with the paper's figures for Fashion-MNIST."""

import math

import torch
from torch import Generator, Tensor

_SHARE = 0.5  # of the pictures
_AREA = (0.02, 0.4)  # of the picture
_LONGEST = 1 / 0.3  # of the two sides to each other


def boxes(count: int, side: int, strength: float, generator: Generator) -> Tensor:
    """What is erased, (count, 4) float32: top, left, bottom, right in whole pixels; all 0 where nothing is.

    Half of the pictures are meant at strength 1, all at 2, a box of 0.02 to 0.4 of the picture in each, its sides at
    most as 10 to 3. The paper draws again when a box is larger than the picture; here it is cut to it.
    """
    chosen, area, shape, *place = torch.rand((5, count), generator=generator)
    area = _AREA[0] + area * (_AREA[1] - _AREA[0])
    shape = torch.exp((2 * shape - 1) * math.log(_LONGEST))
    size = torch.stack([area * shape, area / shape], 1).sqrt().mul(side).round().clamp(1, side)
    start = (torch.stack(place, 1) * (side + 1 - size)).floor()
    return torch.cat([start, start + size], 1) * (chosen < _SHARE * strength)[:, None]


def erased(images: Tensor, boxes: Tensor) -> Tensor:
    """uint8 (B, C, S, S) with the mean colour of each picture in its box.

    The paper fills with random pixels or with a mean colour, among others; random ones would have to be drawn on the
    CPU, every one of them.
    """
    place = torch.arange(images.shape[-1], device=images.device)
    top, left, bottom, right = boxes[:, :, None].unbind(1)  # (B, 1) each
    rows, columns = (place >= top) & (place < bottom), (place >= left) & (place < right)  # (B, S) each
    mean = images.float().mean((2, 3), keepdim=True).round_().to(torch.uint8)
    return torch.where(rows[:, None, :, None] & columns[:, None, None, :], mean, images)
