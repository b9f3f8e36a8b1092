"""A drawing of a network as a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from core.atomic import replacing
from core.destination import destination
from core.errors import ArgumentError, RunError

SCALE = 2  # pixels of a picture for each of the window


def save(draw: Callable[[QPainter], object], size: QSize, file: Path) -> None:
    """Write what `draw` paints in `size` as SVG or PNG, by the suffix of `file`; whole or not at all.

    Raises ArgumentError for another suffix or a file that cannot be, RunError when it cannot be written.
    """
    kinds = {".svg": _svg, ".png": _png}
    if file.suffix.lower() not in kinds:
        raise ArgumentError(f"{file.name} names no kind of picture; end it in {' or '.join(kinds)}.")
    file = destination(file)
    content = kinds[file.suffix.lower()](draw, size)
    try:
        with replacing(file) as part:
            part.write_bytes(content)
    except OSError as error:
        raise RunError(f"{file} cannot be written: {error.strerror}.") from None


def _svg(draw: Callable[[QPainter], object], size: QSize) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QImage(size, QImage.Format.Format_Mono).rect())
    _paint(draw, generator)
    return bytes(buffer.data().data())


def _png(draw: Callable[[QPainter], object], size: QSize) -> bytes:
    image = QImage(size * SCALE, QImage.Format.Format_RGB32)
    _paint(draw, image)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType]
    return bytes(buffer.data().data())


def _paint(draw: Callable[[QPainter], object], device: QSvgGenerator | QImage) -> None:
    painter = QPainter(device)
    try:
        draw(painter)
    finally:
        painter.end()
