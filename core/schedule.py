"""The learning rate as a pure function of the step."""

from math import cos, pi


def learning_rate(schedule: str, *, peak: float, step: int, steps: int) -> float:
    """The rate of `step` (from 1) of a run of `steps`.

    "constant" stays at `peak`; "cosine" falls from it to nearly zero; "one-cycle" rises from a 25th of it over the
    first 30 % of the steps and then falls (Smith and Topin 2017, arXiv:1708.07120, both parts cosines).
    """
    if schedule == "constant":
        return peak
    done = (step - 1) / steps
    if schedule == "cosine":
        return peak * _fall(done)
    if schedule == "one-cycle":
        rise, low = 0.3, 0.04
        if done < rise:
            return peak * (low + (1 - low) * (1 - _fall(done / rise)))
        return peak * _fall((done - rise) / (1 - rise))
    raise ValueError(f"no schedule {schedule!r}")


def _fall(part: float) -> float:
    return (1 + cos(pi * part)) / 2
