"""Getting the files of a data set of the catalogue: checked, and never half-written."""

import hashlib
import http.client
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from core.atomic import SUFFIX, replacing
from core.catalogue import File, NamedSet
from core.data.progress import Progress, report
from core.errors import ArgumentError, DataError

_CHUNK = 1 << 18
_PATIENCE = 30.0  # seconds without a byte
_WEB = ("http://", "https://")


class _Failed(Exception):
    """A place that did not give the file; why."""


def download(named: NamedSet, *, source: str | None = None, progress: Progress | None = None) -> None:
    """Get those files of a data set that are missing into its folder.

    `source` is where to get them instead of their usual places: a folder, the URL of one (with a slash at its end), or
    a file or its URL, and then only that one. ``progress(done, total)`` is called with the bytes of the file that is
    being got, the total being 0 where it is not known; when it answers False, that is given up.

    Raises ArgumentError for a source that cannot be, DataError with one sentence when a file cannot be had or is not
    the right one, CancelledError when it was given up. A file that is there is whole; no other is left behind.
    """
    place, only = _source(source) if source else ("", "")
    if only and only not in {file.name for file in named.files}:
        names = ", ".join(file.name for file in named.files)
        raise ArgumentError(f"{source} is none of the files of {named.title}: {names}.")
    folder = named.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(f".*{SUFFIX}"):  # by a process that was killed
            left.unlink(missing_ok=True)
    except OSError as error:
        raise DataError(f"{folder} cannot be written ({error.strerror}).") from None
    for file in named.missing():
        if only in ("", file.name):
            _get(named, file, (place,) if source else file.places, progress)


def _source(source: str) -> tuple[str, str]:
    """The folder of `source`, with a slash at its end, and the name of the one file that it is; "" for a folder."""
    if source.startswith(_WEB):
        folder, _, name = source.rpartition("/")
        return f"{folder}/", name
    path = Path(source).expanduser()
    if not path.exists():
        raise ArgumentError(f"There is no file or folder {source}; give one, or a URL of http or https.")
    return (f"{path}/", "") if path.is_dir() else (f"{path.parent}/", path.name)


def _get(named: NamedSet, file: File, places: tuple[str, ...], progress: Progress | None) -> None:
    failures: list[str] = []
    for place in places:
        try:
            with replacing(named.folder / file.name) as part:
                _copy(place + file.name, part, file.md5, progress)
            return
        except _Failed as failure:
            failures.append(str(failure))
        except OSError as error:
            raise DataError(f"{named.folder / file.name} cannot be written ({error.strerror or error}).") from None
    raise DataError(
        f"{named.title} cannot be had: {'; '.join(failures)}. Try again later, or get {file.name} elsewhere "
        f"and give it with 'alexnet data download {named.name} --from FILE'."
    )


def _copy(place: str, target: Path, md5: str, progress: Progress | None) -> None:
    digest, done = hashlib.md5(usedforsecurity=False), 0
    with _opened(place) as (source, total), target.open("wb") as written:
        for chunk in _chunks(place, source):
            written.write(chunk)
            digest.update(chunk)
            done += len(chunk)
            report(progress, done, total)
    if done < total:
        raise _Failed(f"{place} broke off after {done:,} of {total:,} bytes")
    if digest.hexdigest() != md5:
        raise _Failed(f"{place} is not the right file, its checksum is wrong")


@contextmanager
def _opened(place: str) -> Iterator[tuple[BinaryIO, int]]:
    """What is at a URL or path, and how many bytes it has: 0 where that is not said."""
    try:
        if place.startswith(_WEB):
            request = urllib.request.Request(place, headers={"User-Agent": "alexnet-studio"})
            opened = urllib.request.urlopen(request, timeout=_PATIENCE)
            length = opened.headers.get("Content-Length") or "0"
            total = int(length) if length.isdecimal() else 0
        else:
            opened, total = Path(place).open("rb"), Path(place).stat().st_size  # noqa: SIM115  it is closed below
    except (OSError, http.client.HTTPException) as error:
        raise _Failed(f"{place} cannot be reached ({_reason(error)})") from None
    with opened:
        yield opened, total


def _chunks(place: str, source: BinaryIO) -> Iterator[bytes]:
    while True:
        try:
            chunk = source.read(_CHUNK)
        except (OSError, http.client.HTTPException) as error:
            raise _Failed(f"{place} broke off ({_reason(error)})") from None
        if not chunk:
            return
        yield chunk


def _reason(error: Exception) -> str:
    reason = getattr(error, "reason", None) or getattr(error, "strerror", None) or error
    return str(reason).strip() or type(error).__name__
