"""What the looks into the layers of a run come to over its steps, as curves: one for each layer, and one for all."""

from collections.abc import Callable, Sequence
from operator import attrgetter

import numpy as np
from PySide6.QtCore import QCoreApplication

from alexnet_gui.widgets.shown_curves import Series
from core.events import Watched
from core.layer_figures import LayerFigures

translate = QCoreApplication.translate


def gradient_norms(looks: Sequence[Watched]) -> list[Series]:
    """That of all layers together first."""
    whole = np.array([look.gradient_norm for look in looks], np.float64)
    return (
        [Series(translate("run", "all layers"), whole, None), *_of_layers(looks, attrgetter("gradient_norm"))]
        if looks
        else []
    )


def updates(looks: Sequence[Watched]) -> list[Series]:
    """How far each layer's weights were moved in a step, as a share of their length."""
    return _of_layers(looks, attrgetter("update"))


def dead_shares(looks: Sequence[Watched]) -> list[Series]:
    """Of the units of each layer that has a ReLU behind it, 0 to 1."""
    return _of_layers(looks, lambda layer: np.nan if layer.dead is None else layer.dead / layer.units)


def steps_of(looks: Sequence[Watched]) -> np.ndarray:
    """(n,) float64."""
    return np.array([look.step for look in looks], np.float64)


def _of_layers(looks: Sequence[Watched], figure: Callable[[LayerFigures], float]) -> list[Series]:
    """Fully connected layers are dashed, as they are told apart by their kind, too; a layer of which the figure is
    never known has none."""
    if not looks:
        return []
    layers = looks[-1].layers
    last = max(1, len(layers) - 1)
    found = [np.array([figure(look.layers[number]) for look in looks], np.float64) for number in range(len(layers))]
    return [
        Series(layer.name, values, number / last, dashed=layer.kind == "Linear")
        for number, (layer, values) in enumerate(zip(layers, found, strict=True))
        if not np.isnan(values).all()
    ]
