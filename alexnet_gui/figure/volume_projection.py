"""How each layer looks at the one before: the windows and dashed lines of the figure. Pure geometry."""

from dataclasses import dataclass
from itertools import pairwise

from alexnet_gui.figure.volume_box import Point, VolumeSpec
from alexnet_gui.figure.volume_layout import Row


@dataclass(frozen=True, slots=True)
class Window:
    """A rectangle on a face, in shares of its height and width."""

    top: float
    left: float
    bottom: float
    right: float

    @property
    def corners(self) -> tuple[Point, ...]:
        """(down, across), clockwise from the upper left."""
        return (
            (self.top, self.left),
            (self.top, self.right),
            (self.bottom, self.right),
            (self.bottom, self.left),
        )


@dataclass(frozen=True, slots=True)
class Projection:
    """A window in one volume, through all its channels, and the pixel that it makes in the next."""

    window: tuple[Point, ...]  # on the face turned to the input
    far_window: tuple[Point, ...]  # at the other end of the channels
    pixel: tuple[Point, ...]  # on the next volume's face


def seen_by(before: VolumeSpec, here: VolumeSpec, row: int, column: int) -> Window:
    """What pixel (row, column) of `here`, which has a kernel, sees of the volume before; padding is cut off."""
    kernel = here.kernel or 1

    def span(index: int) -> Point:
        start = index * here.stride - here.padding
        return max(start, 0) / before.side, min(start + kernel, before.side) / before.side

    (top, bottom), (left, right) = span(row), span(column)
    return Window(top, left, bottom, right)


def projections(row: Row, place: Point = (0.62, 0.42)) -> tuple[Projection, ...]:
    """One for each layer with a kernel: what its pixel at `place` (down, across) sees of the layer before."""
    found: list[Projection] = []
    for before, here in pairwise(row.columns):
        side = here.spec.side
        if here.spec.kernel is None or not before.spec.side or not side:
            continue
        down, across = (int(share * side) for share in place)
        window = seen_by(before.spec, here.spec, down, across).corners
        pixel = Window(down / side, across / side, (down + 1) / side, (across + 1) / side).corners
        found.append(
            Projection(
                tuple(before.box.point(0, *corner) for corner in window),
                tuple(before.box.point(1, *corner) for corner in window),
                tuple(here.box.point(0, *corner) for corner in pixel),
            )
        )
    return tuple(found)


def fans(row: Row) -> tuple[tuple[Point, Point], ...]:
    """The lines before each dense layer: all of it looks at all before it."""
    lines: list[tuple[Point, Point]] = []
    for before, here in pairwise(row.columns):
        if not here.spec.side:
            lines += [(before.box.point(1, down, 1), here.box.point(0, down, 1)) for down in (0, 1)]
    return tuple(lines)
