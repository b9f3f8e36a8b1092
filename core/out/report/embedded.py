"""Pictures inside a page."""

import base64
import io

import numpy as np
from PIL import Image

from core.out.markup import Markup, tag


def picture(pixels: np.ndarray, said: str, **attributes: str | float | None) -> Markup:
    """uint8 (H, W) grey, (H, W, 3) RGB or (H, W, 4) with opacity, as an element; `said` is its text for who does not
    see it."""
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG", optimize=True)
    height, width = pixels.shape[:2]
    data = "data:image/png;base64," + base64.b64encode(file.getvalue()).decode("ascii")
    return tag("img", src=data, alt=said, width=width, height=height, **attributes)
