from itertools import pairwise

import pytest
import torch

from core.pruning import Pruning, density


def test_density_falls_fast_at_first_and_then_stays() -> None:
    shares = [density(step, keep=0.1, steps=10) for step in range(13)]
    assert shares[0] == 1
    assert shares[10:] == pytest.approx([0.1, 0.1, 0.1])
    falls = [a - b for a, b in pairwise(shares)]
    assert falls == sorted(falls, reverse=True)


def test_the_smallest_go_in_each_tensor() -> None:
    small, large = torch.linspace(-1, 1, 1001).view(7, 143), 100 * torch.linspace(1, 2, 100)
    pruning = Pruning([small, large], keep=0.25, steps=1)
    pruning.apply(1)
    assert small.count_nonzero() == 250 and large.count_nonzero() == 25
    assert small[small != 0].abs().min() > 0.74
    assert large[large != 0].min() > 174
    assert pruning.share_left() == pytest.approx(275 / 1101)


def test_what_is_pruned_stays_so_while_an_optimiser_moves_everything() -> None:
    torch.manual_seed(0)
    weight = torch.randn(10, 40)
    pruning = Pruning([weight], keep=0.1, steps=30)
    zero = torch.zeros(10, 40, dtype=torch.bool)
    for step in range(40):
        pruning.apply(step)
        now = weight == 0
        assert now[zero].all()
        zero = now
        weight += 0.01 * torch.randn(10, 40)
    pruning.apply(40)
    assert weight.count_nonzero() == 40


def test_keeping_all_changes_nothing() -> None:
    weight = torch.randn(5, 5)
    before = weight.clone()
    pruning = Pruning([weight], keep=1, steps=0)
    pruning.apply(0)
    pruning.apply(1)
    assert torch.equal(weight, before)
    assert pruning.share_left() == 1
