"""The part of a line that lies inside a rectangle (Liang and Barsky 1984)."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import isfinite

Point = tuple[float, float]
Rectangle = tuple[float, float, float, float]  # left, top, right, bottom


def clipped(points: Iterable[Point], inside: Rectangle) -> Iterator[list[Point]]:
    """The pieces of the line through `points` that lie inside; the line is broken where a point is not finite."""
    piece: list[Point] = []
    for start, end in pairwise(points):
        part = _clipped(start, end, inside) if all(map(isfinite, (*start, *end))) else None
        if piece and (part is None or part[0] != piece[-1]):
            yield piece
            piece = []
        if part:
            piece += part[1:] if piece else part
    if piece:
        yield piece


def _clipped(start: Point, end: Point, inside: Rectangle) -> tuple[Point, Point] | None:
    left, top, right, bottom = inside
    dx, dy = end[0] - start[0], end[1] - start[1]
    enters, leaves = 0.0, 1.0
    for towards, room in (
        (-dx, start[0] - left),
        (dx, right - start[0]),
        (-dy, start[1] - top),
        (dy, bottom - start[1]),
    ):
        if towards == 0 and room < 0:
            return None
        if towards < 0:
            enters = max(enters, room / towards)
        elif towards > 0:
            leaves = min(leaves, room / towards)
    if enters > leaves:
        return None
    first = (start[0] + enters * dx, start[1] + enters * dy) if enters > 0 else start
    last = (start[0] + leaves * dx, start[1] + leaves * dy) if leaves < 1 else end
    return first, last
