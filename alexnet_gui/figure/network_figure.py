"""From the core's description of a network to the figure of it. No torch: descriptions are plain values."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from alexnet_gui.figure.volume_box import VolumeSpec
from alexnet_gui.widgets.volume_typeset import BREAK, LATE_BREAK, Figure

if TYPE_CHECKING:
    from core.models.description import Description, Layer

translate = QCoreApplication.translate
INPUT = "input"
_DRAWN = ("Conv2d", "MaxPool2d", "AvgPool2d", "Linear")


def drawn(description: "Description") -> tuple["Layer", ...]:
    """The layers that are volumes of their own; activations and dropout change no shape."""
    return tuple(layer for layer in description.layers if layer.kind in _DRAWN)


def activation_after(description: "Description", name: str) -> str | None:
    """The name of the activation that follows a layer, behind its normalisation; None where there is none."""
    names = [layer.name for layer in description.layers]
    found = None
    for layer in description.layers[names.index(name) + 1 :]:
        if layer.kind in (*_DRAWN, "Dropout", "Flatten"):
            break
        found = layer.name
    return found


def origin_of(description: "Description", name: str) -> str | None:
    """The drawn layer whose values, after its activation, go into a layer; None where it is the picture."""
    names = [layer.name for layer in description.layers]
    before = [layer for layer in description.layers[: names.index(name)] if layer.kind in _DRAWN]
    return before[-1].name if before else None


def maps_behind(description: "Description", name: str) -> str | None:
    """The layer whose maps are a convolution's as the next one gets them, normalised and activated; a pooling's its
    own. None for the picture and for what has no maps."""
    layers = {layer.name: layer for layer in description.layers}
    if name not in layers or len(layers[name].output_shape) != 3:
        return None
    rest = description.layers[description.layers.index(layers[name]) + 1 :]
    for layer in rest:
        if layer.kind in (*_DRAWN, "Dropout", "Flatten"):
            break
        name = layer.name
    return name


def short_count(count: int) -> str:
    """A count in three digits: 960, 34.9 k, 105 M, 1.07 G; a dash for none."""
    if not count:
        return "–"
    for size, unit in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if count >= size * 0.9995:
            value = count / size
            return f"{value:.{0 if value >= 99.95 else 1 if value >= 9.995 else 2}f} {unit}"
    return str(count)


def shape_text(shape: tuple[int, ...]) -> str:
    return "×".join(str(size) for size in shape)


def names(layers: tuple["Layer", ...]) -> tuple[str, ...]:
    """Conv 1, Max-pool, …, Dense 1, Dense 2, Output: convolutions and dense layers are counted."""
    counts: dict[str, int] = {}
    found: list[str] = []
    for layer in layers:
        counts[layer.kind] = counts.get(layer.kind, 0) + 1
        if layer.kind.endswith("Pool2d"):
            found.append(kind_text(layer))
        elif layer is layers[-1]:
            found.append(translate("NetworkFigure", "Output"))
        else:
            found.append(f"{kind_text(layer)} {counts[layer.kind]}")
    return tuple(found)


def called(description: "Description", name: str) -> str:
    """What a layer is called: as its volume is, or by its kind."""
    layer, volumes = description.layer(name), drawn(description)
    return names(volumes)[volumes.index(layer)] if layer in volumes else layer.kind


def without_dropout(description: "Description", name: str) -> str:
    """The layer itself, or before a dropout, which does nothing after training, the one whose output it hands on."""
    index = description.layers.index(description.layer(name))
    while description.layers[index].kind == "Dropout" and index > 0:
        index -= 1
    return description.layers[index].name


def kind_text(layer: "Layer") -> str:
    return {
        "Conv2d": translate("NetworkFigure", "Conv"),
        "MaxPool2d": translate("NetworkFigure", "Max-pool"),
        "AvgPool2d": translate("NetworkFigure", "Avg-pool"),
    }.get(layer.kind, translate("NetworkFigure", "Dense"))


def layer_text(layer: "Layer") -> str:
    """A layer in a line: "Conv 96 · 11×11 /4", "Max-pool 3×3 /2", "Dense 4096", "ReLU"."""
    if layer.kind not in _DRAWN:
        return layer.label
    if layer.kind.endswith("Pool2d"):
        return f"{kind_text(layer)} {window_text(layer)}"
    size = f"{kind_text(layer)} {layer.output_shape[0]}"
    return f"{size} · {window_text(layer)}" if layer.kernel else size


def window_text(layer: "Layer") -> str:
    """Kernel and stride: "11×11 /4"."""
    if layer.kernel is None:
        return ""
    return f"{layer.kernel}×{layer.kernel}" + (f" /{layer.stride}" if (layer.stride or 1) > 1 else "")


def field_text(layer: "Layer") -> str:
    """What one unit sees, in input pixels: "51×51"."""
    size = layer.receptive_field
    return translate("NetworkFigure", "the whole picture") if size is None else f"{size}×{size}"


def headings() -> tuple[str, ...]:
    """Of the rows of cells beneath the volumes; the first three stand for themselves."""
    return (
        "",
        "",
        "",
        translate("NetworkFigure", "parameters"),
        translate("NetworkFigure", "multiply-adds"),
        translate("NetworkFigure", "receptive field"),
    )


def figure_of(description: "Description", title: str) -> Figure:
    """The input and every drawn layer as volumes with their texts."""
    channels, side, _ = description.input_shape
    picture = VolumeSpec(
        INPUT,
        "Input",
        channels,
        side,
        cells=(translate("NetworkFigure", "Input"), "", shape_text(description.input_shape), "", "", ""),
        tooltip=translate("NetworkFigure", "The picture as the network gets it: {shape}").format(
            shape=shape_text(description.input_shape)
        ),
    )
    totals = description.totals
    note = translate(
        "NetworkFigure",
        "{layers} layers with weights · {parameters} parameters · {multiply_adds} multiply-adds a picture",
    ).format(
        layers=sum(layer.parameters > 0 for layer in description.layers),
        parameters=f"{totals.parameters:,}",
        multiply_adds=short_count(totals.multiply_adds),
    )
    layers = drawn(description)
    volumes = tuple(_volume(layer, name) for layer, name in zip(layers, names(layers), strict=True))
    return Figure(title, note, (picture, *volumes), headings())


def _volume(layer: "Layer", name: str) -> VolumeSpec:
    shape = layer.output_shape
    return VolumeSpec(
        key=layer.name,
        kind=layer.kind,
        channels=shape[0],
        side=shape[1] if len(shape) == 3 else 0,
        kernel=layer.kernel,
        stride=layer.stride or 1,
        padding=layer.padding or 0,
        cells=(
            name.replace("-", f"-{BREAK}").replace(" ", f"{BREAK} "),
            window_text(layer).replace(" ", f"{LATE_BREAK} "),
            shape_text(shape).replace("×", f"×{BREAK}", 1),
            short_count(layer.parameters),
            short_count(layer.multiply_adds),
            translate("NetworkFigure", "all") if layer.receptive_field is None else str(layer.receptive_field),
        ),
        tooltip=_tooltip(layer, name),
    )


def _tooltip(layer: "Layer", name: str) -> str:
    rows = (
        (translate("NetworkFigure", "Output"), shape_text(layer.output_shape)),
        (translate("NetworkFigure", "Parameters"), f"{layer.parameters:,}"),
        (translate("NetworkFigure", "Multiply-adds"), f"{layer.multiply_adds:,}"),
        (translate("NetworkFigure", "Weights in memory"), f"{layer.bytes:,} B"),
        (translate("NetworkFigure", "Output in memory"), f"{layer.activation_bytes:,} B"),
        (translate("NetworkFigure", "Receptive field"), field_text(layer)),
    )
    cells = "".join(f"<tr><td>{name}&nbsp;&nbsp;</td><td align='right'>{value}</td></tr>" for name, value in rows)
    return f"<b>{name}</b> &nbsp; {layer_text(layer)} &nbsp; ({layer.name})<table>{cells}</table>"
