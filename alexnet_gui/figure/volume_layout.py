"""Where the volumes of one or two networks stand on the paper: pure geometry in pixels, y pointing down."""

from collections.abc import Sequence
from dataclasses import dataclass

from alexnet_gui.figure.volume_box import Box, VolumeSpec, box_of

LARGEST_SCALE = 4.0  # pixels a unit
SMALLEST_SCALE = 0.3
SMALLEST_THUMB, LARGEST_THUMB = 20.0, 96.0  # pixels
THUMB_GAP = 8.0  # above a box


@dataclass(frozen=True, slots=True)
class Column:
    """A layer's place: its box, and the strip of paper from `left` to `right` that it has for itself."""

    spec: VolumeSpec
    box: Box
    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """One network, from `top` (of its title) over `upper` (top of its tallest box) and `labels` (top of the texts)
    to `bottom`."""

    columns: tuple[Column, ...]
    top: float
    upper: float
    labels: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Arrangement:
    """All networks at one scale (pixels a unit)."""

    rows: tuple[Row, ...]
    scale: float
    width: float
    height: float

    def shrink(self, width: float, height: float) -> float:
        """What brings it into sight where it is larger than a window of this size, else 1."""
        return min(1.0, width / self.width, height / self.height)

    def at(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column of the layer at a point, None where there is none."""
        for r, row in enumerate(self.rows):
            if row.top <= y <= row.bottom:
                for c, column in enumerate(row.columns):
                    if column.left <= x <= column.right:
                        return r, c
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What the arrangement has to fit, in pixels."""

    width: float
    height: float
    title_height: float
    label_height: float
    gap: float = 8.0  # at least so much between two columns
    widest_gap: float = 36.0
    row_gap: float = 16.0
    margin: float = 8.0


@dataclass(frozen=True, slots=True)
class Lineup:
    """A network's volumes, and the width in pixels of the texts beneath each."""

    volumes: tuple[VolumeSpec, ...]
    labels: tuple[float, ...]

    def column_widths(self, scale: float) -> list[float]:
        boxes = (box_of(spec, scale) for spec in self.volumes)
        return [max(box.right - box.left, label) for box, label in zip(boxes, self.labels, strict=True)]

    def height(self, scale: float) -> float:
        """Of the tallest box."""
        boxes = (box_of(spec, scale) for spec in self.volumes)
        return max(box.lower - box.upper for box in boxes)

    def width(self, scale: float, gap: float) -> float:
        return sum(self.column_widths(scale)) + gap * (len(self.volumes) - 1)

    def spread(self, scale: float, width: float) -> float:
        """The gap with which the columns take up the whole width."""
        return (width - self.width(scale, 0)) / max(len(self.volumes) - 1, 1)


def fits(networks: Sequence[Lineup], scale: float, room: Room) -> bool:
    """At this scale nothing reaches out of the room."""
    if any(network.width(scale, room.gap) + 2 * room.margin > room.width for network in networks):
        return False
    texts = len(networks) * (room.title_height + room.label_height + room.row_gap) - room.row_gap
    return sum(network.height(scale) for network in networks) + texts + 2 * room.margin <= room.height


def largest_scale(networks: Sequence[Lineup], room: Room) -> float:
    """The largest common scale at which all networks fit, not below the smallest."""
    low, high = SMALLEST_SCALE, LARGEST_SCALE
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(networks, middle, room) else (low, middle)
    return low


def arrange(networks: Sequence[Lineup], room: Room) -> Arrangement:
    """The networks one above the other at one scale, the boxes of each centred on a line, no columns overlapping.

    Where even the smallest scale does not fit, the arrangement is larger than the room.
    """
    scale = largest_scale(networks, room)
    inner = room.width - 2 * room.margin
    spread = min(network.spread(scale, inner) for network in networks)
    gap = max(room.gap, min(spread, room.widest_gap))
    broadest = max(network.width(scale, gap) for network in networks)
    width = max(room.width, broadest + 2 * room.margin)
    rows: list[Row] = []
    top = room.margin
    for network in networks:
        rows.append(_row(network, scale, left=(width - broadest) / 2, top=top, gap=gap, room=room))
        top = rows[-1].bottom + room.row_gap
    return Arrangement(tuple(rows), scale, width, top - room.row_gap + room.margin)


def _row(network: Lineup, scale: float, *, left: float, top: float, gap: float, room: Room) -> Row:
    tallest = network.height(scale)
    axis = top + room.title_height + tallest / 2
    columns: list[Column] = []
    for spec, width in zip(network.volumes, network.column_widths(scale), strict=True):
        box = box_of(spec, scale)
        middle = left + width / 2
        box = box.moved(middle - (box.left + box.right) / 2, axis - (box.upper + box.lower) / 2)
        columns.append(Column(spec, box, left, left + width))
        left += width + gap
    labels = axis + tallest / 2
    return Row(tuple(columns), top, top + room.title_height, labels, labels + room.label_height)


@dataclass(frozen=True, slots=True)
class Thumb:
    """The place of a small square picture above a box."""

    left: float
    top: float
    side: float


def thumbs(row: Row) -> tuple[Thumb | None, ...]:
    """A square above each volume but the first, all of one size; none above dense layers or where room lacks."""
    volumes = [column for column in row.columns[1:] if column.spec.side]
    rooms = [min(column.right - column.left, column.box.upper - row.upper - THUMB_GAP) for column in volumes]
    side = min(rooms, default=0.0)
    side = min(side, LARGEST_THUMB)
    return tuple(
        Thumb(column.middle - side / 2, row.upper, side) if column in volumes and side >= SMALLEST_THUMB else None
        for column in row.columns
    )
