"""Ten views: the paper's, and their mean probability as if reckoned by hand."""

import torch
from torch import Tensor, nn

from core.data import load
from core.data.ten_crop import ten_crop_logits, ten_views
from core.evaluate import evaluate, evaluation_steps
from core.models import build
from core.network import NetworkSpec, preparation_for

TEST = load("fashion-mnist").limited(50).test


def test_the_views_are_the_corners_and_the_centre_and_the_same_mirrored() -> None:
    views = list(ten_views(TEST.images))
    assert len(views) == 10 and all(view.shape == TEST.images.shape for view in views)
    assert views[4].equal(TEST.images) and views[9].equal(TEST.images.flip(-1))
    assert views[0][:, :, 2:, 2:].equal(TEST.images[:, :, :-2, :-2])
    assert views[3][:, :, :-2, :-2].equal(TEST.images[:, :, 2:, 2:])
    assert all(mirrored.equal(view.flip(-1)) for view, mirrored in zip(views, views[5:], strict=False))


def test_probabilities_are_averaged() -> None:
    torch.manual_seed(0)
    net = nn.Sequential(nn.Flatten(), nn.Linear(784, 10))

    def forward(images: Tensor) -> Tensor:
        return net(images.float() / 255)

    by_hand = torch.stack([forward(view).softmax(1) for view in ten_views(TEST.images)]).mean(0)
    torch.testing.assert_close(ten_crop_logits(forward, TEST.images).softmax(1), by_hand)


def test_an_evaluation_in_ten_views_is_another_one() -> None:
    torch.manual_seed(0)
    spec = NetworkSpec("lenet", tuple("abcdefghij"), preparation_for("lenet", channels=1), activation="relu")
    net = build(spec, "xavier")
    *_, ten = evaluation_steps(
        net, TEST, spec.preparation, classes=10, device=torch.device("cpu"), precision="fp32", views="ten-crop"
    )
    one = evaluate(net, TEST, spec.preparation, classes=10)
    assert not isinstance(ten, int) and ten.loss != one.loss and ten.confusion.sum() == 50
