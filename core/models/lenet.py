"""LeNet-5 (LeCun, Bottou, Bengio and Haffner 1998) as the d2l book builds it (section 7.6)."""

import torch
from torch import Tensor, nn

from core.models.activation import activation_class


class LeNet(nn.Module):
    """Two convolutions, three fully connected layers: (B, in_channels, 28, 28) to logits (B, num_classes)."""

    input_side = 28
    default_activation = "sigmoid"

    def __init__(self, num_classes: int = 10, in_channels: int = 1, activation: str = default_activation) -> None:
        super().__init__()
        act = activation_class(activation)
        self.conv = nn.Sequential(
            nn.Conv2d(in_channels, 6, kernel_size=5, padding=2),
            act(),  # (B, 6, 28, 28)
            nn.AvgPool2d(kernel_size=2, stride=2),  # (B, 6, 14, 14)
            nn.Conv2d(6, 16, kernel_size=5),
            act(),  # (B, 16, 10, 10)
            nn.AvgPool2d(kernel_size=2, stride=2),  # (B, 16, 5, 5)
        )
        self.fc = nn.Sequential(
            nn.Linear(16 * 5 * 5, 120),
            act(),
            nn.Linear(120, 84),
            act(),
            nn.Linear(84, num_classes),
        )

    def forward(self, x: Tensor) -> Tensor:
        return self.fc(torch.flatten(self.conv(x), 1))
