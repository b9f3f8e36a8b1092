"""The one way from any picture to the network's input, the same in training, evaluation and classification.

Two halves meet at a small uint8 picture of the data set's own size: `from_picture` makes one of any picture in the
world, `network_input` makes the network's input of it.
"""

from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.nn.functional import interpolate

from core.data.adaptation import is_grey, like_fashion_mnist, like_photo


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A picture as one of the data set's own.

    ``image`` (C, side, side) uint8. ``steps``: what was done to it, in order, of "trimmed", "grey", "resized",
    "sharpened", "negated", "levelled" (the background made black), "centred", "cropped"; none for a picture that was
    taken as it is.
    """

    image: Tensor
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is done to a picture before the network sees it.

    The defaults are the book's for Fashion-MNIST: grey in [0, 1], enlarged bilinearly from 28×28 to 224×224, no
    other normalisation.
    """

    channels: int = 1  # 1 grey, 3 RGB
    side: int = 28  # of the stored picture, in pixels
    input_side: int = 224  # of the network's input, in pixels
    style: str = "fashion-mnist"  # how a picture of the world becomes one of the set: "fashion-mnist" or "photo"

    def network_input(self, images: Tensor) -> Tensor:
        """uint8 (B, channels, side, side) to float32 (B, channels, input_side, input_side) in [0, 1], channels_last.

        Works on the device of `images`.
        """
        return self.enlarged(images.to(torch.float32).div_(255))

    def enlarged(self, small: Tensor) -> Tensor:
        """The second half of `network_input`, through which gradients go: float (B, channels, side, side) in [0, 1]."""
        if self.input_side != self.side:
            small = interpolate(small, size=(self.input_side, self.input_side), mode="bilinear", align_corners=False)
        return small.contiguous(memory_format=torch.channels_last)

    def from_picture(self, image: Image.Image, adapt: bool | None = None) -> Prepared:
        """A picture of the world (mode "L" or "RGB", as of `core.pictures.open_picture`) as one of the data set's.

        Style "fashion-mnist": with `adapt` it is made as the data set's authors made theirs, without it only grey and
        resized; None leaves a grey picture of the data set's own size as it is and adapts every other.
        Style "photo": shortest edge to `side`, centre cropped; `adapt` changes nothing.
        """
        if self.style == "photo":
            small, steps = like_photo(image, self.side, self.channels)
        elif adapt or (adapt is None and not (image.size == (self.side, self.side) and is_grey(image))):
            small, steps = like_fashion_mnist(image, self.side)
        else:
            small, steps = _only_resized(image, self.side)
        pixels = np.array(small.convert("L" if self.channels == 1 else "RGB")).reshape(self.side, self.side, -1)
        return Prepared(torch.from_numpy(np.ascontiguousarray(pixels.transpose(2, 0, 1))), steps)


def _only_resized(image: Image.Image, side: int) -> tuple[Image.Image, tuple[str, ...]]:
    steps = (("grey",) if not is_grey(image) else ()) + (("resized",) if image.size != (side, side) else ())
    return image.convert("L").resize((side, side), Image.Resampling.BILINEAR), steps
