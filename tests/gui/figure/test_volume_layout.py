from itertools import pairwise

import pytest

from alexnet_gui.figure.volume_box import VolumeSpec
from alexnet_gui.figure.volume_layout import SMALLEST_SCALE, Lineup, Room, arrange, thumbs

ALEXNET = (
    VolumeSpec("input", "Input", 1, 224),
    VolumeSpec("conv.0", "Conv2d", 96, 54, 11, 4),
    VolumeSpec("conv.2", "MaxPool2d", 96, 26, 3, 2),
    VolumeSpec("conv.3", "Conv2d", 256, 26, 5, 1, 2),
    VolumeSpec("conv.5", "MaxPool2d", 256, 12, 3, 2),
    VolumeSpec("fc.0", "Linear", 4096, 0),
    VolumeSpec("fc.6", "Linear", 10, 0),
)
LENET = (
    VolumeSpec("input", "Input", 1, 28),
    VolumeSpec("conv.0", "Conv2d", 6, 28, 5, 1, 2),
    VolumeSpec("fc.0", "Linear", 120, 0),
)


def lineup(volumes: tuple[VolumeSpec, ...], label: float = 50.0) -> Lineup:
    return Lineup(volumes, (label,) * len(volumes))


def room(width: float = 800, height: float = 400) -> Room:
    return Room(width=width, height=height, title_height=20, label_height=90)


@pytest.mark.parametrize("size", [(520, 260), (800, 400), (1600, 500), (900, 1200)])
@pytest.mark.parametrize("label", [20.0, 60.0])
def test_everything_is_in_the_room_and_nothing_overlaps(size: tuple[int, int], label: float) -> None:
    made = arrange([lineup(ALEXNET, label), lineup(LENET, label)], room(*size))
    if made.scale > SMALLEST_SCALE * 1.001:
        assert made.width == size[0]
        assert made.height <= size[1] + 1e-6
    for row in made.rows:
        for before, after in pairwise(row.columns):
            assert before.right < after.left
        for column in row.columns:
            assert column.right - column.left >= label - 1e-6
            assert column.left - 1e-6 <= column.box.left and column.box.right <= column.right + 1e-6
            assert row.upper - 1e-6 <= column.box.upper and column.box.lower <= row.labels + 1e-6
    assert made.rows[0].bottom < made.rows[1].top


def test_both_networks_have_one_scale_and_stand_on_a_line() -> None:
    made = arrange([lineup(ALEXNET), lineup(LENET)], room())
    large, small = (row.columns[0].box for row in made.rows)
    assert large.height / small.height == pytest.approx(224 / 28)
    for row in made.rows:
        middles = [(column.box.upper + column.box.lower) / 2 for column in row.columns]
        assert max(middles) - min(middles) == pytest.approx(0, abs=1e-6)


def test_more_room_makes_a_larger_drawing() -> None:
    scales = [arrange([lineup(ALEXNET)], room(*size)).scale for size in ((600, 300), (900, 450), (1400, 700))]
    assert scales == sorted(scales) and scales[0] < scales[-1]


def test_what_does_not_fit_is_larger_than_the_room() -> None:
    made = arrange([lineup(ALEXNET, 100.0)], room(width=300))
    assert made.scale == pytest.approx(SMALLEST_SCALE)
    assert made.width > 300
    assert made.shrink(300, 400) == pytest.approx(300 / made.width)


def test_a_point_finds_its_layer() -> None:
    made = arrange([lineup(ALEXNET), lineup(LENET)], room())
    for number, row in enumerate(made.rows):
        for place, column in enumerate(row.columns):
            assert made.at(column.middle, row.labels) == (number, place)
    first = made.rows[0].columns
    assert made.at((first[0].right + first[1].left) / 2, made.rows[0].labels) is None
    assert made.at(-5, made.rows[0].labels) is None


def test_thumbs_stand_above_the_volumes() -> None:
    row = arrange([lineup(ALEXNET)], room(1200, 600)).rows[0]
    found = thumbs(row)
    assert [thumb is not None for thumb in found] == [False, True, True, True, True, False, False]
    for column, thumb in zip(row.columns, found, strict=True):
        if thumb is not None:
            assert thumb.top + thumb.side < column.box.upper
            assert thumb.left == pytest.approx(column.middle - thumb.side / 2)
            assert thumb.side <= column.right - column.left


def test_without_room_there_are_no_thumbs() -> None:
    row = arrange([lineup(LENET)], room()).rows[0]
    assert set(thumbs(row)) == {None}
