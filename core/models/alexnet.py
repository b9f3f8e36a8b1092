"""AlexNet (Krizhevsky, Sutskever, Hinton 2012) as the d2l book builds it for Fashion-MNIST (section 8.1)."""

from collections import OrderedDict

import torch
from torch import Tensor, nn

from core.models.activation import activation_class


class AlexNet(nn.Module):
    """Five convolutions, three fully connected layers: (B, in_channels, 224, 224) to logits (B, num_classes).

    `conv` and `fc` and the places in them are the textbook's, so state dicts are interchangeable. With `batch_norm`
    each convolution is followed by a layer named ``norm0`` to ``norm4`` (Ioffe and Szegedy 2015, arXiv:1502.03167);
    the others keep their names.
    """

    input_side = 224
    default_activation = "relu"

    def __init__(
        self,
        num_classes: int = 10,
        in_channels: int = 1,
        activation: str = default_activation,
        dropout: float = 0.5,
        batch_norm: bool = False,
    ) -> None:
        super().__init__()
        act = activation_class(activation)
        self.conv = nn.Sequential(
            nn.Conv2d(in_channels, 96, kernel_size=11, stride=4),
            act(),  # (B, 96, 54, 54)
            nn.MaxPool2d(kernel_size=3, stride=2),  # (B, 96, 26, 26)
            nn.Conv2d(96, 256, kernel_size=5, padding=2),
            act(),
            nn.MaxPool2d(kernel_size=3, stride=2),  # (B, 256, 12, 12)
            nn.Conv2d(256, 384, kernel_size=3, padding=1),
            act(),
            nn.Conv2d(384, 384, kernel_size=3, padding=1),
            act(),
            nn.Conv2d(384, 256, kernel_size=3, padding=1),
            act(),
            nn.MaxPool2d(kernel_size=3, stride=2),  # (B, 256, 5, 5)
        )
        if batch_norm:
            self.conv = _normalised(self.conv)
        self.fc = nn.Sequential(
            nn.Linear(256 * 5 * 5, 4096),
            act(),
            nn.Dropout(dropout),
            nn.Linear(4096, 4096),
            act(),
            nn.Dropout(dropout),
            nn.Linear(4096, num_classes),
        )

    def forward(self, x: Tensor) -> Tensor:
        # flatten follows the logical order (C, H, W) in every memory format; the weights of fc.0 rely on it
        return self.fc(torch.flatten(self.conv(x), 1))


def _normalised(layers: nn.Sequential) -> nn.Sequential:
    """The same layers under the same names, a normalisation after each convolution."""
    named: dict[str, nn.Module] = {}
    for name, layer in layers.named_children():
        named[name] = layer
        if isinstance(layer, nn.Conv2d):
            named[f"norm{sum(isinstance(other, nn.BatchNorm2d) for other in named.values())}"] = nn.BatchNorm2d(
                layer.out_channels
            )
    return nn.Sequential(OrderedDict(named))
