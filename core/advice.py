"""What a run's own curves say of it when it has ended, and what could be tried next. Rules, told with their figures."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np

from core.catalogue import SETS
from core.events import Evaluated
from core.recipe import Recipe

_FLAT = 0.97  # of the loss of guessing: who is above it has learnt next to nothing
_BURST = 3.0  # times its lowest level: the loss has burst
_WINDOW = 20  # steps whose mean is a level of the loss
_GAP = 0.03  # of accuracy between training and test that counts, beyond chance
_ROSE = 1.03  # times its lowest value: the test loss rises
_CERTAIN = 2.0  # standard errors of an accuracy: what is less may be chance
_TURNED = {"cifar10", "cifar100"}  # of the sets with a name of their own: a mirrored digit or letter is another


@dataclass(frozen=True, slots=True)
class Outcome:
    """A run that has ended. Training ``loss`` and ``accuracy`` are (n,), one value a step."""

    recipe: Recipe
    reason: str  # "done", "patience", "stopped" or "failed"
    classes: int
    steps_per_epoch: int
    test_images: int
    loss: np.ndarray
    accuracy: np.ndarray
    evaluations: Sequence[Evaluated]


@dataclass(frozen=True, slots=True)
class Way:
    """Something to do: fields of the recipe to ``change``, or what its name says: "find-rate", "go-on" (train more
    epochs of the same run), "classify", "compare"."""

    what: str
    change: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """``what`` was found: "lost", "flat", "overfits", "unsteady", "rising" or "learnt", with its ``figures``."""

    what: str
    figures: dict[str, float]
    ways: tuple[Way, ...]


def findings(outcome: Outcome) -> list[Finding]:
    """What there is to say, the weightiest first; at most two of them are troubles. Nothing of a run without steps."""
    if not len(outcome.loss):
        return []
    if trouble := _lost(outcome) or (None if outcome.reason == "failed" else _flat(outcome)):
        return [trouble]
    if not outcome.evaluations:
        return []
    found = [rule(outcome) for rule in (_overfits, _unsteady, _rising)]
    return [*[finding for finding in found if finding][:2], _learnt(outcome)]


def _lost(outcome: Outcome) -> Finding | None:
    """The loss is no number, or far above what it was."""
    loss = outcome.loss.astype(np.float64)
    last = float(np.mean(loss[-_WINDOW:]))
    lowest = _lowest_level(loss)
    if math.isfinite(last) and not (last > _BURST * lowest and last > math.log(outcome.classes)):
        return None
    recipe = outcome.recipe
    clip = () if recipe.clip else (Way("clip", {"clip": 1.0}),)
    warm = () if recipe.warmup else (Way("warm-up", {"warmup": 1.0}),)
    return Finding("lost", {"lr": recipe.lr}, (_lower_rate(recipe), *clip, *warm))


def _lowest_level(loss: np.ndarray) -> float:
    """The lowest mean of so many steps on end."""
    width = min(_WINDOW, len(loss))
    sums = np.concatenate(([0.0], np.cumsum(np.nan_to_num(loss, nan=np.inf))))
    with np.errstate(invalid="ignore"):
        levels = (sums[width:] - sums[:-width]) / width
    return float(np.min(levels[np.isfinite(levels)], initial=np.inf))


def _flat(outcome: Outcome) -> Finding | None:
    """After an epoch the loss is still that of guessing."""
    guessing = math.log(outcome.classes)
    last = float(np.mean(outcome.loss[-_WINDOW:]))
    if outcome.classes < 2 or len(outcome.loss) < outcome.steps_per_epoch or last < _FLAT * guessing:
        return None
    recipe = outcome.recipe
    bends = recipe.activation in ("sigmoid", "tanh") or (recipe.activation == "default" and recipe.model == "lenet")
    relu = (Way("relu", {"activation": "relu"}),) if bends else ()
    figures = {"loss": last, "guessing": guessing}
    return Finding("flat", figures, (Way("find-rate"), *relu, _lower_rate(recipe)))


def _overfits(outcome: Outcome) -> Finding | None:
    """Training pictures are known much better than test pictures, and the test loss rises."""
    tests = outcome.evaluations
    lowest = min(tests, key=lambda test: test.loss)
    train, test = float(np.mean(outcome.accuracy[-outcome.steps_per_epoch :])), tests[-1].accuracy
    gap = train - test
    if lowest is tests[-1] or tests[-1].loss < _ROSE * lowest.loss or gap < max(_GAP, _CERTAIN * _error(outcome)):
        return None
    recipe = outcome.recipe
    mirrored = recipe.data not in SETS or recipe.data in _TURNED
    ways = [Way("augment", {"augment": ("flip", "shift") if mirrored else ("shift",)})] if not recipe.augment else []
    if recipe.model == "alexnet" and recipe.dropout < 0.5:
        ways.append(Way("dropout", {"dropout": 0.5}))
    if not recipe.weight_decay:
        ways.append(Way("weight-decay", {"weight_decay": 0.0005}))
    if not recipe.patience:
        ways.append(Way("patience", {"patience": 2}))
    return Finding("overfits", {"train": train, "test": test, "epoch": lowest.epoch}, tuple(ways[:3]))


def _unsteady(outcome: Outcome) -> Finding | None:
    """From one evaluation to another the accuracy fell, with a rate that never falls."""
    accuracies = [test.accuracy for test in outcome.evaluations]
    falls = [before - after for before, after in pairwise(accuracies)]
    fall = max(falls, default=0.0)
    if outcome.recipe.schedule != "constant" or fall < max(0.01, 2 * _CERTAIN * _error(outcome)):
        return None
    epoch = outcome.evaluations[falls.index(fall) + 1].epoch
    ways = [Way("falling-rate", {"schedule": "linear"})]
    if not outcome.recipe.ema:
        ways.append(Way("average", {"ema": 0.999}))
    return Finding("unsteady", {"fall": fall, "epoch": epoch}, tuple(ways))


def _rising(outcome: Outcome) -> Finding | None:
    """The last epoch still brought more than chance would."""
    tests = outcome.evaluations
    if outcome.reason != "done" or len(tests) < 2 or tests[-1].accuracy < max(test.accuracy for test in tests):
        return None
    gain = tests[-1].accuracy - tests[-2].accuracy
    if gain < max(0.002, _CERTAIN * _error(outcome)):
        return None
    epochs = outcome.recipe.epochs
    is_constant = outcome.recipe.schedule == "constant"  # others have come to their end with the last epoch
    way = Way("go-on", {"epochs": 2 * epochs}) if is_constant else Way("longer", {"epochs": 2 * epochs})
    return Finding("rising", {"gain": gain}, (way,))


def _learnt(outcome: Outcome) -> Finding:
    best = max(outcome.evaluations, key=lambda test: test.accuracy)
    return Finding("learnt", {"accuracy": best.accuracy, "epoch": best.epoch}, (Way("classify"), Way("compare")))


def _lower_rate(recipe: Recipe) -> Way:
    return Way("lower-rate", {"lr": float(f"{recipe.lr / 10:.3g}")})


def _error(outcome: Outcome) -> float:
    """The standard error of the last accuracy on so many test pictures."""
    share = min(max(outcome.evaluations[-1].accuracy, 0.01), 0.99)
    return math.sqrt(share * (1 - share) / max(1, outcome.test_images))
