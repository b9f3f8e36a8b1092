"""What of a look into a network is shown: the maps of a layer, and a small picture for each volume."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QImage

from alexnet_gui import theme
from alexnet_gui.figure.colormap import diverging, limit_of
from alexnet_gui.figure.map_desk import Look
from alexnet_gui.figure.map_statistics import most_varied
from alexnet_gui.figure.network_figure import INPUT, activation_after, called, drawn, shape_text
from alexnet_gui.widgets.array_image import array_image


@dataclass(frozen=True, slots=True, eq=False)
class LayerMaps:
    """A layer's output for the pinned picture. ``field(row, column)`` is what a unit sees, in shares of the
    picture; None where each sees all of it."""

    key: str
    title: str
    values: NDArray[np.floating]  # (C, H, W) or (N,)
    picture: QImage
    field: Callable[[int, int], QRectF] | None
    classes: tuple[str, ...] = ()  # of the output layer
    activation: str = ""  # the name of what follows the layer, e.g. "ReLU"


def maps_of(look: Look, name: str, *, after: bool) -> LayerMaps:
    """The maps of a layer or, by the name `INPUT`, of the picture itself; see `layer_maps`."""
    return input_maps(look) if name == INPUT else layer_maps(look, name, after=after)


def input_maps(look: Look) -> LayerMaps:
    """The pinned picture itself, its channels as maps in [0, 1]."""
    values = look.picture.astype(np.float32) / 255
    title = QCoreApplication.translate("NetworkLayers", "Input, before it is enlarged")
    return LayerMaps(INPUT, f"{title} · {shape_text(values.shape)}", values, array_image(look.picture), None)


def layer_maps(look: Look, name: str, *, after: bool) -> LayerMaps:
    """The output of a layer, or with `after` that of the activation behind it, where there is one."""
    layers = look.description.layers
    layer = look.description.layer(name)
    if name not in look.maps:  # dropout, which does nothing after training: what comes before it
        return layer_maps(look, layers[layers.index(layer) - 1].name, after=after)
    volumes = drawn(look.description)
    activation = activation_after(look.description, name) if layer in volumes else None
    side = look.description.input_shape[1]

    def field(row: int, column: int) -> QRectF:
        left, top, right, bottom = (edge / side for edge in look.description.patch(name, row, column))
        return QRectF(left, top, right - left, bottom - top)

    return LayerMaps(
        key=name,
        title=" · ".join(
            (called(look.description, name), shape_text(layer.output_shape), *((look.truth,) if look.truth else ()))
        ),
        values=look.maps[activation if activation and after else name],
        picture=array_image(look.picture),
        field=field if layer.receptive_field is not None else None,
        classes=look.classes if layer is layers[-1] else (),
        activation=look.description.layer(activation).kind if activation else "",
    )


def thumb_images(look: Look, *, after: bool) -> dict[str, QImage]:
    """For each volume the map that varies most, on a scale of its own."""
    colors = diverging(dark=theme.colors().dark)
    images: dict[str, QImage] = {}
    for layer in drawn(look.description):
        activation = activation_after(look.description, layer.name) if after else None
        maps = look.maps[activation or layer.name]
        if maps.ndim == 3:
            strongest = maps[most_varied(maps)]
            images[layer.name] = colors.image(strongest, limit_of(strongest))
    return images
