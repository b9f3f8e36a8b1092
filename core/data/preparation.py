"""The one way from any picture to the network's input, the same in training, evaluation and classification.

Two halves meet at a small uint8 picture of the data set's own size: `from_picture` makes one of any picture in the
world, `network_input` makes the network's input of it.
"""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import interpolate


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
        small = images.to(torch.float32).div_(255)
        if self.input_side != self.side:
            small = interpolate(small, size=(self.input_side, self.input_side), mode="bilinear", align_corners=False)
        return small.contiguous(memory_format=torch.channels_last)
