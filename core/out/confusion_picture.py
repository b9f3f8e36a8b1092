"""A confusion matrix as a picture, for programs that show nothing else."""

import io
from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFont

_MOST_NAMED = 30  # classes, in whose picture there is room for words
_CELL, _TINY = 36, 6  # pixels of a cell, with words and without
_PAPER, _INK = (255, 255, 255), (28, 31, 36)
_RIGHT, _WRONG = np.array([0x00, 0x72, 0xB2]), np.array([0xD5, 0x5E, 0x00])


def confusion_picture(confusion: np.ndarray, classes: Sequence[str]) -> Image.Image:
    """Rows are true classes, columns what they were called, both by number; a cell is the deeper the larger its share
    of the row."""
    count = len(classes)
    words = count <= _MOST_NAMED
    cell = _CELL if words else _TINY
    font = ImageFont.load_default(12)
    names = [f"{name}  {number}" for number, name in enumerate(classes)] if words else []
    left = round(max((font.getlength(name) for name in names), default=0)) + 16 if words else 0
    top = 24 if words else 0
    image = Image.new("RGB", (left + count * cell, top + count * cell), _PAPER)
    draw = ImageDraw.Draw(image)
    for number, name in enumerate(names):
        middle = number * cell + cell / 2
        draw.text((left - 8, top + middle), name, _INK, font, anchor="rm")
        draw.text((left + middle, top / 2), str(number), _INK, font, anchor="mm")
    shares = confusion / np.maximum(confusion.sum(1, keepdims=True), 1)
    for row, column in np.ndindex(count, count):
        x, y = left + column * cell, top + row * cell
        draw.rectangle((x, y, x + cell - 2, y + cell - 2), _ground(row == column, float(shares[row, column])))
        if words:
            draw.text((x + cell / 2, y + cell / 2), str(confusion[row, column]), _INK, font, anchor="mm")
    return image


def png(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def _ground(is_right: bool, share: float) -> tuple[int, int, int]:
    depth = 0.6 * (share if is_right else min(1.0, 3 * share))
    red, green, blue = (255 * (1 - depth) + depth * (_RIGHT if is_right else _WRONG)).round().astype(int).tolist()
    return red, green, blue
