"""What the methods of `core.attribution` are called, and what each says and does not say."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from alexnet_gui.figure.map_statistics import number_text
from alexnet_gui.figure.network_figure import drawn, names

if TYPE_CHECKING:
    from alexnet_gui.figure.evidence_desk import Evidence
    from core.models.description import Description

translate = QCoreApplication.translate


def method_name(method: str) -> str:
    return {
        "grad-cam": translate("Evidence", "Grad-CAM"),
        "gradients": translate("Evidence", "Gradients"),
        "guided-backprop": translate("Evidence", "Guided backprop"),
        "integrated-gradients": translate("Evidence", "Integrated gradients"),
        "occlusion": translate("Evidence", "Occlusion"),
    }[method]


def method_help(method: str) -> str:
    return {
        "grad-cam": translate(
            "Evidence",
            "Where the layer's feature maps that raise this class are active. It says which region counts, coarsely, "
            "and nothing of what speaks against the class. A layer picked in the figure is looked at instead of the "
            "last.",
        ),
        "gradients": translate(
            "Evidence",
            "What the class gains when a pixel gets a little brighter. It says to what the network is sensitive here, "
            "not what made it decide, and is noisy by nature.",
        ),
        "guided-backprop": translate(
            "Evidence",
            "Gradients that pass back only where both they and the unit are positive. It shows crisp edges that the "
            "network reacts to, but much the same for every class: it hardly explains a decision.",
        ),
        "integrated-gradients": translate(
            "Evidence",
            "Gradients summed up on the way from a black picture to this one. All pixels together add up to what the "
            "class gains over black; black pixels get nothing, even where it matters that they are black.",
        ),
        "occlusion": translate(
            "Evidence",
            "What the class loses when a square of the picture is made black. It says what the decision rests on, no "
            "finer than the square; of two parts that can stand in for each other, neither seems to count.",
        ),
    }[method]


def caption(evidence: "Evidence", limit: float, description: "Description") -> str:
    """A line of figures below a map."""
    if not np.isfinite(evidence.values).all():
        return translate("Evidence", "not all values are numbers")
    if not evidence.values.any():
        return translate("Evidence", "nothing: all values are 0")
    if evidence.layer:
        text = translate("Evidence", "{layer}, up to {limit}")
        return text.format(layer=layer_name(description, evidence.layer), limit=number_text(limit))
    if evidence.missing is not None:
        total = float(evidence.values.sum())
        text = translate("Evidence", "±{limit}, sum {total} of {wanted}")
        wanted = number_text(total + evidence.missing)
        return text.format(limit=number_text(limit), total=number_text(total), wanted=wanted)
    return f"±{number_text(limit)}"


def layer_name(description: "Description", name: str) -> str:
    """What the volume that a layer belongs to is called in the figure: "Conv 5" for its activation, too."""
    layers, volumes = description.layers, drawn(description)
    reached = [layer for layer in layers[: layers.index(description.layer(name)) + 1] if layer in volumes]
    return names(volumes)[volumes.index(reached[-1])] if reached else name
