"""Any picture of the world, opened safely: 8 bit, grey or RGB, upright, no bigger than needed."""

import io
import os
import stat
import warnings
from pathlib import Path
from typing import BinaryIO

import numpy as np
from PIL import Image, JpegImagePlugin, UnidentifiedImageError

from core.errors import PictureError

# Formats whose decoders run no other program and that say their size before they decode.
_SUFFIXES = {
    "AVIF": (".avif", ".avifs"),
    "BMP": (".bmp",),
    "DIB": (".dib",),
    "GIF": (".gif",),
    "JPEG": (".jpg", ".jpeg", ".jpe", ".jfif", ".mpo"),
    "JPEG2000": (".jp2", ".j2k", ".jpc", ".jpf", ".jpx", ".j2c"),
    "PCX": (".pcx",),
    "PNG": (".png", ".apng"),
    "PPM": (".pbm", ".pgm", ".ppm", ".pnm", ".pfm"),
    "QOI": (".qoi",),
    "SGI": (".sgi", ".rgb", ".rgba", ".bw"),
    "TGA": (".tga", ".icb", ".vda", ".vst"),
    "TIFF": (".tif", ".tiff"),
    "WEBP": (".webp",),
}
_FORMATS = tuple(_SUFFIXES)
SUFFIXES = frozenset(suffix for suffixes in _SUFFIXES.values() for suffix in suffixes)

ENOUGH = 512  # pixels: a picture whose shortest edge is twice as long or more comes reduced
LONGEST = 4096  # pixels: and so does a longer one
MAX_FILE_BYTES = 256 << 20
MAX_DECODING_BYTES = 400_000_000
MAX_SCANNED_PIXELS = 1_000_000_000  # over all scans of a progressive JPEG: a second or two of work

# Memory that decoding takes: these formats' decoders keep more than the picture, the others only its pixels
_DECODER_BYTES_PER_PIXEL = {"AVIF": 12, "JPEG2000": 20, "WEBP": 16}
_BYTES_PER_PIXEL = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16L": 2, "I;16B": 2, "I;16N": 2}  # other modes take 4
_BAND_PIXELS = 1 << 20  # of a big picture are converted at a time
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

# Photographs of 200 megapixels exist, and JPEG can be decoded small: Pillow's own limit is half of this.
# Beyond twice the figure Pillow refuses, before that our own check decides.
Image.MAX_IMAGE_PIXELS = 128_000_000
# What Pillow has to say of odd metadata and of sizes is no concern of a person with a readable picture.
warnings.filterwarnings("ignore", module=r"PIL\.")


def is_picture_name(path: Path | str) -> bool:
    """Whether the name ends like that of a picture that `open_picture` reads."""
    return os.path.splitext(path)[1].lower() in SUFFIXES


def open_picture(source: Path | bytes) -> Image.Image:
    """The picture in a file, or in the bytes of one, as mode "L" (grey) or "RGB".

    Turned upright as its EXIF data says, transparency laid on white, the first frame of an animation, 16 bit scaled
    to 8, CMYK converted. Big pictures come reduced by a whole factor, with a shortest edge of at least `ENOUGH`.

    Raises PictureError with one sentence for whatever is no picture, is damaged, or would take too much memory.
    """
    name = "The picture" if isinstance(source, bytes) else _shown(source)
    try:
        with _opened(source, name) as file:
            return _picture(file, name)
    except PictureError:
        raise
    except UnidentifiedImageError:
        raise PictureError(
            f"{name} is no picture of a kind that is read here (JPEG, PNG, GIF, WebP, AVIF, TIFF, BMP …)."
        ) from None
    except Image.DecompressionBombError:
        raise PictureError(f"{name} claims more pixels than can be read here; save it smaller.") from None
    except Exception as error:  # decoders raise nearly everything for a damaged file
        raise PictureError(f"{name} is damaged and cannot be read ({_reason(error)}).") from None


def _shown(path: Path) -> str:
    return os.fsencode(path.name or str(path)).decode("utf-8", "replace")


def _reason(error: Exception) -> str:
    said = str(error).strip().rstrip(".").splitlines()
    return said[0][:120] if said else type(error).__name__


