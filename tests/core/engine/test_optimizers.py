"""Optimisers: restored they go on as if never stopped, their memory laid out as their parameters."""

import pytest
import torch
from torch import nn

from core.engine.optimizers import Optimizer, numbers_kept
from core.errors import CheckpointError
from core.recipe import Recipe, checked

KINDS = ("adam", "adamw", "sgd", "muon")


def made(recipe: Recipe) -> tuple[nn.Module, Optimizer]:
    torch.manual_seed(0)
    model = nn.Sequential(nn.Conv2d(3, 4, 3), nn.Flatten(), nn.Linear(4 * 36, 5)).to(memory_format=torch.channels_last)
    return model, Optimizer(recipe, model)


def stepped(model: nn.Module, optimizer: Optimizer, *, lr: float = 0.01) -> None:
    torch.manual_seed(1)
    optimizer.zero_grad()
    model(torch.rand(2, 3, 8, 8)).square().sum().backward()
    optimizer.step(lr=lr)


@pytest.mark.parametrize("kind", KINDS)
def test_restored_it_goes_on_as_if_never_stopped(kind: str) -> None:
    recipe = checked(optimizer=kind, weight_decay=0.01)
    (first, first_optimizer), (second, second_optimizer) = made(recipe), made(recipe)
    stepped(first, first_optimizer)
    second.load_state_dict(first.state_dict())
    second_optimizer.restore(first_optimizer.tensors())
    for model, optimizer in ((first, first_optimizer), (second, second_optimizer)):
        stepped(model, optimizer)
    assert all(torch.equal(a, b) for a, b in zip(first.parameters(), second.parameters(), strict=True))


@pytest.mark.parametrize(("kind", "momentum"), [*((kind, 0.9) for kind in KINDS), ("sgd", 0.0)])
def test_it_says_how_many_numbers_it_keeps_for_each_weight(kind: str, momentum: float) -> None:
    recipe = checked(optimizer=kind, momentum=momentum)
    model, optimizer = made(recipe)
    stepped(model, optimizer)
    kept = sum(tensor.numel() for tensor in optimizer.tensors().values() if tensor.ndim)
    weights = sum(parameter.numel() for parameter in model.parameters())
    assert (numbers_kept(recipe) - 1) * weights < kept <= numbers_kept(recipe) * weights


def test_restored_state_lies_in_memory_like_its_parameters() -> None:
    (first, optimizer), (second, restored) = made(Recipe()), made(Recipe())
    stepped(first, optimizer)
    restored.restore(optimizer.tensors())
    weight = next(second.parameters())
    assert isinstance(weight, nn.Parameter)
    assert restored._state_of(weight)["exp_avg"].is_contiguous(memory_format=torch.channels_last)


@pytest.mark.parametrize("kind", KINDS)
def test_a_step_at_rate_zero_changes_nothing_and_forgotten_state_is_gone(kind: str) -> None:
    model, optimizer = made(checked(optimizer=kind))
    before = [parameter.clone() for parameter in model.parameters()]
    stepped(model, optimizer, lr=0.0)
    assert all(torch.equal(a, b) for a, b in zip(before, model.parameters(), strict=True))
    assert optimizer.tensors()
    optimizer.forget()
    assert not optimizer.tensors()


def test_muon_moves_convolutions_by_nearly_orthogonal_matrices_and_adamw_the_rest() -> None:
    model, optimizer = made(checked(optimizer="muon", momentum=0.0))
    weight = model[0].weight  # type: ignore[index]
    before = weight.detach().clone()
    stepped(model, optimizer, lr=0.01)
    change = (weight.detach() - before).flatten(1)  # (4, 27)
    spread = torch.linalg.svdvals(change) / (0.01 * 0.2 * 27**0.5)
    assert spread.min() > 0.5 and spread.max() < 1.5
    other, plain = made(checked(optimizer="adamw"))
    stepped(other, plain, lr=0.01)
    assert torch.equal(model[2].weight, other[2].weight)  # type: ignore[index]


def test_the_state_of_another_network_is_refused() -> None:
    _, optimizer = made(Recipe())
    with pytest.raises(CheckpointError, match="shape of another network"):
        optimizer.restore({"0.exp_avg": torch.zeros(3, 3)})
    with pytest.raises(CheckpointError, match="does not have"):
        optimizer.restore({"7.exp_avg": torch.zeros(2, 2)})
