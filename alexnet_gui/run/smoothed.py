"""A smoothed curve that follows a growing one: only what is new is smoothed."""

import numpy as np

from alexnet_gui.run.growing import Growing
from core.smoothing import Smoother


class SmoothedCurve:
    """`follow` gives the smoothed values of all that it was shown."""

    def __init__(self, weight: float) -> None:
        self.weight = weight
        self._version = -1
        self._begin()

    def set_weight(self, weight: float) -> None:
        """Smooth with this weight from the first value on."""
        self.weight = weight
        self._begin()

    def follow(self, values: np.ndarray, version: int) -> np.ndarray:
        """The smoothed `values`, (n,) float64. A new `version` says that old values may have changed."""
        if version != self._version or len(values) < len(self._smoothed):
            self._version = version
            self._begin()
        self._smoothed.extend(self._smoother.more(values[len(self._smoothed) :]))
        return self._smoothed.values

    def _begin(self) -> None:
        self._smoother = Smoother(self.weight)
        self._smoothed = Growing(np.float64)
