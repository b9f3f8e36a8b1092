"""Each rule speaks of the runs that it is about, and of no others."""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from core.advice import Finding, Outcome, findings
from core.events import Evaluated
from core.recipe import checked

STEPS = 50  # an epoch


def outcome(
    train: Sequence[float], tests: Sequence[tuple[float, float]], *, loss: Sequence[float] | None = None, **recipe
) -> Outcome:
    """A run with these training accuracies of its epochs, and test losses and accuracies."""
    evaluations = [
        Evaluated(
            time=0,
            epoch=epoch,
            step=epoch * STEPS,
            loss=lost,
            accuracy=accuracy,
            seconds=1,
            confusion=np.zeros((10, 10), np.int64),
        )
        for epoch, (lost, accuracy) in enumerate(tests, start=1)
    ]
    losses = loss or [1.0 - 0.8 * accuracy for accuracy in train]
    return Outcome(
        recipe=checked(epochs=max(1, len(train)), **recipe),
        reason="done",
        classes=10,
        steps_per_epoch=STEPS,
        test_images=10_000,
        loss=np.repeat(np.array(losses, np.float32), STEPS),
        accuracy=np.repeat(np.array(train, np.float32), STEPS),
        evaluations=evaluations,
    )


def what(found: list[Finding]) -> list[str]:
    return [finding.what for finding in found]


def ways(finding: Finding) -> dict[str, dict[str, object]]:
    return {way.what: way.change for way in finding.ways}


GOOD = [(0.5, 0.85), (0.4, 0.89), (0.36, 0.9), (0.35, 0.9005)]


def test_a_good_run_is_one_to_use() -> None:
    (found,) = findings(outcome([0.8, 0.87, 0.9, 0.905], GOOD))
    assert found.what == "learnt" and found.figures == {"accuracy": 0.9005, "epoch": 4}
    assert list(ways(found)) == ["classify", "compare"]


def test_over_fitting_is_a_gap_with_a_test_loss_that_rises() -> None:
    run = outcome([0.8, 0.92, 0.97, 0.99], [(0.5, 0.85), (0.3, 0.905), (0.35, 0.906), (0.45, 0.905)], dropout=0.0)
    first, last = findings(run)
    assert first.what == "overfits" and last.what == "learnt"
    assert first.figures["epoch"] == 2 and round(first.figures["train"], 2) == 0.99
    assert ways(first) == {
        "augment": {"augment": ("flip", "shift")},
        "dropout": {"dropout": 0.5},
        "weight-decay": {"weight_decay": 0.0005},
    }
    tried = replace(run, recipe=checked(data="mnist", weight_decay=0.1, epochs=4))
    assert ways(findings(tried)[0]) == {"augment": {"augment": ("shift",)}, "patience": {"patience": 2}}
    steady = outcome([0.8, 0.92, 0.97, 0.99], [(0.5, 0.85), (0.3, 0.905), (0.299, 0.906), (0.298, 0.905)])
    assert "overfits" not in what(findings(steady)), "the test loss does not rise"
    near = outcome([0.8, 0.9, 0.91, 0.92], [(0.5, 0.85), (0.3, 0.905), (0.35, 0.906), (0.45, 0.905)])
    assert "overfits" not in what(findings(near)), "training pictures are not known better"


def test_what_still_rises_goes_on_or_is_planned_longer() -> None:
    rising = [(0.6, 0.8), (0.5, 0.84), (0.42, 0.87)]
    first, _ = findings(outcome([0.7, 0.8, 0.84], rising))
    assert first.what == "rising" and round(first.figures["gain"], 3) == 0.03
    assert ways(first) == {"go-on": {"epochs": 6}}
    first, _ = findings(outcome([0.7, 0.8, 0.84], rising, schedule="cosine"))
    assert ways(first) == {"longer": {"epochs": 6}}
    stopped = replace(outcome([0.7, 0.8, 0.84], rising), reason="stopped")
    assert what(findings(stopped)) == ["learnt"], "it can be resumed anyway"
    few = replace(outcome([0.7, 0.8, 0.84], [(0.6, 0.8), (0.5, 0.86), (0.42, 0.87)]), test_images=100)
    assert what(findings(few)) == ["learnt"], "a hundred pictures do not tell a gain of one from chance"


def test_an_accuracy_that_falls_back_wants_a_rate_that_falls() -> None:
    jumping = [(0.5, 0.86), (0.4, 0.89), (0.5, 0.84), (0.35, 0.9)]
    first, *_ = findings(outcome([0.8, 0.87, 0.89, 0.9], jumping))
    assert first.what == "unsteady" and first.figures["epoch"] == 3
    assert ways(first) == {"falling-rate": {"schedule": "linear"}, "average": {"ema": 0.999}}
    assert "unsteady" not in what(findings(outcome([0.8, 0.87, 0.89, 0.9], jumping, schedule="linear")))


def test_a_loss_of_guessing_wants_another_rate() -> None:
    guess = math.log(10)
    (found,) = findings(outcome([0.1, 0.1], [(guess, 0.1), (guess, 0.1)], loss=[guess, guess]))
    assert found.what == "flat" and round(found.figures["guessing"], 2) == 2.3
    assert ways(found) == {"find-rate": {}, "lower-rate": {"lr": 0.0001}}
    (found,) = findings(outcome([0.1, 0.1], [(guess, 0.1)], loss=[guess, guess], model="lenet"))
    assert "relu" in ways(found), "LeNet has sigmoids by default"
    short = outcome([0.1], [], loss=[guess])
    assert findings(replace(short, loss=short.loss[:10])) == [], "it had no time"


def test_a_loss_that_burst_wants_a_lower_rate() -> None:
    for last in (float("nan"), 40.0):
        run = replace(outcome([0.8, 0.1], [(0.5, 0.85)], loss=[0.4, last], lr=0.03), reason="failed")
        (found,) = findings(run)
        assert found.what == "lost" and ways(found) == {
            "lower-rate": {"lr": 0.003}, "clip": {"clip": 1.0}, "warm-up": {"warmup": 1.0},
        }  # fmt: skip
    fine = replace(outcome([0.8], [(0.5, 0.85)]), reason="failed")
    assert what(findings(fine)) == ["learnt"], "it failed by something else"


def test_of_nothing_there_is_nothing_to_say() -> None:
    run = outcome([0.5], [])
    assert findings(run) == []
    assert findings(replace(run, loss=np.empty(0, np.float32), accuracy=np.empty(0, np.float32))) == []


def test_every_change_makes_a_recipe() -> None:
    guess = math.log(10)
    runs = (
        outcome([0.8, 0.92, 0.97, 0.99], [(0.5, 0.85), (0.3, 0.905), (0.35, 0.906), (0.45, 0.905)]),
        outcome([0.1, 0.1], [(guess, 0.1)], loss=[guess, guess], model="lenet"),
        outcome([0.8, 0.1], [(0.5, 0.85)], loss=[0.4, 40.0]),
        outcome([0.8, 0.87, 0.89, 0.9], [(0.5, 0.86), (0.4, 0.89), (0.5, 0.84), (0.35, 0.95)]),
    )
    for run in runs:
        for finding in findings(run):
            for way in finding.ways:
                checked(**run.recipe.model_dump() | way.change)
