"""A learning rate for a recipe, by a range test: the rate rises from step to step until the loss explodes.

After Smith 2015 (arXiv:1506.01186, section 3.3).
"""

import math
from collections.abc import Iterator
from time import time

import numpy as np

from core.data.progress import Progress
from core.engine.learner import Learner
from core.errors import RunError
from core.events import Event, Suggested, Tried
from core.recipe import Recipe

_SMOOTHING = 0.9  # of the moving average of the losses
_EXPLODED = 4.0  # times the lowest loss: further on there is nothing to see
LEAST_STEPS = 20
_START = 10  # steps whose losses tell what it was before anything was learnt


def find_lr(
    recipe: Recipe, *, low: float = 1e-7, high: float = 10.0, steps: int = 100, progress: Progress | None = None
) -> Iterator[Event]:
    """Try `steps` rates from `low` to `high`, evenly in their logarithms, on one network trained by `recipe`.

    Yields Started, a `Tried` for each step, and `Suggested` last, see `suggestion`. The test ends early when the loss
    explodes. Nothing is written; close the generator to give up. `progress` as in `Learner`. Raises ValueError for
    rates that do not rise or fewer steps than `LEAST_STEPS`, and StudioError like `core.train.train`.
    """
    if not 0 < low < high or steps < LEAST_STEPS:
        raise ValueError(f"A range test needs 0 < low < high and at least {LEAST_STEPS} steps.")
    learner = Learner(recipe, progress=progress)
    yield learner.started()
    learner.model.train()
    rates: list[float] = []
    smoothed: list[float] = []
    average = 0.0
    for number in range(1, steps + 1):
        lr = low * (high / low) ** ((number - 1) / (steps - 1))
        measure = learner.make_step(number, learner.batch(number), lr=lr)
        if measure is None:
            raise RunError(f"There is not enough memory for a batch of {recipe.batch_size}: take a smaller one.")
        loss = float(measure[0])
        if not math.isfinite(loss):
            break
        average = _SMOOTHING * average + (1 - _SMOOTHING) * loss
        rates.append(lr)
        smoothed.append(average / (1 - _SMOOTHING**number))
        yield Tried(time=time(), step=number, lr=lr, loss=loss, smoothed=smoothed[-1])
        if smoothed[-1] > _EXPLODED * min(smoothed):
            break
    yield Suggested(time=time(), step=len(rates), lr=suggestion(np.array(rates), np.array(smoothed)))


def suggestion(rates: np.ndarray, losses: np.ndarray) -> float | None:
    """The rate in the middle, in logarithms, of where the smoothed losses (n,) fall: from a tenth to all of their fall.

    None where they hardly fall, by less than a fiftieth of what they were.
    """
    if not len(losses):
        return None
    lowest = int(np.argmin(losses))
    before, after = float(np.median(losses[: min(_START, lowest + 1)])), float(losses[lowest])
    if after > 0.98 * before:
        return None
    begun = int(np.flatnonzero(losses[: lowest + 1] > before - 0.1 * (before - after))[-1])
    return float(np.sqrt(rates[begun] * rates[lowest]))
