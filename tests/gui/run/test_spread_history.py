"""All looks at one kind of values, each read once."""

import numpy as np

from alexnet_gui.run.spread_history import SpreadHistory
from core.events import Watched
from core.layer_figures import Histogram, LayerFigures


def look(step: int) -> Watched:
    nothing = Histogram.of(np.empty(0))
    layer = LayerFigures(
        name="fc.0", kind="Linear", weight_norm=1.0, gradient_norm=1.0, update=0.1, units=4, dead=None,
        weights=Histogram.of(np.linspace(0, step, 100)), gradients=nothing, activations=nothing,
    )  # fmt: skip
    return Watched(time=0.0, step=step, seconds=0.1, pictures=8, gradient_norm=1.0, layers=(layer,))


def test_it_grows_with_the_looks_and_begins_anew_with_others() -> None:
    looks, history = [look(1), look(2)], SpreadHistory(0, "weights")
    assert history.of(looks, 2).high.tolist() == [1, 2]
    looks.append(look(3))
    grown = history.of(looks, 3)
    assert grown.high.tolist() == [1, 2, 3]
    np.testing.assert_array_equal(grown.bins[2], looks[2].layers[0].weights.bins)
    assert history.of(looks, 1).high.tolist() == [1]
    assert history.of([look(7)], 1).high.tolist() == [7]
    assert SpreadHistory(0, "gradients").of(looks, 3).bins.sum() == 0
