"""Where the maps of a layer stand in a grid: pure arithmetic in device pixels."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GridLayout:
    """`count` squares of `side` values, each value `scale` × `scale` pixels, lines of `line` pixels between them."""

    count: int
    side: int
    scale: int
    columns: int
    line: int
    left: int  # of the first square; the grid is centred
    top: int

    @property
    def rows(self) -> int:
        return -(-self.count // self.columns)

    @property
    def square(self) -> int:
        return self.side * self.scale

    @property
    def pitch(self) -> int:
        return self.square + self.line

    @property
    def width(self) -> int:
        return self.columns * self.pitch - self.line

    @property
    def height(self) -> int:
        return self.rows * self.pitch - self.line

    def rect(self, index: int) -> tuple[int, int, int]:
        """Left, top and side of a square."""
        row, column = divmod(index, self.columns)
        return self.left + column * self.pitch, self.top + row * self.pitch, self.square

    def index_at(self, x: int, y: int) -> int | None:
        """The square at a point; None on a line and outside."""
        column, beside = divmod(x - self.left, self.pitch)
        row, below = divmod(y - self.top, self.pitch)
        if beside >= self.square or below >= self.square or not 0 <= column < self.columns or row < 0:
            return None
        index = row * self.columns + column
        return index if index < self.count else None

    def between(self, top: int, bottom: int) -> range:
        """The squares of which some pixel is in [top, bottom)."""
        first = max((top - self.top) // self.pitch, 0)
        last = min((bottom - self.top) // self.pitch + 1, self.rows)
        return range(first * self.columns, min(max(last, first) * self.columns, self.count))


def _columns(side: int, scale: int, width: int, line: int) -> int:
    return (width + line) // (side * scale + line)


def lay_out(count: int, side: int, *, width: int, height: int, smallest: int, line: int) -> GridLayout:
    """The largest whole scale at which all squares fit; where they then are below `smallest` pixels, the smallest scale
    that is not, and the grid is higher than `height`.
    """
    scale = 1
    while (columns := _columns(side, scale + 1, width, line)) and (
        -(-count // columns) * (side * (scale + 1) + line) - line <= height
    ):
        scale += 1
    at_least = -(-smallest // side)
    if scale < at_least:
        scale = at_least
    columns = min(max(_columns(side, scale, width, line), 1), max(count, 1))
    grid = GridLayout(count, side, scale, columns, line, 0, 0)
    left, top = max((width - grid.width) // 2, 0), max((height - grid.height) // 2, 0)
    return GridLayout(count, side, scale, columns, line, left, top)
