"""Charts as a picture, as a drawing that stays sharp, or as their values: a worker's part."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from core.atomic import atomic_write, replacing
from core.destination import destination
from core.errors import ArgumentError, RunError
from core.out import chart_csv
from core.out.chart import Chart
from core.out.chart_svg import drawing

SCALE = 2  # pixels of a picture for each of its drawing
SUFFIXES = (".png", ".svg", ".csv")
_COLUMN = 2  # charts below each other; more stand in two columns


def save(charts: Sequence[Chart], file: Path, font: str) -> None:
    """Write what the suffix of `file` says, whole or not at all; `font` is the family of all letters.

    Raises ArgumentError for another suffix or a file that cannot be, RunError when it cannot be written.
    """
    if file.suffix.lower() not in SUFFIXES:
        raise ArgumentError(f"{file.name} names no kind of file; end it in {', '.join(SUFFIXES)}.")
    file = destination(file)
    try:
        match file.suffix.lower():
            case ".svg":
                atomic_write(file, _drawn(charts, font))
            case ".csv":
                with replacing(file) as part:
                    chart_csv.write(charts, part)
            case _:
                with replacing(file) as part:
                    if not picture(charts, font).save(str(part), "PNG"):  # pyright: ignore[reportCallIssue, reportArgumentType]
                        raise OSError(0, "the disk may be full", str(file))
    except OSError as error:
        raise RunError(f"{file} cannot be written: {error.strerror}.") from None


def picture(charts: Sequence[Chart], font: str) -> QImage:
    """The charts in pixels."""
    renderer = QSvgRenderer(QByteArray(_drawn(charts, font).encode()))
    image = QImage(renderer.defaultSize() * SCALE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def _drawn(charts: Sequence[Chart], font: str) -> str:
    return drawing(charts, columns=1 if len(charts) <= _COLUMN else 2, font=font)
