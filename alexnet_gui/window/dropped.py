"""What a drag, a drop or the clipboard holds for us: pictures, files, a run, or an address that we do not fetch."""

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage

Kind = Literal["pictures", "run", "remote", "nothing"]
_IMAGE_TAG = re.compile(r"<img\b[^>]*?\bsrc\s*=\s*[\"']([^\"']+)[\"']", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered, known before it is taken. `path` is the first file or folder, None where there is none."""

    kind: Kind
    path: Path | None = None


def is_run(path: Path) -> bool:
    """A folder that a training run has written."""
    return path.is_dir() and any((path / name).is_file() for name in ("metrics.jsonl", "recipe.toml"))


def look(mime: QMimeData) -> Offer:
    """What is offered. Cheap: no picture is read."""
    paths = _paths(mime)
    if len(paths) == 1 and is_run(paths[0]):
        return Offer("run", paths[0])
    if paths:
        return Offer("pictures", paths[0])
    if mime.hasImage() or _data_url(mime):
        return Offer("pictures")
    return Offer("remote") if any(_is_remote(url) for url in _urls(mime)) else Offer("nothing")


def take(mime: QMimeData) -> list[Path | bytes]:
    """The pictures: files and folders, else the picture itself as the bytes of a file."""
    if paths := _paths(mime):
        return list(paths)
    if mime.hasImage():
        return [_png(mime)]
    data = _data_url(mime)
    return [data] if data else []


def _paths(mime: QMimeData) -> list[Path]:
    return list(dict.fromkeys(Path(url.toLocalFile()) for url in _urls(mime) if url.isLocalFile()))


def _urls(mime: QMimeData) -> Iterator[QUrl]:
    if mime.hasUrls():
        yield from mime.urls()
        return
    if mime.hasHtml():
        yield from (QUrl(source) for source in _IMAGE_TAG.findall(mime.html()))
    elif mime.hasText():
        yield from _urls_of_text(mime.text())


def _urls_of_text(text: str) -> Iterator[QUrl]:
    for line in text.strip().splitlines()[:1000]:
        word = line.strip()
        if word.startswith(("file:", "http:", "https:")):
            yield QUrl(word)
        elif word.startswith(("/", "~/")) and Path(word).expanduser().exists():
            yield QUrl.fromLocalFile(str(Path(word).expanduser()))


def _is_remote(url: QUrl) -> bool:
    return url.scheme() in ("http", "https", "ftp")


def _data_url(mime: QMimeData) -> bytes | None:
    """A picture written out in the address itself, as browsers have them for small ones."""
    for url in _urls(mime):
        start, _, data = url.toString(QUrl.ComponentFormattingOption.FullyEncoded).partition(",")
        if start.startswith("data:image/") and start.endswith(";base64"):
            try:
                return base64.b64decode(unquote_to_bytes(data))
            except binascii.Error:
                return None
    return None


def _png(mime: QMimeData) -> bytes:
    image = QImage(mime.imageData())
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType]
    return bytes(held.data())
