"""A run that is lost: the loss is no longer a number, or far beyond guessing, and stays so."""

from math import log

import numpy as np

from core.errors import DivergedError

PATIENCE = 20  # steps in a row
_FAR = 5.0  # times the loss of guessing


class DivergenceWatch:
    """Looks at every loss of a run. Guessing among n classes costs ln n."""

    def __init__(self, classes: int) -> None:
        self._limit = _FAR * log(max(classes, 2))
        self._exploded = 0  # of the last steps in a row

    def look(self, losses: np.ndarray, *, first: int, lr: float) -> None:
        """Look at the losses (n,) of the steps from number `first` on, made at about learning rate `lr`.

        Raises DivergedError at the first one that is not a number, and at the last of `PATIENCE` in a row above five
        times what guessing costs.
        """
        for step, loss in enumerate(losses.tolist(), first):
            if not np.isfinite(loss):
                raise DivergedError(f"The loss is not a number from step {step} on: {_way_out(lr)}.")
            self._exploded = self._exploded + 1 if loss > self._limit else 0
            if self._exploded == PATIENCE:
                raise DivergedError(f"The loss exploded: it is {loss:.3g} in step {step}. {_way_out(lr).capitalize()}.")


def _way_out(lr: float) -> str:
    return f"lower the learning rate (it is {lr:g}), or let it rise slowly by a warm-up; the best checkpoint is kept"
