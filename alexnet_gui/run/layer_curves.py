"""What the looks into the layers of a run come to over its steps, as curves: one for each layer, and one for all."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from alexnet_gui.widgets.shown_curves import Series
from core.events import Watched

translate = QCoreApplication.translate


def gradient_norms(looks: Sequence[Watched]) -> list[Series]:
    """That of all layers together first."""
    whole = np.array([look.gradient_norm for look in looks], np.float64)
    return [Series(translate("run", "all layers"), whole, None), *_of_layers(looks, "gradient_norm")] if looks else []


def updates(looks: Sequence[Watched]) -> list[Series]:
    """How far each layer's weights were moved in a step, as a share of their length."""
    return _of_layers(looks, "update")


def steps_of(looks: Sequence[Watched]) -> np.ndarray:
    """(n,) float64."""
    return np.array([look.step for look in looks], np.float64)


def _of_layers(looks: Sequence[Watched], figure: str) -> list[Series]:
    """Fully connected layers are dashed, as they are told apart by their kind, too."""
    if not looks:
        return []
    layers = looks[-1].layers
    last = max(1, len(layers) - 1)
    return [
        Series(
            layer.name,
            np.array([getattr(look.layers[number], figure) for look in looks], np.float64),
            number / last,
            dashed=layer.kind == "Linear",
        )
        for number, layer in enumerate(layers)
    ]
