import pytest

from alexnet_gui.figure.volume_box import DENSE_HEIGHT, RECEDE, THINNEST, UNITS_PER_CHANNEL, VolumeSpec, box_of


def test_sides_and_channels_are_to_scale() -> None:
    conv = box_of(VolumeSpec("conv.0", "Conv2d", 96, 54), scale=2)
    pool = box_of(VolumeSpec("conv.2", "MaxPool2d", 96, 26), scale=2)
    deep = box_of(VolumeSpec("conv.6", "Conv2d", 384, 26), scale=2)
    assert conv.height == 108
    assert conv.height / pool.height == pytest.approx(54 / 26)
    assert conv.recede == (54 * RECEDE[0] * 2, 54 * RECEDE[1] * 2)
    assert conv.depth == pytest.approx(96 * UNITS_PER_CHANNEL * 2)
    assert deep.depth / pool.depth == pytest.approx(4)


def test_a_dense_layer_is_as_high_as_the_root_of_its_values() -> None:
    large, small = (box_of(VolumeSpec("fc", "Linear", units, 0), scale=1) for units in (4096, 64))
    assert large.height == DENSE_HEIGHT * 64
    assert large.height / small.height == pytest.approx(8)


def test_thin_sheets_stay_visible() -> None:
    assert box_of(VolumeSpec("input", "Input", 1, 224), scale=0.5).depth == THINNEST


def test_faces_meet_in_their_corners() -> None:
    box = box_of(VolumeSpec("conv.0", "Conv2d", 96, 54), scale=1).moved(100, 50)
    assert box.face[0] == box.top[0] == (box.left, box.upper)
    assert box.front[0] == box.face[1] == box.top[3] == (box.x, box.y)
    assert box.front[2] == (box.right, box.lower)
    assert box.point(0, 1, 0) == box.face[3]
