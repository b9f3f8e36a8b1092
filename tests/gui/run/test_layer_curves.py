"""Looks into the layers as curves."""

import numpy as np

from alexnet_gui.run.layer_curves import dead_shares, gradient_norms, steps_of, updates
from core.events import Watched
from core.layer_figures import Histogram, LayerFigures


def look(step: int, *updates: float) -> Watched:
    nothing = Histogram.of(np.empty(0))
    layers = tuple(
        LayerFigures(
            name=name, kind=kind, weight_norm=1.0, gradient_norm=10 * update, update=update, units=4,
            dead=step if kind == "Conv2d" else None,
            weights=nothing, gradients=nothing, activations=nothing,
        )
        for (name, kind), update in zip((("conv.0", "Conv2d"), ("fc.0", "Linear")), updates, strict=True)
    )  # fmt: skip
    return Watched(time=0.0, step=step, seconds=0.1, pictures=8, gradient_norm=float(step), layers=layers)


LOOKS = [look(1, 0.1, 0.2), look(4, 0.3, 0.4)]


def test_each_layer_is_a_curve_in_its_order() -> None:
    first, last = updates(LOOKS)
    assert (first.name, first.values.tolist(), first.place, first.dashed) == ("conv.0", [0.1, 0.3], 0.0, False)
    assert (last.name, last.values.tolist(), last.place, last.dashed) == ("fc.0", [0.2, 0.4], 1.0, True)
    assert steps_of(LOOKS).tolist() == [1, 4]


def test_the_gradient_of_all_layers_comes_first() -> None:
    whole, *layers = gradient_norms(LOOKS)
    assert whole.place is None and whole.values.tolist() == [1, 4]
    assert [layer.values.tolist() for layer in layers] == [[1, 3], [2, 4]]


def test_dead_units_are_shares_of_the_layers_that_can_have_them() -> None:
    (only,) = dead_shares(LOOKS)
    assert (only.name, only.values.tolist()) == ("conv.0", [0.25, 1])


def test_without_looks_there_are_none() -> None:
    assert gradient_norms([]) == updates([]) == dead_shares([]) == []