def _opened(source: Path | bytes, name: str) -> BinaryIO:
    """The source as a file of a bearable size; never one that blocks, such as a pipe."""
    if isinstance(source, bytes):
        size, file = len(source), io.BytesIO(source)
    else:
        try:
            status = source.stat()
            if not stat.S_ISREG(status.st_mode):
                kind = "folder" if stat.S_ISDIR(status.st_mode) else "device or pipe"
                raise PictureError(f"{name} is a {kind}, not a picture.")
            size, file = status.st_size, source.open("rb")
        except FileNotFoundError:
            raise PictureError(f"{name} is not there.") from None
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or _reason(error)
            raise PictureError(f"{name} cannot be opened ({reason}).") from None
    if 0 < size <= MAX_FILE_BYTES:
        return file
    file.close()
    if size == 0:
        raise PictureError(f"{name} is empty.")
    raise PictureError(f"{name} has {size >> 20} MB, more than the {MAX_FILE_BYTES >> 20} that are read here.")


def _picture(file: BinaryIO, name: str) -> Image.Image:
    with Image.open(file, formats=_FORMATS) as image:
        claimed = image.size
        image.draft(None, (ENOUGH, ENOUGH))  # type: ignore[arg-type]  # no other mode, only smaller
        if (
            _decoding_bytes(image, claimed) > MAX_DECODING_BYTES
            or _scans(image, file) * claimed[0] * claimed[1] > MAX_SCANNED_PIXELS
        ):
            raise PictureError(
                f"{name} has {claimed[0]} × {claimed[1]} pixels, too many to be read here; save it smaller."
            )
        turn = _TURNS.get(_orientation(image))
        image.load()
        plain = _reduced(image)
    return plain if turn is None else plain.transpose(turn)


def _decoding_bytes(image: Image.Image, claimed: tuple[int, int]) -> int:
    """Memory to decode, with all the coefficients of a progressive JPEG, which are kept at the claimed size."""
    per_pixel = _DECODER_BYTES_PER_PIXEL.get(image.format or "", _BYTES_PER_PIXEL.get(image.mode, 4))
    coefficients = 2 * len(image.getbands()) * claimed[0] * claimed[1] if image.info.get("progressive") else 0
    return image.width * image.height * per_pixel + coefficients


def _scans(image: Image.Image, file: BinaryIO) -> int:
    """How often the decoder goes over a progressive JPEG: some kilobytes can ask for a thousand times. 0 for others."""
    if not (isinstance(image, JpegImagePlugin.JpegImageFile) and image.info.get("progressive")):
        return 0
    here = file.tell()
    file.seek(0)
    scans = file.read().count(b"\xff\xda")
    file.seek(here)
    return scans


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(0x0112, 1))
    except Exception:  # damaged EXIF data does not make a picture unreadable
        return 1


def _reduced(image: Image.Image) -> Image.Image:
    """`image` as "L" or "RGB", reduced when big; in bands, so that the copies on the way stay small."""
    levels = _levels(image)
    width, height = image.size
    factor = max(min(width, height) // ENOUGH, -(-max(width, height) // LONGEST))
    if factor < 2:
        return _plain(image, levels)
    rows = max(1, _BAND_PIXELS // (width * factor))  # of the reduced picture in a band
    whole = None
    for top in range(0, height, rows * factor):
        band = image.crop((0, top, width, min(top + rows * factor, height)))
        small = _plain(band, levels).reduce(factor)
        whole = whole or Image.new(small.mode, (small.width, -(-height // factor)))
        whole.paste(small, (0, top // factor))
    assert whole is not None
    return whole


def _levels(image: Image.Image) -> tuple[float, float] | None:
    """The values that become black and white, for modes of more than 8 bit; None for all others."""
    if image.mode.startswith("I;16"):
        return 0.0, 65535.0
    if image.mode not in ("I", "F"):
        return None
    low, high = (float(np.nan_to_num(value)) for value in image.getextrema())  # type: ignore[arg-type]
    usual = (1.0, 255.0, 65535.0) if image.mode == "F" else (255.0, 65535.0)
    fitting = [white for white in usual if low >= 0 and high <= white]
    return (0.0, fitting[0]) if fitting else (low, max(high, low + 1e-6))


def _plain(image: Image.Image, levels: tuple[float, float] | None) -> Image.Image:
    if levels is not None:
        black, white = levels
        values = np.nan_to_num((np.asarray(image).astype(np.float32) - black) * (255 / (white - black)))
        return Image.fromarray(np.rint(values).clip(0, 255).astype(np.uint8))
    mode = "L" if image.mode in ("1", "L", "LA", "La") else "RGB"
    if image.mode == "La":
        image = image.convert("LA")
    if not image.has_transparency_data:
        return image.convert(mode)
    over = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", over.size, "white"), over).convert(mode)
