"""AlexNet against the textbook's own class."""

import pytest
import torch
from torch import Tensor, nn

from core.errors import StudioError
from core.models import AlexNet


class TextbookAlexNet(nn.Module):
    """As it stands in the textbook, in-place work and all."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Sequential(
            nn.Conv2d(1, 96, 11, 4),
            nn.ReLU(inplace=True),
            nn.MaxPool2d(3, 2),
            nn.Conv2d(96, 256, 5, 1, 2),
            nn.ReLU(inplace=True),
            nn.MaxPool2d(3, 2),
            nn.Conv2d(256, 384, 3, 1, 1),
            nn.ReLU(inplace=True),
            nn.Conv2d(384, 384, 3, 1, 1),
            nn.ReLU(inplace=True),
            nn.Conv2d(384, 256, 3, 1, 1),
            nn.ReLU(inplace=True),
            nn.MaxPool2d(3, 2),
        )
        self.fc = nn.Sequential(
            nn.Linear(256 * 5 * 5, 4096),
            nn.ReLU(inplace=True),
            nn.Dropout(0.5),
            nn.Linear(4096, 4096),
            nn.ReLU(inplace=True),
            nn.Dropout(0.5),
            nn.Linear(4096, 10),
        )

    def forward(self, img: Tensor) -> Tensor:
        feature = self.conv(img)
        return self.fc(feature.view(img.shape[0], -1))


@pytest.fixture(scope="module")
def pictures() -> Tensor:
    return torch.rand(2, 1, 224, 224, generator=torch.Generator().manual_seed(1))


def logits(network: nn.Module, pictures: Tensor) -> Tensor:
    with torch.no_grad():
        return network.eval()(pictures)


@pytest.mark.parametrize(("giver", "taker"), [(AlexNet, TextbookAlexNet), (TextbookAlexNet, AlexNet)])
def test_weights_go_both_ways_and_give_the_same_logits(giver, taker, pictures: Tensor) -> None:
    torch.manual_seed(0)
    old, new = giver(), taker()
    assert not torch.allclose(logits(old, pictures), logits(new, pictures), atol=1e-5)
    new.load_state_dict(old.state_dict(), strict=True)
    torch.testing.assert_close(logits(new, pictures), logits(old, pictures), rtol=1e-5, atol=1e-5)


def test_the_state_dict_has_the_textbook_names_in_the_textbook_order() -> None:
    with torch.device("meta"):
        ours, theirs = AlexNet().state_dict(), TextbookAlexNet().state_dict()
    assert list(ours) == list(theirs)
    assert list(ours)[:: len(ours) - 1] == ["conv.0.weight", "fc.6.bias"]
    assert [value.shape for value in ours.values()] == [value.shape for value in theirs.values()]


def test_channels_last_changes_nothing(pictures: Tensor) -> None:
    torch.manual_seed(0)
    network = AlexNet()
    plain = logits(network, pictures)
    network = network.to(memory_format=torch.channels_last)
    last = logits(network, pictures.to(memory_format=torch.channels_last))
    torch.testing.assert_close(last, plain, rtol=1e-5, atol=1e-5)


def test_in_training_dropout_makes_two_passes_differ(pictures: Tensor) -> None:
    torch.manual_seed(0)
    network = AlexNet().train()
    with torch.no_grad():
        assert not torch.equal(network(pictures), network(pictures))


def test_without_dropout_training_and_evaluation_agree_and_the_names_stay() -> None:
    with torch.device("meta"):
        assert list(AlexNet(dropout=0).state_dict()) == list(AlexNet().state_dict())
        assert [m.p for m in AlexNet(dropout=0).modules() if isinstance(m, nn.Dropout)] == [0, 0]


def test_switches_change_what_they_say() -> None:
    with torch.device("meta"):
        network = AlexNet(num_classes=7, in_channels=3, activation="tanh", dropout=0.25)
    assert network.state_dict()["conv.0.weight"].shape[1] == 3
    assert network.state_dict()["fc.6.bias"].shape == (7,)
    kinds = [type(module) for module in network.modules()]
    assert kinds.count(nn.Tanh) == 7 and nn.ReLU not in kinds
    assert [m.p for m in network.modules() if isinstance(m, nn.Dropout)] == [0.25, 0.25]


def test_an_unknown_activation_is_said_in_a_sentence() -> None:
    with pytest.raises(StudioError, match=r"'swish'.*relu, sigmoid, tanh"):
        AlexNet(activation="swish")
