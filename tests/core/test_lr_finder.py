"""The range test: its rates, its end, and what it makes of a valley."""

from itertools import pairwise

import numpy as np
import pytest

from core.events import Started, Suggested, Tried, from_json, to_json
from core.lr_finder import find_lr, suggestion
from core.recipe import checked
from core.train import train

RECIPE = checked(
    model="lenet",
    activation="relu",
    initialization="xavier",
    optimizer="sgd",
    limit=2000,
    batch_size=32,
    device="cpu",
    precision="fp32",
)


def test_it_finds_a_rate_that_learns_and_ends_when_the_loss_explodes() -> None:
    events = list(find_lr(RECIPE, low=1e-5, high=100.0, steps=70))
    assert isinstance(events[0], Started) and isinstance(events[-1], Suggested)
    tried = [event for event in events if isinstance(event, Tried)]
    ratios = [b.lr / a.lr for a, b in pairwise(tried)]
    assert ratios == pytest.approx([1e7 ** (1 / 69)] * (len(tried) - 1))
    assert tried[0].lr == 1e-5 and tried[0].smoothed == pytest.approx(tried[0].loss)
    found = events[-1].lr
    assert found and 1e-3 < found < 0.5
    run = [e for e in train(RECIPE.model_copy(update={"lr": found, "epochs": 1})) if e.name == "steps"]
    losses = np.concatenate([event.loss for event in run])  # type: ignore[attr-defined]
    assert losses[-10:].mean() < 0.7 * losses[:10].mean()


def test_the_middle_of_the_longest_fall_is_suggested() -> None:
    rates = np.geomspace(1e-5, 1, 51)
    flat, fall, rise = np.full(20, 2.3), np.linspace(2.3, 0.8, 21), np.linspace(0.8, 9, 10)
    found = suggestion(rates, np.concatenate([flat, fall, rise]))
    assert found is not None and rates[28] < found < rates[32]


@pytest.mark.parametrize("losses", [[], [2.3], [2.3] * 30, list(np.linspace(2, 9, 30)), [2.3, 2.29] * 15])
def test_where_nothing_falls_nothing_is_suggested(losses: list[float]) -> None:
    assert suggestion(np.geomspace(1e-5, 1, max(1, len(losses)))[: len(losses)], np.array(losses)) is None


def test_its_events_survive_json_and_wrong_rates_are_refused() -> None:
    tried = Tried(time=1.0, step=3, lr=1e-4, loss=2.25, smoothed=2.5)
    assert to_json(from_json(to_json(tried))) == to_json(tried)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="low < high"):
        next(find_lr(RECIPE, low=1.0, high=0.1))
