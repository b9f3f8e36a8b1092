"""A step: in parts as in one, and every addition to the loss as torch itself has it."""

import pytest
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from core.data import load
from core.data.dataset import class_weights
from core.engine.optimizers import Optimizer
from core.engine.step import TrainStep
from core.recipe import checked

CPU = torch.device("cpu")
BOOKS = load("fashion-mnist").limited(64).train
IMAGES, LABELS = BOOKS.images[:21], BOOKS.labels[:21]


def model() -> nn.Module:
    torch.manual_seed(0)
    net = nn.Sequential(nn.Conv2d(1, 8, 5, 2), nn.ReLU(), nn.Flatten(), nn.Linear(8 * 144, 10))
    return net.to(memory_format=torch.channels_last)


def stepped(net: nn.Module, *, lr: float = 0.1, **options: object) -> Tensor:
    optimizer = Optimizer(checked(optimizer="sgd", momentum=0.0), net)
    step = TrainStep(
        lambda images: net(images.float() / 255),
        net,
        optimizer,
        device=CPU,
        precision="fp32",
        **options,  # type: ignore[arg-type]
    )
    return step(IMAGES, LABELS, lr=lr)


def expected(loss: Tensor, net: nn.Module, *, lr: float = 0.1, clip: float = 0.0) -> None:
    """What plain torch makes of `net` with this loss."""
    loss.backward()
    if clip:
        nn.utils.clip_grad_norm_(net.parameters(), clip)
    with torch.no_grad():
        for parameter in net.parameters():
            parameter -= lr * parameter.grad


def logits_of(net: nn.Module) -> Tensor:
    return net(IMAGES.float() / 255)


def close(one: nn.Module, other: nn.Module) -> bool:
    return all(torch.allclose(a, b, atol=1e-6) for a, b in zip(one.parameters(), other.parameters(), strict=True))


@pytest.mark.parametrize("parts", [2, 3, 21, 50])
def test_in_parts_it_is_the_same_step(parts: int) -> None:
    whole, split = model(), model()
    first, second = stepped(whole), stepped(split, parts=parts)
    assert close(whole, split)
    torch.testing.assert_close(first, second)


def test_what_it_tells_is_cross_entropy_and_accuracy_before_the_step() -> None:
    net = model()
    logits = logits_of(net).detach()
    loss, accuracy = stepped(net, label_smoothing=0.2, class_weights=torch.arange(10.0), parts=2).tolist()
    assert loss == pytest.approx(cross_entropy(logits, LABELS).item(), rel=1e-5)
    assert accuracy == pytest.approx((logits.argmax(1) == LABELS).float().mean().item())


def test_label_smoothing_is_torchs() -> None:
    ours, plain = model(), model()
    stepped(ours, label_smoothing=0.1)
    expected(cross_entropy(logits_of(plain), LABELS, label_smoothing=0.1), plain)
    assert close(ours, plain)


def test_class_weights_multiply_the_loss_of_each_picture() -> None:
    ours, plain = model(), model()
    weights = torch.linspace(0.1, 3, 10)
    stepped(ours, class_weights=weights, parts=2)
    expected((cross_entropy(logits_of(plain), LABELS, reduction="none") * weights[LABELS]).mean(), plain)
    assert close(ours, plain)


def test_a_long_gradient_is_clipped_to_its_length() -> None:
    ours, plain, free = model(), model(), model()
    stepped(ours, clip=0.05, parts=2)
    stepped(free)
    expected(cross_entropy(logits_of(plain), LABELS), plain, clip=0.05)
    assert close(ours, plain) and not close(ours, free)


def test_weights_of_classes_even_out_their_sizes() -> None:
    labels = torch.tensor([0] * 90 + [1] * 10)
    weights = class_weights(labels, 3)
    assert weights.tolist() == pytest.approx([100 / 180, 5.0, 0.0])
    assert weights[labels].mean().item() == pytest.approx(1.0)
    counts = labels.bincount(minlength=3)
    assert (weights * counts)[:2].tolist() == pytest.approx([50.0, 50.0])


@pytest.mark.parametrize("precision", ["fp32", "fp16"])
def test_who_sees_the_gradient_sees_it_before_it_is_clipped_and_is_told_its_factor(precision: str) -> None:
    net, plain = model(), model()
    seen: list[float] = []

    def see(factor: float) -> None:
        seen.append(float(torch.cat([p.grad.flatten() for p in net.parameters()]).norm()) / factor)

    optimizer = Optimizer(checked(optimizer="sgd", momentum=0.0), net)
    step = TrainStep(
        lambda images: net(images.float() / 255), net, optimizer, device=CPU, precision=precision, clip=0.01
    )
    step(IMAGES, LABELS, lr=0.1, see=see)
    cross_entropy(logits_of(plain), LABELS).backward()
    wanted = float(torch.cat([p.grad.flatten() for p in plain.parameters()]).norm())
    assert wanted > 0.1
    assert seen == [pytest.approx(wanted, rel=0.01)]
