"""The learning rate as a pure function of the step."""

from math import cos, pi

from core.recipe import Recipe

_CYCLE_RISE, _CYCLE_LOW = 0.3, 0.04  # share of the steps in which one cycle rises, and where it starts


def learning_rate(
    schedule: str,
    *,
    peak: float,
    step: int,
    steps: int,
    warmup: int = 0,
    drop_every: int = 0,
    drop_factor: float = 0.1,
) -> float:
    """The rate of `step` (from 1) of a run of `steps`, above 0 and at most `peak`.

    It rises in equal parts over the first `warmup` steps; then "constant" stays at `peak`, "step" is multiplied by
    `drop_factor` after every `drop_every` steps of the run, and "linear" and "cosine" fall from the peak to nearly zero
    at the end. "one-cycle" rises from a 25th of the peak and then falls (Smith and Topin 2017, arXiv:1708.07120,
    both parts cosines); its rise takes `warmup` steps, or 30 % of the run where that is 0.
    """
    if schedule == "one-cycle":
        return peak * _one_cycle((step - 1) / steps, rise=warmup / steps or _CYCLE_RISE)
    if step <= warmup:
        return peak * step / (warmup + 1)
    done = (step - 1 - warmup) / max(1, steps - warmup)
    match schedule:
        case "constant":
            return peak
        case "step":
            return peak * drop_factor ** ((step - 1) // drop_every)
        case "linear":
            return peak * (1 - done)
        case "cosine":
            return peak * _fall(done)
    raise ValueError(f"no schedule {schedule!r}")


def rate_of(recipe: Recipe, *, step: int, steps_per_epoch: int, peak: float | None = None) -> float:
    """The learning rate of `step` (from 1) of a run by `recipe`; `peak` goes before the recipe's own."""
    steps = recipe.epochs * steps_per_epoch
    return learning_rate(
        recipe.schedule,
        peak=recipe.lr if peak is None else peak,
        step=step,
        steps=steps,
        warmup=min(round(recipe.warmup * steps_per_epoch), steps - 1),
        drop_every=recipe.drop_every * steps_per_epoch,
        drop_factor=recipe.drop_factor,
    )


def _one_cycle(done: float, *, rise: float) -> float:
    if done < rise:
        return _CYCLE_LOW + (1 - _CYCLE_LOW) * (1 - _fall(done / rise))
    return _fall((done - rise) / (1 - rise))


def _fall(part: float) -> float:
    return (1 + cos(pi * part)) / 2
