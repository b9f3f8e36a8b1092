"""What is said of a layer that was looked into: how it stands, and whether that is bad."""

from PySide6.QtCore import QCoreApplication

from alexnet_gui import formatting
from alexnet_gui.figure.map_statistics import number_text
from core.layer_figures import LayerFigures

translate = QCoreApplication.translate

_MANY = 0.5  # of the units: more dead ones than that are worth a warning


def kind_in_words(kind: str) -> str:
    """Of a layer: "Conv2d" or "Linear"."""
    return translate("layer", "convolution") if kind == "Conv2d" else translate("layer", "fully connected")


def dead_in_words(layer: LayerFigures) -> str:
    """Its units whose output is 0 for all pictures; "" where that means nothing."""
    if layer.dead is None:
        return ""
    dead, units = formatting.count(layer.dead), formatting.count(layer.units)
    return translate("layer", "{dead} of {units} dead").format(dead=dead, units=units)


def many_dead(layer: LayerFigures) -> bool:
    return layer.dead is not None and layer.dead > _MANY * layer.units


def zeros_in_words(share: float) -> str:
    """How many of some values are exactly 0; "" for none."""
    if not share:
        return ""
    return translate("layer", "{share} zeros").format(share=formatting.percent(share, 0 if share >= 0.01 else 1))


def norms_in_words(layer: LayerFigures) -> tuple[str, str]:
    """Its gradient, and how far it was moved."""
    return (
        translate("layer", "gradient {value}").format(value=_number(layer.gradient_norm)),
        translate("layer", "update {value}").format(value=_number(layer.update)),
    )


def _number(value: float) -> str:
    return number_text(value) if value == value else formatting.DASH
