"""The yardstick: AlexNet trained as the textbook writes it ("Dive into Deep Learning", section 8.1), and no trick more.

``python -m core.bench.book_loop FOLDER [BATCH_SIZE]``; FOLDER is torchvision's, see `unpack`.
"""

import gzip
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import nn

from core.bench.partner import serve
from resources import path as resource


class BookAlexNet(nn.Module):
    """The textbook's class."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Sequential(
            nn.Conv2d(1, 96, 11, 4),
            nn.ReLU(),
            nn.MaxPool2d(3, 2),
            nn.Conv2d(96, 256, 5, 1, 2),
            nn.ReLU(),
            nn.MaxPool2d(3, 2),
            nn.Conv2d(256, 384, 3, 1, 1),
            nn.ReLU(),
            nn.Conv2d(384, 384, 3, 1, 1),
            nn.ReLU(),
            nn.Conv2d(384, 256, 3, 1, 1),
            nn.ReLU(),
            nn.MaxPool2d(3, 2),
        )
        self.fc = nn.Sequential(
            nn.Linear(256 * 5 * 5, 4096),
            nn.ReLU(),
            nn.Dropout(0.5),
            nn.Linear(4096, 4096),
            nn.ReLU(),
            nn.Dropout(0.5),
            nn.Linear(4096, 10),
        )

    def forward(self, img: torch.Tensor) -> torch.Tensor:
        feature = self.conv(img)
        return self.fc(feature.view(img.shape[0], -1))


def unpack(folder: Path) -> None:
    """The shipped Fashion-MNIST as torchvision wants to find it in `folder`, so that it downloads nothing."""
    raw = folder / "FashionMNIST" / "raw"
    raw.mkdir(parents=True)
    for packed in resource("fashion_mnist").glob("*.gz"):
        with gzip.open(packed) as source, (raw / packed.stem).open("wb") as target:
            shutil.copyfileobj(source, target)


def training(folder: Path, batch_size: int) -> Iterator[int]:
    """The textbook's loop, one step at a time: how many pictures each took."""
    from torch.utils.data import DataLoader
    from torchvision import datasets, transforms

    transform = transforms.Compose([transforms.Resize(224), transforms.ToTensor()])
    train_set = datasets.FashionMNIST(str(folder), train=True, transform=transform)
    train_iter = DataLoader(train_set, batch_size=batch_size, shuffle=True)
    net = BookAlexNet()
    loss = nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(net.parameters(), lr=0.001)
    net.train()
    train_l_sum, train_acc_sum = 0.0, 0.0
    while True:
        for X, y in train_iter:
            y_hat = net(X)
            l = loss(y_hat, y)  # noqa: E741  as the book calls it
            optimizer.zero_grad()
            l.backward()
            optimizer.step()
            train_l_sum += l.item()
            train_acc_sum += (y_hat.argmax(dim=1) == y).sum().item()
            yield len(y)


def main(folder: str, batch_size: str = "128") -> None:
    steps = training(Path(folder), int(batch_size))
    serve(lambda: next(steps), precision="fp32")


if __name__ == "__main__":
    main(*sys.argv[1:])
