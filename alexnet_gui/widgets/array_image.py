"""NumPy pictures as QImages, without a copy where Qt can read the array as it is."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

_GREY_TO_RGB32 = (np.arange(256, dtype=np.uint32) * 0x010101) | np.uint32(0xFF000000)


def channels_last(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(H, W), (H, W, 3), (1, H, W) or (3, H, W) as (H, W) for grey and (H, W, 3) for colour."""
    if picture.ndim == 3 and picture.shape[0] in (1, 3) and picture.shape[2] not in (1, 3):
        picture = picture.transpose(1, 2, 0)
    if picture.ndim == 3 and picture.shape[2] == 1:
        picture = picture[:, :, 0]
    return picture


def array_image(picture: NDArray[np.uint8]) -> QImage:
    """A picture of any of the shapes of `channels_last` as a QImage that owns its pixels."""
    pixels = np.ascontiguousarray(channels_last(picture))
    height, width = pixels.shape[:2]
    kind = QImage.Format.Format_Grayscale8 if pixels.ndim == 2 else QImage.Format.Format_RGB888
    return QImage(pixels.data, width, height, pixels.strides[0], kind).copy()


def rgb32(pictures: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """Grey (N, H, W) or colour (N, H, W, 3) pictures as the pixels of QImage.Format_RGB32, (N, H, W)."""
    if pictures.ndim == 3:
        return _GREY_TO_RGB32[pictures]
    red, green, blue = (pictures[..., channel].astype(np.uint32) for channel in range(3))
    red <<= 16
    green <<= 8
    return (red | green | blue) | np.uint32(0xFF000000)
