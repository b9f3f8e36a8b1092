"""LeNet against the book's own."""

import torch
from torch import nn

from core.models import LeNet


def book_lenet() -> nn.Sequential:
    """As it stands in the d2l book, section 7.6."""
    return nn.Sequential(
        nn.Conv2d(1, 6, kernel_size=5, padding=2),
        nn.Sigmoid(),
        nn.AvgPool2d(kernel_size=2, stride=2),
        nn.Conv2d(6, 16, kernel_size=5),
        nn.Sigmoid(),
        nn.AvgPool2d(kernel_size=2, stride=2),
        nn.Flatten(),
        nn.Linear(16 * 5 * 5, 120),
        nn.Sigmoid(),
        nn.Linear(120, 84),
        nn.Sigmoid(),
        nn.Linear(84, 10),
    )


def test_the_book_s_weights_give_the_book_s_logits() -> None:
    torch.manual_seed(0)
    ours, theirs = LeNet(), book_lenet()
    values = theirs.state_dict().values()
    ours.load_state_dict(dict(zip(ours.state_dict(), values, strict=True)), strict=True)
    pictures = torch.rand(4, 1, 28, 28)
    with torch.no_grad():
        torch.testing.assert_close(ours(pictures), theirs(pictures), rtol=1e-5, atol=1e-6)


def test_names_are_grouped_like_alexnet_s() -> None:
    assert [name for name in LeNet().state_dict() if name.endswith("weight")] == [
        "conv.0.weight",
        "conv.3.weight",
        "fc.0.weight",
        "fc.2.weight",
        "fc.4.weight",
    ]


def test_switches_change_what_they_say() -> None:
    network = LeNet(num_classes=3, in_channels=3, activation="relu")
    assert network(torch.rand(2, 3, 28, 28)).shape == (2, 3)
    kinds = [type(module) for module in network.modules()]
    assert kinds.count(nn.ReLU) == 4 and nn.Sigmoid not in kinds
