"""How one kind of values of one layer spread in all looks so far; only new looks are read."""

from collections.abc import Sequence

import numpy as np

from alexnet_gui.run.growing import Growing
from alexnet_gui.run.spread import Spread
from core.events import Watched
from core.layer_figures import BINS, Histogram


class SpreadHistory:
    """Of the "weights", "gradients" or "activations" of layer `number`."""

    def __init__(self, number: int, kind: str) -> None:
        self._number, self._kind = number, kind
        self._begin([])

    def of(self, looks: Sequence[Watched], count: int) -> Spread:
        """In the first `count` looks. Of the same sequence, looks are only ever added."""
        if looks is not self._looks or count < len(self._low):
            self._begin(looks)
        for look in looks[len(self._low) : count]:
            histogram: Histogram = getattr(look.layers[self._number], self._kind)
            self._low.extend([histogram.low])
            self._high.extend([histogram.high])
            self._bins.extend(histogram.bins)
        return Spread(low=self._low.values, high=self._high.values, bins=self._bins.values.reshape(-1, BINS))

    def _begin(self, looks: Sequence[Watched]) -> None:
        self._looks = looks
        self._low, self._high, self._bins = (Growing(np.float64, room=64) for _ in range(3))
