"""Curves made smooth as TensorBoard makes them."""

import math

import numpy as np

_TINY = 1e-100  # weights below this would overflow when divided by


class Smoother:
    """TensorBoard's debiased exponential moving average, fed bit by bit: what was smoothed never moves.

    `weight` in [0, 1): 0 leaves the values as they are. Values that are not finite pass through uncounted.
    """

    def __init__(self, weight: float) -> None:
        if not 0 <= weight < 1:
            raise ValueError(f"A smoothing weight is at least 0 and below 1, not {weight}.")
        self._weight = weight
        self._average = 0.0  # biased towards 0 by how little was counted
        self._counted = 0
        # so many values at a time that the smallest power of the weight can still be divided by
        self._block = max(1, int(math.log(_TINY) / math.log(weight))) if weight > 0 else 1

    def more(self, values: np.ndarray) -> np.ndarray:
        """The smoothed values of those that come next; float64 (n,)."""
        smoothed = np.asarray(values, np.float64).copy()
        if self._weight == 0:
            return smoothed
        finite = np.flatnonzero(np.isfinite(smoothed))
        whole = len(finite) - len(finite) % self._block
        for where in (finite[:whole].reshape(-1, self._block), finite[whole:].reshape(1, -1)):
            if where.size:
                smoothed[where] = self._finite(smoothed[where])
        return smoothed

    def _finite(self, values: np.ndarray) -> np.ndarray:
        """(m, n): m stretches that follow each other, none longer than a block."""
        stretches, length = values.shape
        powers = self._weight ** np.arange(1, length + 1)
        averages = powers * np.cumsum(values * (1 - self._weight) / powers, axis=1)  # of each stretch alone
        before = np.empty((stretches, 1))
        for number, own in enumerate(averages[:, -1].tolist()):
            before[number] = self._average
            self._average = self._average * float(powers[-1]) + own
        counted = self._counted + length * np.arange(stretches)
        self._counted += values.size
        averages += before * powers
        return averages / (1 - self._weight ** counted[:, None] * powers)


def smooth(values: np.ndarray, weight: float) -> np.ndarray:
    """All of `values` smoothed; see `Smoother`."""
    return Smoother(weight).more(values)
