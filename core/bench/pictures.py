"""A folder of real pictures to be classified: Fashion-MNIST's own, and larger ones such as a shop shows."""

from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageOps

from core.data.fashion_mnist import load

_LARGE, _MARGIN = 280, 20  # pixels
_PHOTOGRAPH = (1600, 1200)


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


def photographs(folder: Path, count: int) -> None:
    """So many JPEGs as large and as hard to decode as photographs, into the new `folder`: test pictures of the set
    side by side, enlarged to 1600×1200, coloured, with the noise of a camera."""
    folder.mkdir(parents=True)
    random = np.random.default_rng(0)
    images = load().test.take(torch.arange(12 * count))[:, 0].numpy().reshape(count, 3, 4, 28, 28)
    for number, tiles in enumerate(images):
        plain = Image.fromarray(tiles.transpose(0, 2, 1, 3).reshape(84, 112)).resize(_PHOTOGRAPH)
        grey = np.asarray(plain, np.float32)[..., None]
        colour = grey * random.uniform(0.5, 1, 3) + random.normal(0, 10, (*grey.shape[:2], 3))
        Image.fromarray(colour.clip(0, 255).astype(np.uint8)).save(folder / f"{number:05}.jpg", quality=90)


def large(small: Image.Image) -> Image.Image:
    """A picture of the set as it may have looked in the shop: enlarged, dark on white, with a margin."""
    negative = ImageOps.invert(small).resize((_LARGE, _LARGE), Image.Resampling.BICUBIC)
    return ImageOps.expand(negative, _MARGIN, fill=255).convert("RGB")
