"""What a drag or the clipboard holds is known before it is taken, and nothing is ever fetched."""

import base64
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from alexnet_gui.window.dropped import Offer, is_run, look, take


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "a shoe, ünï.png"
    Image.new("L", (3, 2), 200).save(file)
    return file


def urls(*addresses: str | Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(a)) if isinstance(a, Path) else QUrl(a) for a in addresses])
    return mime


def html(source: str) -> QMimeData:
    mime = QMimeData()
    mime.setHtml(f'<meta charset="utf-8"><img alt="x" src="{source}">')
    return mime


def text(words: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(words)
    return mime


def test_files_from_a_file_manager(picture: Path) -> None:
    mime = urls(picture, picture.parent, picture)
    assert look(mime) == Offer("pictures", picture)
    assert take(mime) == [picture, picture.parent]


def test_a_run_folder_is_told_from_a_folder_of_pictures(tmp_path: Path) -> None:
    assert look(urls(tmp_path)) == Offer("pictures", tmp_path)
    (tmp_path / "metrics.jsonl").touch()
    assert is_run(tmp_path)
    assert look(urls(tmp_path)) == Offer("run", tmp_path)
    assert take(urls(tmp_path)) == [tmp_path]


def test_a_picture_itself(qapp: object) -> None:
    mime = QMimeData()
    image = QImage(5, 4, QImage.Format.Format_RGB32)
    image.fill(0xFF102030)
    mime.setImageData(image)
    assert look(mime) == Offer("pictures")
    (data,) = take(mime)
    assert isinstance(data, bytes)
    assert Image.open(BytesIO(data)).convert("RGB").getpixel((0, 0)) == (0x10, 0x20, 0x30)


def test_a_browser_gives_the_picture_along_with_its_address() -> None:
    mime = urls("https://example.org/shoe.png")
    mime.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    assert look(mime) == Offer("pictures")


@pytest.mark.parametrize("mime", [urls("https://example.org/shoe.png"), html("http://example.org/a.png"),
                                  text("https://example.org/a.png")])  # fmt: skip
def test_an_address_alone_is_remote(mime: QMimeData) -> None:
    assert look(mime) == Offer("remote")
    assert take(mime) == []


def test_a_local_file_by_its_address_in_html_or_text(picture: Path) -> None:
    address = QUrl.fromLocalFile(str(picture)).toString(QUrl.ComponentFormattingOption.FullyEncoded)
    for mime in (html(address), text(address), text(f"{picture}\n")):
        assert look(mime).kind == "pictures"
        assert take(mime) == [picture]


def test_a_picture_written_out_in_its_address(picture: Path) -> None:
    data = base64.b64encode(picture.read_bytes()).decode()
    mime = html(f"data:image/png;base64,{data}")
    assert look(mime) == Offer("pictures")
    assert take(mime) == [picture.read_bytes()]


@pytest.mark.parametrize("mime", [QMimeData(), text("good morning"), text("/no/such/file"), html("data:image/png,x")])
def test_anything_else_is_nothing(mime: QMimeData) -> None:
    assert look(mime) == Offer("nothing")
    assert take(mime) == []
