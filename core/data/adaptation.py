"""How a picture of the world becomes one like those of a data set."""

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter, ImageOps

# ImageMagick's "-sharpen 1.0x1.0": 3×3, the centre twice the Gaussian's sum, the rest the negative Gaussian
_SHARPEN = ImageFilter.Kernel((3, 3), (-6.24, -10.29, -6.24, -10.29, 166.12, -10.29, -6.24, -10.29, -6.24), 100)

_CLOSE = 0.05 * 255  # "within 5 % of the maximum possible intensity" of the background
_CLOSE_AT_MOST = 0.2 * 255  # however noisy the background is
_PLAIN = 0.6  # share of the border that must be close to one colour
_ANALYSED = 256  # pixels: longest edge of the copy in which the background is looked for
_SPECK = 0.05  # of the longest edge: what is smaller is no subject


@dataclass(frozen=True, slots=True)
class Subject:
    """Where the subject is and what it stands on. ``box`` left, top, right, bottom in pixels of the picture."""

    box: tuple[int, int, int, int]
    background: int  # grey value of the border, 0 black to 255 white
    plain: bool  # whether the border is of nearly one colour


def like_fashion_mnist(image: Image.Image, side: int) -> tuple[Image.Image, tuple[str, ...]]:
    """A picture ("L" or "RGB") made as those of Fashion-MNIST were, and the names of the steps that changed it.

    Trim what is close to the background's colour, longest edge to `side`, sharpen, negate, grey, extend to a centred
    square: section 2 of arXiv:1708.07747. Unlike there the background is the median of the whole border, pixels are
    averaged and not skipped (enlarged test images come back nearer to what they were), a dark background is not
    negated, and a plain one becomes exactly black, as the data set's nearly is.
    """
    subject = find_subject(image)
    steps: list[str] = []
    if subject.box != (0, 0, *image.size):
        image = image.crop(subject.box)
        steps.append("trimmed")
    if not is_grey(image):
        steps.append("grey")
    grey = image.convert("L")
    if max(grey.size) != side:
        grey = _longest_edge(grey, side)
        steps.append("resized")
    grey = grey.filter(_SHARPEN)
    steps.append("sharpened")
    light = subject.background >= 128
    if light:
        steps.append("negated")
    ground = subject.background if subject.plain else 255 * light
    if ground not in (0, 255):
        steps.append("levelled")
    grey = _on_black(grey, ground, light)
    if grey.size != (side, side):
        square = Image.new("L", (side, side))
        square.paste(grey, ((side - grey.width) // 2, (side - grey.height) // 2))
        grey = square
        steps.append("centred")
    return grey, tuple(steps)


def like_photo(image: Image.Image, side: int, channels: int) -> tuple[Image.Image, tuple[str, ...]]:
    """Shortest edge to `side`, the centre cropped to a square; RGB, or grey for one channel; and the steps' names."""
    steps: list[str] = []
    if channels == 1 and not is_grey(image):
        steps.append("grey")
    if min(image.size) != side:
        steps.append("resized")
    if image.width != image.height:
        steps.append("cropped")
    plain = image.convert("L" if channels == 1 else "RGB")
    return ImageOps.fit(plain, (side, side), Image.Resampling.BILINEAR), tuple(steps)


def is_grey(image: Image.Image) -> bool:
    """Whether a picture of mode "L" or "RGB" has no colour."""
    if image.mode == "L":
        return True
    red, green, blue = image.split()
    return red.tobytes() == green.tobytes() == blue.tobytes()


def find_subject(image: Image.Image) -> Subject:
    """The subject of a picture ("L" or "RGB") on a plain background; the whole picture where there is none."""
    factor = -(-max(image.size) // _ANALYSED)
    pixels = np.asarray(image.convert("RGB").reduce(factor), np.float32)  # (h, w, 3)
    ring = _border(pixels)
    ground = np.median(ring, axis=0)  # (3,)
    spread = _distance(ring, ground)
    close = float(np.clip(4 * np.median(spread), _CLOSE, _CLOSE_AT_MOST))
    plain = bool(np.mean(spread <= close) >= _PLAIN)
    whole = (0, 0, *image.size)
    return Subject(
        box=_box(_distance(pixels, ground) > close, factor, image.size) or whole if plain else whole,
        background=round(float(ground @ (0.299, 0.587, 0.114))),
        plain=plain,
    )


def _distance(pixels: np.ndarray, ground: np.ndarray) -> np.ndarray:
    return np.abs(pixels - ground).max(axis=-1)


def _border(pixels: np.ndarray) -> np.ndarray:
    """The pixels of the outermost fiftieth on each side, (n, 3)."""
    height, width, channels = pixels.shape
    deep = max(1, min(height, width) // 50)
    sides = (pixels[:deep], pixels[-deep:], pixels[:, :deep], pixels[:, -deep:])
    return np.concatenate([side.reshape(-1, channels) for side in sides])


def _box(far: np.ndarray, factor: int, size: tuple[int, int]) -> tuple[int, int, int, int] | None:
    """The box around rows and columns that hold more than a speck, in pixels of the unreduced picture."""
    rows = np.flatnonzero(far.sum(axis=1) > far.shape[1] // 100)
    columns = np.flatnonzero(far.sum(axis=0) > far.shape[0] // 100)
    if not len(rows) or not len(columns):
        return None
    left, top = int(columns[0]) * factor, int(rows[0]) * factor
    right, bottom = min((int(columns[-1]) + 1) * factor, size[0]), min((int(rows[-1]) + 1) * factor, size[1])
    return (left, top, right, bottom) if max(right - left, bottom - top) >= _SPECK * max(size) else None


def _longest_edge(grey: Image.Image, side: int) -> Image.Image:
    scale = side / max(grey.size)
    width, height = (max(1, round(edge * scale)) for edge in grey.size)
    return grey.resize((width, height), Image.Resampling.BICUBIC if scale > 1 else Image.Resampling.BOX)


def _on_black(grey: Image.Image, ground: int, light: bool) -> Image.Image:
    values = np.asarray(grey, np.float32)
    values = (ground - values) * (255 / ground) if light else (values - ground) * (255 / (255 - ground))
    return Image.fromarray(np.rint(values).clip(0, 255).astype(np.uint8))
