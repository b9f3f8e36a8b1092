"""Changes of colour, composed into one product: new = matrix · old + mean_matrix · (mean of the picture) + added.

The three together are a tensor (count, C, 2C + 1). Nothing is clamped in between, so that changes which cancel each
other lose nothing; as in Karras et al. 2020 (arXiv:2006.06676), where hue is a rotation about the grey axis and so
linear, too.
"""

import math

import torch
from torch import Generator, Tensor

LUMA = (0.299, 0.587, 0.114)  # ITU-R BT.601
BRIGHTNESS = CONTRAST = SATURATION = 0.4
HUE = 0.1  # of a full turn
PCA = 0.1
_LEAST = 0.2  # the smallest factor, SimCLR's (arXiv:2002.05709): below it hardly anything is left to see

COLOR_SAMPLE = 1000  # pictures that are enough for the principal colours
_SAMPLE_SIDE = 56


def unchanged(count: int, channels: int) -> Tensor:
    """The change that leaves every colour as it is, (count, C, 2C + 1)."""
    return torch.eye(channels, 2 * channels + 1).repeat(count, 1, 1)


def color(count: int, channels: int, strength: float, generator: Generator) -> Tensor:
    """Brightness, contrast and saturation by factors of up to 0.4 from 1, hue by up to a tenth of a turn, as in MoCo v2
    (arXiv:2003.04297); no factor is ever below 0.2. Grey pictures have no saturation and no hue.
    """
    brightness, contrast, saturation, hue = (2 * torch.rand((4, count), generator=generator) - 1) * strength
    return color_matrix(
        channels,
        brightness=(1 + brightness * BRIGHTNESS).clamp(min=_LEAST),
        contrast=(1 + contrast * CONTRAST).clamp(min=_LEAST),
        saturation=(1 + saturation * SATURATION).clamp(min=_LEAST),
        hue=hue * HUE,
    )


def color_matrix(channels: int, *, brightness: Tensor, contrast: Tensor, saturation: Tensor, hue: Tensor) -> Tensor:
    """The change (count, C, 2C + 1) of these factors (count,) each; `hue` in turns, red to green to blue.

    Brightness times the colour; contrast about the mean grey of the picture; saturation about the grey of the pixel, as
    in torchvision; hue about the grey axis, which agrees with torchvision's HSV for greys and for thirds of a turn.
    """
    luma = torch.tensor(LUMA) if channels == 3 else torch.ones(1)
    to_grey = luma.expand(channels, channels)
    matrix = (brightness * contrast)[:, None, None] * torch.eye(channels)
    if channels == 3:
        matrix = _hue(hue) @ _between(to_grey, torch.eye(3), saturation) @ matrix
    # every row of `to_grey` is the same, so saturation and hue leave what it gives as it is
    mean_matrix = (brightness * (1 - contrast))[:, None, None] * to_grey
    return torch.cat([matrix, mean_matrix, torch.zeros(len(hue), channels, 1)], 2)


def _between(zero: Tensor, one: Tensor, factor: Tensor) -> Tensor:
    return zero + (one - zero) * factor[:, None, None]


def _hue(turns: Tensor) -> Tensor:
    """Rotations about the grey axis, (count, 3, 3), by Rodrigues' formula."""
    across = torch.tensor([[0.0, -1.0, 1.0], [1.0, 0.0, -1.0], [-1.0, 1.0, 0.0]]) / math.sqrt(3)
    angle = (2 * math.pi * turns)[:, None, None]
    return angle.cos() * torch.eye(3) + (1 - angle.cos()) / 3 + angle.sin() * across


def pca(count: int, principal: Tensor, strength: float, generator: Generator) -> Tensor:
    """What is added to every pixel of a picture, (count, C): normal noise along the `principal` colours of the training
    set, 0.1 of their spread: Krizhevsky et al. 2012, section 4.1.

    The paper multiplies by the eigenvalues. They are variances, so their effect would depend on the unit of a pixel;
    the spread meant here is the standard deviation. For grey pictures it is noise of the brightness.
    """
    amounts = torch.randn((count, len(principal)), generator=generator) * (PCA * strength)
    return amounts @ principal


def principal_colors(images: Tensor) -> Tensor:
    """The principal components of the pixels of uint8 (N, C, S, S), a row each, (C, C) float32 on the CPU, largest
    first, each as long as the standard deviation of the pixels along it, in levels of 0 to 255.

    Computed of some of the pixels of large pictures, evenly chosen; the same pictures give the same numbers.
    """
    stride = -(-images.shape[-1] // _SAMPLE_SIDE)
    sample = images[:, :, ::stride, ::stride].cpu().double()
    pixels = sample.transpose(0, 1).flatten(1)  # (C, all)
    variances, axes = torch.linalg.eigh(torch.cov(pixels, correction=0).reshape(len(pixels), -1))
    axes = axes.T.flip(0)
    # either sign is an eigenvector: the largest number of each is positive, so that every machine takes the same
    axes = axes * axes.gather(1, axes.abs().argmax(1, keepdim=True)).sign()
    return (axes * variances.flip(0).clamp(min=0).sqrt()[:, None]).float()


def recolored(pixels: Tensor, change: Tensor) -> Tensor:
    """float32 (B, C, S, S) changed by (B, C, 2C + 1). Not clamped."""
    channels = pixels.shape[1]
    matrix, mean_matrix, added = change.split((channels, channels, 1), 2)
    offset = added + (mean_matrix * pixels.mean((2, 3))[:, None]).sum(2, keepdim=True)  # (B, C, 1)
    return torch.baddbmm(offset, matrix, pixels.flatten(2)).view_as(pixels)
