"""Where the pixels of a changed picture come from: flip, shift, crop and rotation, composed into one resampling.

Every change is a matrix (count, 3, 3) that leads from a place in the new picture to its place in the old one, in
homogeneous coordinates (x, y, 1) that go from -1 to 1 between the outer edges of the picture. Their product is one
matrix, so however many changes there are, a picture is interpolated once (as in Karras et al. 2020, arXiv:2006.06676).
"""

import math

import torch
from torch import Generator, Tensor
from torch.nn.functional import grid_sample

SHIFT = 1 / 14  # of the side: 224 of 256 pixels leave 16 to each side of the middle
ROTATION = 10.0  # degrees
# of Inception, at strength 3; below it in proportion
_SMALLEST_AREA = 0.08
_WIDEST = 4 / 3


def flip(count: int, side: int, strength: float, generator: Generator) -> Tensor:
    """Left and right exchanged in half of the pictures, in fewer below strength 1 (Krizhevsky et al. 2012, 4.1)."""
    mirrored = torch.rand(count, generator=generator) < 0.5 * min(1.0, strength)
    return _affine(torch.where(mirrored, -1.0, 1.0), torch.ones(count))


def shift(count: int, side: int, strength: float, generator: Generator) -> Tensor:
    """Moved by whole pixels in both directions: the crops of 224 × 224 out of 256 × 256 pixels of Krizhevsky et al.
    2012, section 4.1, of a picture that has no margin to cut from and so keeps its edge.
    """
    most = round(SHIFT * side * strength)
    pixels = torch.randint(-most, most + 1, (count, 2), generator=generator)
    right, down = (pixels * (2 / side)).unbind(1)
    return _affine(torch.ones(count), torch.ones(count), right, down)


def crop(count: int, side: int, strength: float, generator: Generator) -> Tensor:
    """A part of random area, shape and place, enlarged to the whole: Szegedy et al. 2015 (arXiv:1409.4842, section 6).

    At strength 3 the area is at least 0.08 of the picture and the sides are at most as 4 to 3, as there; at strength 1
    it is at least 0.69: in a picture of few pixels that its object fills, a smaller part often shows another class, and
    a network trained for few epochs does not make up for it. A part wider or higher than the picture is cut to it.
    """
    area, shape, x, y = torch.rand((4, count), generator=generator)
    area = 1 - area * (1 - _SMALLEST_AREA) * strength / 3
    shape = torch.exp((2 * shape - 1) * math.log(_WIDEST) * strength / 3)  # width to height
    width, height = (area * shape).sqrt().clamp(max=1), (area / shape).sqrt().clamp(max=1)
    return _affine(width, height, (2 * x - 1) * (1 - width), (2 * y - 1) * (1 - height))


def rotate(count: int, side: int, strength: float, generator: Generator) -> Tensor:
    """Turned about the middle by up to 10 degrees either way; at strength 3 by RandAugment's 30 (arXiv:1909.13719)."""
    angle = (2 * torch.rand(count, generator=generator) - 1) * math.radians(ROTATION * strength)
    matrix = torch.eye(3).repeat(count, 1, 1)
    matrix[:, 0, 0] = matrix[:, 1, 1] = angle.cos()
    matrix[:, 1, 0] = angle.sin()
    matrix[:, 0, 1] = -matrix[:, 1, 0]
    return matrix


def _affine(width: Tensor, height: Tensor, x: Tensor | float = 0.0, y: Tensor | float = 0.0) -> Tensor:
    matrix = torch.zeros(len(width), 3, 3)
    matrix[:, 0, 0], matrix[:, 1, 1], matrix[:, 2, 2] = width, height, 1
    matrix[:, 0, 2], matrix[:, 1, 2] = x, y
    return matrix


def resampled(pixels: Tensor, places: Tensor) -> Tensor:
    """float32 (B, C, S, S) taken bilinearly from the `places` (B, 2, 3), the first two rows of a change's matrix.

    Beyond the picture its edge goes on. A move by whole pixels is exact to 0.01 of 255 levels.
    """
    side = pixels.shape[-1]
    centre = torch.arange(1 - side, side, 2, device=pixels.device) / side
    along_x = places[:, None, None, :, 0] * centre[:, None] + places[:, None, None, :, 2]  # (B, 1, S, 2)
    along_y = places[:, None, None, :, 1] * centre[:, None, None]  # (B, S, 1, 2)
    # clamped here, for padding_mode "border" is missing on MPS before torch 2.13; sums and no affine_grid, which would
    # be of low precision where matrix products are
    grid = (along_x + along_y).clamp_(1 / side - 1, 1 - 1 / side)
    return grid_sample(pixels, grid, mode="bilinear", padding_mode="zeros", align_corners=False)
