import pytest

from alexnet_gui.figure.network_figure import (
    INPUT,
    activation_after,
    called,
    drawn,
    figure_of,
    layer_text,
    maps_behind,
    names,
    origin_of,
    short_count,
    without_dropout,
)
from alexnet_gui.widgets.volume_typeset import lines_of
from core.data.fashion_mnist import CLASSES
from core.models.describe import description_of
from core.models.description import Description
from core.network import NetworkSpec, preparation_for


def description(model: str, **switches: bool) -> Description:
    return description_of(NetworkSpec(model, CLASSES, preparation_for(model, channels=1), **switches))


def test_the_figure_is_the_description() -> None:
    alexnet = description("alexnet")
    figure = figure_of(alexnet, "AlexNet")
    picture, *volumes = figure.volumes
    assert (picture.channels, picture.side) == (1, 224)
    assert [volume.key for volume in volumes] == [layer.name for layer in drawn(alexnet)]
    for volume, layer in zip(volumes, drawn(alexnet), strict=True):
        assert (volume.channels, volume.side) == (*layer.output_shape, 0)[:2]
        assert (volume.kernel, volume.padding) == (layer.kernel, layer.padding or 0)
    cells = [lines_of(cell, 0)[0] for cell in volumes[0].cells]
    assert cells == ["Conv 1", "11×11 /4", "96×54×54", "11.7 k", "33.9 M", "11"]
    assert "46,764,746" in figure.note
    assert all(len(volume.cells) == len(figure.headings) for volume in figure.volumes)


def test_layers_are_called_as_people_call_them() -> None:
    assert names(drawn(description("lenet"))) == (
        *("Conv 1", "Avg-pool", "Conv 2", "Avg-pool"),
        *("Dense 1", "Dense 2", "Output"),
    )


def test_a_layer_in_a_line() -> None:
    said = [layer_text(layer) for layer in description("alexnet").layers]
    assert said[:4] == ["Conv 96 · 11×11 /4", "ReLU", "Max-pool 3×3 /2", "Conv 256 · 5×5"]
    assert said[-3:] == ["ReLU", "Dropout 0.5", "Dense 10"]


def test_the_activation_behind_a_layer() -> None:
    alexnet = description("alexnet")
    assert activation_after(alexnet, "conv.0") == "conv.1"
    assert activation_after(alexnet, "conv.2") is None
    assert activation_after(alexnet, "fc.6") is None
    normalised = description("alexnet", batch_norm=True)
    assert activation_after(normalised, "conv.0") == activation_after(normalised, "conv.norm0") == "conv.1"


def test_the_layer_whose_values_go_into_a_layer() -> None:
    alexnet = description("alexnet")
    assert origin_of(alexnet, "conv.0") is None
    assert origin_of(alexnet, "conv.2") == "conv.0"
    assert origin_of(alexnet, "conv.3") == "conv.2"
    assert origin_of(alexnet, "fc.3") == "fc.0"  # past dropout


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "–"), (960, "960"), (11_712, "11.7 k"), (999_900, "1.00 M"), (46_764_746, "46.8 M"), (415_334_400, "415 M")],
)
def test_counts_have_three_digits(count: int, text: str) -> None:
    assert short_count(count) == text


def test_the_maps_behind_a_layer_are_what_the_next_one_gets() -> None:
    spec = NetworkSpec("alexnet", CLASSES, preparation_for("alexnet", channels=1), batch_norm=True)
    described = description_of(spec)
    assert maps_behind(described, "conv.0") == "conv.1" == maps_behind(described, "conv.norm0")
    assert maps_behind(described, "conv.2") == "conv.2"
    assert maps_behind(described, "conv.10") == "conv.11"
    assert maps_behind(described, "fc.0") is maps_behind(described, INPUT) is None


def test_a_dropout_stands_for_the_layer_before_it() -> None:
    alexnet = description("alexnet")
    assert (called(alexnet, "conv.3"), called(alexnet, "conv.4")) == ("Conv 2", "ReLU")
    assert (without_dropout(alexnet, "fc.2"), without_dropout(alexnet, "fc.1")) == ("fc.1", "fc.1")
