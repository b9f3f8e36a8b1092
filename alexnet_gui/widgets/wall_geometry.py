"""Where everything on a wall of pictures is: pure arithmetic in device pixels, no window.

A wall is a column of sections. Each has a header and below it rows of equal square tiles; only the last row of a
section may be short. A picture's *position* counts through all sections from 0.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class TileRow:
    """A row of tiles: its first position, how many there are, its top edge."""

    first: int
    count: int
    top: int


@dataclass(frozen=True, slots=True)
class WallGeometry:
    """Lays out sections of ``counts`` pictures in ``columns`` columns. All lengths in device pixels."""

    counts: tuple[int, ...]
    columns: int
    tile: int
    gap: int
    header: int
    left: int = 0
    starts: tuple[int, ...] = field(init=False)  # first position of each section, and the total
    tops: tuple[int, ...] = field(init=False)  # top edge of each section's header, and the bottom of the wall

    def __post_init__(self) -> None:
        heights = (self.header + self._rows(count) * self.pitch for count in self.counts)
        object.__setattr__(self, "starts", tuple(accumulate(self.counts, initial=0)))
        object.__setattr__(self, "tops", tuple(accumulate(heights, initial=0)))

    @property
    def pitch(self) -> int:
        """From one tile's edge to the next one's."""
        return self.tile + self.gap

    @property
    def total(self) -> int:
        return self.starts[-1]

    @property
    def height(self) -> int:
        return self.tops[-1]

    def _rows(self, count: int) -> int:
        return -(-count // self.columns)

    def section_of(self, position: int) -> int:
        """The section that holds a position."""
        return bisect_right(self.starts, position) - 1

    def section_at(self, y: int) -> int:
        """The section at a height, the nearest one where there is none. The wall must have a section."""
        return min(max(bisect_right(self.tops, y) - 1, 0), len(self.counts) - 1)

    def corner(self, position: int) -> tuple[int, int]:
        """Left and top edge of a tile."""
        section = self.section_of(position)
        row, column = divmod(position - self.starts[section], self.columns)
        return self.left + column * self.pitch, self.tops[section] + self.header + row * self.pitch

    def position_at(self, x: int, y: int) -> int | None:
        """The picture at a point, None in a gap, in a header and outside."""
        if not self.counts or not 0 <= y < self.height:
            return None
        section = self.section_at(y)
        row, below = divmod(y - self.tops[section] - self.header, self.pitch)
        column, beside = divmod(x - self.left, self.pitch)
        if row < 0 or below >= self.tile or beside >= self.tile or not 0 <= column < self.columns:
            return None
        inside = row * self.columns + column
        return self.starts[section] + inside if inside < self.counts[section] else None

    def rows_between(self, top: int, bottom: int) -> Iterator[TileRow]:
        """The rows of which some pixel is in [top, bottom)."""
        if not self.counts:
            return
        for section in range(self.section_at(top), self.section_at(bottom - 1) + 1):
            origin = self.tops[section] + self.header
            first = max((top - origin) // self.pitch, 0)
            last = min(-(-(bottom - origin) // self.pitch), self._rows(self.counts[section]))
            for row in range(first, last):
                start = row * self.columns
                count = min(self.columns, self.counts[section] - start)
                yield TileRow(self.starts[section] + start, count, origin + row * self.pitch)

    def headers_between(self, top: int, bottom: int) -> Iterator[tuple[int, int]]:
        """(section, top edge) of the headers to draw; the first stays in sight until the next pushes it out."""
        if not self.counts:
            return
        for section in range(self.section_at(top), self.section_at(bottom - 1) + 1):
            stuck = min(max(self.tops[section], top), self.tops[section + 1] - self.header)
            yield section, stuck

    def moved(self, position: int, *, rows: int) -> int:
        """The position so many rows further down (up where negative), as near to the same column as there is one."""
        section = self.section_of(position)
        row, column = divmod(position - self.starts[section], self.columns)
        row += rows
        while row < 0 and (above := self._neighbour(section, -1)) is not None:
            section = above
            row += self._rows(self.counts[section])
        while row >= self._rows(self.counts[section]) and (below := self._neighbour(section, 1)) is not None:
            row -= self._rows(self.counts[section])
            section = below
        row = min(max(row, 0), self._rows(self.counts[section]) - 1)
        inside = min(row * self.columns + column, self.counts[section] - 1)
        return self.starts[section] + inside

    def _neighbour(self, section: int, step: int) -> int | None:
        """The next section in a direction that has pictures."""
        section += step
        while 0 <= section < len(self.counts):
            if self.counts[section]:
                return section
            section += step
        return None

    def scrolled_to(self, position: int, top: int, page: int) -> int:
        """The scroll offset nearest to `top` at which a tile is wholly in sight, below its header."""
        _, tile_top = self.corner(position)
        highest = tile_top - self.header
        lowest = tile_top + self.pitch - page
        return highest if highest < top else max(top, lowest)


def columns_for(width: int, tile: int, gap: int) -> int:
    """How many tiles stand side by side in a width; never none."""
    return max((width + gap) // (tile + gap), 1)


def enlargement(side: int, wanted: float) -> int:
    """The whole factor that brings a picture of `side` pixels nearest to `wanted` pixels."""
    return max(int(wanted / side + 0.5), 1)


def laid_out(counts: Sequence[int], *, width: int, tile: int, gap: int, header: int) -> WallGeometry:
    """The geometry of a wall in a window of a width; a gap at its left leaves room for a frame."""
    return WallGeometry(tuple(counts), columns_for(width - 2 * gap, tile, gap), tile, gap, header, left=gap)
