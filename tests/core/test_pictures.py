"""Pictures of every kind, good, odd, broken and hostile."""

import io
import os
import struct
import time
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import PictureError
from core.pictures import ENOUGH, is_picture_name, open_picture

pytestmark = pytest.mark.filterwarnings("ignore:::PIL")  # as core.pictures does outside of pytest

FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF", "AVIF", "PPM", "JPEG2000", "TGA", "PCX", "QOI", "SGI")


def encoded(image: Image.Image, kind: str = "PNG", **options) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


@pytest.fixture(scope="module")
def colourful() -> Image.Image:
    """80×60, red to the right, green downwards: smooth, so that every format keeps it nearly."""
    red, green = np.meshgrid(np.linspace(0, 255, 80), np.linspace(0, 255, 60))
    return Image.fromarray(np.stack([red, green, np.full_like(red, 90)], axis=-1).astype(np.uint8))


def png_claiming(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", FORMATS)
def test_reads_format(kind: str, colourful: Image.Image) -> None:
    picture = open_picture(encoded(colourful, kind))
    assert (picture.mode, picture.size) == ("RGB", (80, 60))
    difference = np.abs(np.asarray(picture, int) - np.asarray(colourful, int)).mean()
    assert difference < 12


@pytest.mark.parametrize("kind", FORMATS)
def test_truncated_or_damaged_gives_a_picture_or_a_sentence(kind: str, colourful: Image.Image) -> None:
    whole = encoded(colourful, kind)
    generator = np.random.default_rng(0)
    damaged = [whole[:length] for length in range(1, len(whole), len(whole) // 12)]
    for count in (1, 3, 10, 30):
        changed = np.frombuffer(whole, np.uint8).copy()
        places = generator.integers(0, min(len(changed), 200 * count), count)
        changed[places] = generator.integers(0, 256, count)
        damaged.append(changed.tobytes())
    sentences = 0
    for data in damaged:
        try:
            assert open_picture(data).mode in ("L", "RGB")
        except PictureError as error:
            assert str(error).startswith("The picture ") and str(error).endswith(".")
            sentences += 1
    assert sentences >= 2


def test_sixteen_bit_grey_keeps_its_scale(tmp_path: Path) -> None:
    values = np.arange(0, 65536, 257, dtype=np.uint16).reshape(16, 16)
    for suffix in (".png", ".tif", ".pgm"):
        file = tmp_path / f"deep{suffix}"
        Image.fromarray(values).save(file)
        picture = open_picture(file)
        assert picture.mode == "L"
        assert np.array_equal(np.asarray(picture), np.arange(256).reshape(16, 16))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (np.array([[0.0, 0.5, 1.0]], np.float32), [0, 128, 255]),
        (np.array([[0.0, 100.0, 255.0]], np.float32), [0, 100, 255]),
        (np.array([[-10.0, 0.0, 10.0]], np.float32), [0, 128, 255]),
        (np.array([[np.nan, 0.0, 1.0]], np.float32), [0, 0, 255]),
        (np.array([[0, 7, 255]], np.int32), [0, 7, 255]),
        (np.array([[0, 500_000, 1_000_000]], np.int32), [0, 128, 255]),
    ],
)
def test_values_of_32_bit_are_scaled_to_8(values: np.ndarray, expected: list[int]) -> None:
    picture = np.asarray(open_picture(encoded(Image.fromarray(values), "TIFF")), int)
    assert np.abs(picture[0] - expected).max() <= 1


def test_transparency_is_laid_on_white() -> None:
    red = Image.new("RGBA", (4, 4), (255, 0, 0, 255))
    red.putpixel((0, 0), (0, 0, 0, 0))
    red.putpixel((1, 0), (0, 0, 0, 128))
    picture = open_picture(encoded(red))
    assert [picture.getpixel((x, 0)) for x in range(3)] == [(255, 255, 255), (127, 127, 127), (255, 0, 0)]


def test_grey_and_palette_with_transparency() -> None:
    grey = open_picture(encoded(Image.new("LA", (4, 4), (0, 0))))
    assert (grey.mode, grey.getpixel((0, 0))) == ("L", 255)
    palette = Image.new("P", (4, 4), 1)
    palette.putpalette([10, 20, 30, 200, 100, 50])
    picture = open_picture(encoded(palette, transparency=0))
    assert picture.getpixel((0, 0)) == (200, 100, 50)
    clear = open_picture(encoded(palette, transparency=1))
    assert clear.getpixel((0, 0)) == (255, 255, 255)


def test_cmyk_becomes_rgb() -> None:
    picture = open_picture(encoded(Image.new("CMYK", (16, 16), (0, 255, 255, 0)), "JPEG"))
    red, green, blue = picture.getpixel((8, 8))  # type: ignore[misc]
    assert picture.mode == "RGB"
    assert red > 200 and green < 60 and blue < 60


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "TIFF", "AVIF"])
def test_animation_gives_its_first_frame(kind: str) -> None:
    frames = [Image.new("RGB", (32, 32), colour) for colour in ("red", "blue", "green")]
    picture = open_picture(encoded(frames[0], kind, save_all=True, append_images=frames[1:]))
    red, green, blue = picture.convert("RGB").getpixel((16, 16))  # type: ignore[misc]
    assert red > 200 and green < 60 and blue < 60


