"""From a walk through pictures to what is shown of one unit: its pictures, its classes, a line about it."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QRectF

from alexnet_gui import formatting
from alexnet_gui.figure.map_desk import Look
from alexnet_gui.figure.map_statistics import number_text
from alexnet_gui.figure.unit_desk import Walk, seen_by
from alexnet_gui.widgets.array_image import array_image
from alexnet_gui.widgets.patch_wall import Tile

if TYPE_CHECKING:
    from core.models.description import Description

translate = QCoreApplication.translate
MOST_CLASSES = 10


def found_places(walk: Walk, unit: int) -> NDArray[np.integer]:
    """Of the pictures that excite a unit most, fewer than usual where there were not so many."""
    return walk.excited.places[unit][np.isfinite(walk.excited.values[unit])]


def tiles_of(walk: Walk, look: Look, layer: str, unit: int) -> list[Tile]:
    """The pictures that excite a unit most, the part that it saw framed."""
    excited, tiles = walk.excited, []
    for number, place in enumerate(found_places(walk, unit)):
        row, column = int(excited.rows[unit, number]), int(excited.columns[unit, number])
        seen = seen_by(look.description, layer, row, column)
        patch = QRectF(seen[0], seen[1], seen[2] - seen[0], seen[3] - seen[1]) if seen else None
        value = number_text(float(excited.values[unit, number]))
        text = f"{look.classes[int(excited.labels[place])]} · {value}"
        tiles.append(Tile(array_image(excited.pictures[place]), patch, text))
    return tiles


def classes_of(walk: Walk, classes: tuple[str, ...], unit: int) -> tuple[NDArray[np.floating], list[str]]:
    """The mean activation by class, of the `MOST_CLASSES` that excite it most, in their own order."""
    means = walk.excited.class_means[:, unit]
    known = np.flatnonzero(np.isfinite(means))
    strongest = np.sort(known[np.argsort(-means[known], kind="stable")[:MOST_CLASSES]])
    return means[strongest], [classes[number] for number in strongest]


def line_of(walk: Walk, look: Look, layer: str, unit: int) -> str:
    """Of which class the unit is, how many pictures were seen, when, and whether the unit ever speaks."""
    excited = walk.excited
    seen, total = formatting.count(excited.done), formatting.count(excited.total)
    if excited.done < excited.total:
        parts = [translate("UnitTiles", "{done} of {total} test pictures").format(done=seen, total=total)]
    else:
        parts = [translate("UnitTiles", "{total} test pictures").format(total=total)]
    if walk.step is not None:
        parts.append(translate("UnitTiles", "step {step}").format(step=formatting.count(walk.step)))
    if look.description.layers[-1].name == layer:
        parts.insert(0, look.classes[unit])
    if float(excited.values[unit, 0]) <= 0 and _is_cut_off(look.description, layer):
        parts.append(translate("UnitTiles", "⚠ silent: never above 0"))
    return "  ·  ".join(parts)


def _is_cut_off(description: "Description", layer: str) -> bool:
    """What is not above 0 goes no further: a ReLU follows the layer, or came before it."""
    layers = description.layers
    index = layers.index(description.layer(layer))
    is_linear = layers[index].kind in ("Conv2d", "Linear", "BatchNorm2d")
    near = layers[index + 1 : index + 3] if is_linear else layers[: index + 1]  # a normalisation may stand between
    return any(other.kind == "ReLU" for other in near)
