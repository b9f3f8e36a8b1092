"""A folder of real pictures to be classified: Fashion-MNIST's own, and larger ones such as a shop shows."""

from pathlib import Path

import torch
from PIL import Image, ImageOps

from core.data.fashion_mnist import load

_LARGE, _MARGIN = 280, 20  # pixels


def write(folder: Path, start: int, count: int) -> None:
    """So many pictures of the test split from the one numbered `start` on, into the new `folder`.

    In turns a grey PNG of 28×28, and a JPEG: enlarged, dark on white, RGB.
    """
    folder.mkdir(parents=True)
    images = load().test.take(torch.arange(start, start + count))[:, 0].numpy()  # (count, 28, 28)
    for number, pixels in enumerate(images, start):
        small = Image.fromarray(pixels)
        if number % 2:
            large(small).save(folder / f"{number:05}.jpg", quality=90)
        else:
            small.save(folder / f"{number:05}.png")


def large(small: Image.Image) -> Image.Image:
    """A picture of the set as it may have looked in the shop: enlarged, dark on white, with a margin."""
    negative = ImageOps.invert(small).resize((_LARGE, _LARGE), Image.Resampling.BICUBIC)
    return ImageOps.expand(negative, _MARGIN, fill=255).convert("RGB")