@pytest.mark.parametrize("orientation", range(1, 9))
def test_turned_upright_as_exif_says(orientation: int) -> None:
    upright = Image.new("L", (40, 20), 255)
    upright.paste(0, (0, 0, 10, 10))  # the dark corner is the upper left one
    inverse = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    stored = upright.transpose(inverse[orientation]) if orientation in inverse else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    assert np.array_equal(np.asarray(open_picture(encoded(stored, exif=exif))), np.asarray(upright))


def test_damaged_exif_does_not_matter(colourful: Image.Image) -> None:
    assert open_picture(encoded(colourful, "JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff")).size == (80, 60)


@pytest.mark.parametrize("size", [(1, 1), (1, 10_000), (10_000, 1), (2, 3)])
def test_odd_sizes(size: tuple[int, int]) -> None:
    picture = open_picture(encoded(Image.new("RGB", size, (10, 20, 30))))
    assert picture.getpixel((0, 0)) == (10, 20, 30)
    assert max(picture.size) <= 4096


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "P", "CMYK", "I;16"])
def test_big_picture_comes_reduced_and_whole(mode: str) -> None:
    left_dark = Image.new("L", (3000, 2100), 204)
    left_dark.paste(51, (0, 0, 1500, 2100))
    if mode == "I;16":
        big, kind = Image.fromarray(np.asarray(left_dark).astype(np.uint16) * 257), "TIFF"
    else:
        big, kind = left_dark.convert("RGB").convert(mode), "TIFF"
    picture = open_picture(encoded(big, kind, compression="tiff_lzw")).convert("L")
    assert picture.size == (750, 525)
    assert np.abs(np.asarray(picture, int)[:, :370] - 51).max() <= 2
    assert np.abs(np.asarray(picture, int)[:, 380:] - 204).max() <= 2


def test_big_jpeg_is_decoded_small() -> None:
    data = encoded(Image.new("RGB", (8200, 6200), (30, 60, 90)), "JPEG")
    picture = open_picture(data)
    assert min(picture.size) >= ENOUGH
    assert max(picture.size) < 1100


@pytest.mark.parametrize(
    ("width", "height"), [(316_228, 316_228), (2**31 - 1, 2**31 - 1), (20_000, 12_000), (2**31 - 1, 1)]
)
def test_picture_that_claims_too_much_is_refused_at_once(width: int, height: int) -> None:
    data = png_claiming(width, height)
    begun = time.process_time()
    with pytest.raises(PictureError, match="pixels"):
        open_picture(data)
    assert time.process_time() - begun < 1


def test_progressive_jpeg_of_a_thousand_scans_is_refused_at_once() -> None:
    data = encoded(Image.new("L", (1600, 1600), 77), "JPEG", progressive=True)
    last_scan = data[data.rfind(b"\xff\xda") : -2]
    begun = time.process_time()
    with pytest.raises(PictureError, match="too many"):
        open_picture(data[:-2] + 1000 * last_scan + data[-2:])
    assert time.process_time() - begun < 1


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("text.jpg", b"hello " * 100, "text.jpg is no picture of a kind"),
        ("empty.png", b"", "empty.png is empty"),
        ("nul.gif", bytes(5000), "nul.gif is no picture of a kind"),
        ("script.eps", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\n", "no picture of a kind"),
    ],
)
def test_no_picture_is_said_in_a_sentence(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(PictureError, match=said):
        open_picture(tmp_path / name)


def test_what_is_no_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "loop.png").symlink_to("loop.png")
    os.mkfifo(tmp_path / "pipe.png")
    for name, said in [
        ("folder.png", "folder.png is a folder"),
        ("loop.png", "loop.png cannot be opened"),
        ("pipe.png", "pipe.png is a device or pipe"),
        ("gone.png", "gone.png is not there"),
    ]:
        with pytest.raises(PictureError, match=said):
            open_picture(tmp_path / name)


def test_file_of_gigabytes_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.webp"
    with file.open("wb") as sparse:
        sparse.write(b"RIFF\xff\xff\xff\xffWEBPVP8 ")
        sparse.truncate(3 << 30)
    with pytest.raises(PictureError, match="has 3072 MB"):
        open_picture(file)


def test_name_that_is_not_utf8(tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.png"))
    file.write_bytes(b"no picture")
    with pytest.raises(PictureError) as caught:
        open_picture(file)
    assert str(caught.value).encode("utf-8")


def test_picture_names() -> None:
    assert all(is_picture_name(name) for name in ("a.png", "A.JPG", "x/y.webp", Path("a.b.tiff")))
    assert not any(is_picture_name(name) for name in ("a.txt", "png", ".png", "a.png.zip", "a.eps"))
