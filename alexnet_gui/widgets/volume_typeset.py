"""How the texts beneath volumes are set: in one line or broken, whatever leaves the larger drawing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFontMetricsF

from alexnet_gui import theme
from alexnet_gui.figure.volume_box import VolumeSpec
from alexnet_gui.figure.volume_layout import Arrangement, Lineup, Room, arrange

BREAK = "\u200b"  # in a cell: here the text may be broken
LATE_BREAK = "\u200c"  # and here where even that is too wide
LABEL_SPACE = 8.0  # between the boxes and the texts
ROW_SPACE = 2.0  # between two rows of texts


@dataclass(frozen=True, slots=True)
class Figure:
    """A network to draw. ``headings`` name the rows of cells; they stand in the column of the input, whose own
    cells should be empty there."""

    title: str
    note: str
    volumes: tuple[VolumeSpec, ...]
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LabelRows:
    """The rows of text beneath a network: where each begins, and as the last where they end."""

    tops: tuple[float, ...]
    line: float  # height of a line
    level: int  # 0: nothing is broken, 1: at `BREAK`, 2: at `LATE_BREAK` too

    def lines(self, cell: str) -> list[str]:
        return lines_of(cell, self.level)


def lines_of(cell: str, level: int) -> list[str]:
    """The lines of a cell, broken as `LabelRows.level` says."""
    if level < 2:
        cell = cell.replace(LATE_BREAK, "")
    if level < 1:
        cell = cell.replace(BREAK, "")
    return [line.strip() for line in cell.replace(LATE_BREAK, BREAK).split(BREAK)]


def typeset(figures: Sequence[Figure], width: float, height: float) -> tuple[LabelRows, Arrangement]:
    """The figures for a window of this size."""
    metrics = QFontMetricsF(theme.font("small", figures=True, bold=True))
    title_height = QFontMetricsF(theme.font(bold=True)).height() + 4
    found: list[tuple[LabelRows, Arrangement]] = []
    for level in (0, 1, 2):
        labels = _label_rows(figures, metrics.height(), level)
        room = Room(
            width=width,
            height=height,
            title_height=title_height,
            label_height=labels.tops[-1],
            gap=6.0 if level else 8.0,
        )
        found.append((labels, arrange([_lineup(figure, labels, metrics) for figure in figures], room)))
    return max(found, key=lambda one: one[1].scale * one[1].shrink(width, height))


def _label_rows(figures: Sequence[Figure], line: float, level: int) -> LabelRows:
    tops = [LABEL_SPACE]
    for row in range(len(figures[0].headings)):
        cells = [volume.cells[row] for figure in figures for volume in figure.volumes]
        cells += [figure.headings[row] for figure in figures]
        lines = max(len(lines_of(cell, level)) for cell in cells)
        tops.append(tops[-1] + line * lines + ROW_SPACE)
    return LabelRows(tuple(tops), line, level)


def _lineup(figure: Figure, labels: LabelRows, metrics: QFontMetricsF) -> Lineup:
    def width(cells: Sequence[str]) -> float:
        return max(metrics.horizontalAdvance(line) for cell in cells for line in labels.lines(cell))

    widths = [width(volume.cells) for volume in figure.volumes]
    widths[0] = max(widths[0], width(figure.headings))
    return Lineup(figure.volumes, tuple(widths))
