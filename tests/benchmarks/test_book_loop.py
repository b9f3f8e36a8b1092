"""The yardstick is the book's network and the book's data, and the program's are equal to them."""

from pathlib import Path

import pytest
import torch

from core.bench.book_loop import BookAlexNet, training, unpack
from core.data.fashion_mnist import load
from core.data.preparation import Preparation
from core.models import AlexNet


def test_same_weights_same_outputs() -> None:
    torch.manual_seed(1)
    book, ours = BookAlexNet().eval(), AlexNet().eval()
    book.load_state_dict(ours.state_dict(), strict=True)
    x = torch.rand(2, 1, 224, 224)
    with torch.no_grad():
        torch.testing.assert_close(ours(x), book(x), rtol=1e-5, atol=1e-5)
    ours.load_state_dict(BookAlexNet().state_dict(), strict=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("book")
    unpack(place)
    return place


def test_book_s_data_are_the_program_s(folder: Path) -> None:
    from torchvision import datasets, transforms

    transform = transforms.Compose([transforms.Resize(224), transforms.ToTensor()])
    book = datasets.FashionMNIST(str(folder), train=True, transform=transform)
    ours = load().train
    assert len(book) == len(ours)
    assert torch.equal(book.targets, ours.labels)
    x, y = book[12]
    assert y == ours.labels[12]
    # Pillow rounds to 8 bits after each of its two passes
    torch.testing.assert_close(Preparation().network_input(ours.images[12:13])[0], x, rtol=0, atol=1.1 / 255)


def test_book_s_loop_makes_steps(folder: Path) -> None:
    steps = training(folder, 2)
    assert [next(steps), next(steps)] == [2, 2]
