"""One layer's output as a cuboid on paper: its size and its oblique projection. Pure geometry, y pointing down.

As in the figure of Krizhevsky, Sutskever and Hinton (2012): the channels run to the right, the height runs down,
and the width recedes up and to the left, so that the face turned to the input is seen.
"""

from dataclasses import dataclass
from math import sqrt

# Lengths in units; one unit is one pixel of a feature map.
RECEDE = (0.5, 0.25)  # how far one unit of width goes to the left, and up
UNITS_PER_CHANNEL = 1 / 5
DENSE_HEIGHT = 2.5  # a dense layer of N values is this times √N high
DENSE_DEPTH = 6.0
DENSE_WIDTH = 8.0
THINNEST = 2.0  # pixels: sheets thinner than this are drawn so thick

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class VolumeSpec:
    """What is to be drawn.

    ``side`` is 0 for a dense layer. ``kernel``, ``stride`` and ``padding`` are of the window in the volume
    before; a dense layer and the input have none. ``cells`` are the texts beneath, one a row; a zero-width
    space says where one may be broken.
    """

    key: str
    kind: str  # of torch.nn, e.g. "Conv2d", "MaxPool2d", "Linear"; "Input" for the picture
    channels: int
    side: int
    kernel: int | None = None
    stride: int = 1
    padding: int = 0
    cells: tuple[str, ...] = ()
    tooltip: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A cuboid in pixels: (x, y) is the upper left corner of its near face."""

    x: float
    y: float
    depth: float
    height: float
    recede: Point  # how far its width goes to the left, and up

    def point(self, channel: float, down: float, across: float) -> Point:
        """The place of a point given by its shares, each in [0, 1], of depth, height and width."""
        back = 1 - across
        return (
            self.x + channel * self.depth - back * self.recede[0],
            self.y + down * self.height - back * self.recede[1],
        )

    @property
    def face(self) -> tuple[Point, ...]:
        """What is turned to the input, clockwise from the picture's upper left corner."""
        return tuple(self.point(0, down, across) for down, across in ((0, 0), (0, 1), (1, 1), (1, 0)))

    @property
    def front(self) -> tuple[Point, ...]:
        return tuple(self.point(channel, down, 1) for channel, down in ((0, 0), (1, 0), (1, 1), (0, 1)))

    @property
    def top(self) -> tuple[Point, ...]:
        return tuple(self.point(channel, 0, across) for channel, across in ((0, 0), (1, 0), (1, 1), (0, 1)))

    @property
    def left(self) -> float:
        return self.x - self.recede[0]

    @property
    def right(self) -> float:
        return self.x + self.depth

    @property
    def upper(self) -> float:
        return self.y - self.recede[1]

    @property
    def lower(self) -> float:
        return self.y + self.height

    def moved(self, dx: float, dy: float) -> "Box":
        return Box(self.x + dx, self.y + dy, self.depth, self.height, self.recede)


def box_of(spec: VolumeSpec, scale: float) -> Box:
    """The box at `scale` pixels a unit: the side true to scale, the channels on a scale of their own, a dense
    layer by the root of its number of values."""
    if spec.side:
        depth, height, width = spec.channels * UNITS_PER_CHANNEL, float(spec.side), float(spec.side)
    else:
        depth, height, width = DENSE_DEPTH, DENSE_HEIGHT * sqrt(spec.channels), DENSE_WIDTH
    recede = (width * RECEDE[0] * scale, width * RECEDE[1] * scale)
    return Box(0.0, 0.0, max(depth * scale, THINNEST), height * scale, recede)
