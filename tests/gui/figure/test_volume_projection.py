import pytest

from alexnet_gui.figure.volume_box import VolumeSpec
from alexnet_gui.figure.volume_layout import Lineup, Room, arrange
from alexnet_gui.figure.volume_projection import fans, projections, seen_by

PICTURE = VolumeSpec("input", "Input", 1, 224)
CONV = VolumeSpec("conv.0", "Conv2d", 96, 54, 11, 4)
PADDED = VolumeSpec("conv.3", "Conv2d", 256, 54, 5, 1, 2)
DENSE = VolumeSpec("fc.0", "Linear", 4096, 0)


def test_the_window_is_the_one_of_the_convolution() -> None:
    window = seen_by(PICTURE, CONV, row=10, column=3)
    assert (window.top * 224, window.bottom * 224) == pytest.approx((40, 51))
    assert (window.left * 224, window.right * 224) == pytest.approx((12, 23))


def test_padding_is_cut_off() -> None:
    corner, last = seen_by(CONV, PADDED, 0, 0), seen_by(CONV, PADDED, 53, 53)
    assert (corner.top * 54, corner.bottom * 54) == pytest.approx((0, 3))
    assert (last.left * 54, last.right * 54) == pytest.approx((51, 54))


def test_lines_go_from_each_face_to_the_next() -> None:
    volumes = (PICTURE, CONV, PADDED, DENSE)
    room = Room(width=900, height=500, title_height=20, label_height=60)
    row = arrange([Lineup(volumes, (40.0,) * 4)], room).rows[0]
    found = projections(row)
    assert len(found) == 2  # a dense layer has no window
    for number, projection in enumerate(found):
        before, here = row.columns[number].box, row.columns[number + 1].box
        for x, y in projection.window:
            assert before.left <= x <= before.x and before.upper <= y <= before.lower
        for near, far in zip(projection.window, projection.far_window, strict=True):
            assert far == pytest.approx((near[0] + before.depth, near[1]))
        for x, y in projection.pixel:
            assert here.left - 1e-6 <= x <= here.x + 1e-6 and here.upper <= y <= here.lower
    (start, end), _ = fans(row)
    assert start[0] == pytest.approx(row.columns[2].box.right)
    assert end[0] == pytest.approx(row.columns[3].box.x)
