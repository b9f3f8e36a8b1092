"""Prepared pictures on the disk, so that each is decoded once and not once an epoch.

One file a folder of pictures, with a slot for each: its pixels, then size and time of the file they were made of, and
a checksum over both. A slot that was never filled, was left half-written by a crash, or is of a file that has changed
since, says so by its checksum or its mark; so there is no list of filled slots that could be wrong, and several
processes may fill the same file. Read and written like any file: a memory-mapped one would kill the process when the
disk is full, and count as its memory.
"""

import hashlib
import math
import os
import shutil
import struct
import threading
import time
import weakref
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
import PIL

from core.data.listing import Listing
from core.data.preparation import Preparation
from core.errors import DataError
from core.places import cache_folder

KEPT_FREE = 5 << 30  # bytes: the disk is never filled further
LIMIT = "ALEXNET_CACHE_GB"  # in the environment: what all caches together may take; half of what is free without it
# Who turns a file into pixels. The number is raised when core.pictures or core.data.preparation do it otherwise.
_MAKERS = f"1, Pillow {PIL.__version__}"
_MARK = struct.Struct("<qqI")  # size in bytes, time of the last change in ns, checksum
_FORGOTTEN_SECONDS = 30 * 86_400.0  # a cache nobody opened for so long goes
_LOOK_EVERY = 64 << 20  # bytes written between two looks at the free disk

Stamp = tuple[int, int]


def stamp(file: Path) -> Stamp | None:
    """What changes when the file does; None for a file that is not there."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


class PictureCache:
    """Slots by number in one file. What the disk refuses is not kept, and no error."""

    def __init__(self, path: Path, shape: tuple[int, int, int], *, room: int) -> None:
        """`shape` (C, side, side) of each uint8 picture; `room` in bytes: so much more may be written.

        Raises OSError when the file can neither be opened nor made.
        """
        self._path = path
        self._shape = shape
        self._octets = math.prod(shape)
        self._slot = self._octets + _MARK.size
        self._room = room
        self._unseen = _LOOK_EVERY  # bytes written since the last look at the disk
        self._lock = threading.Lock()
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        self._file = os.fdopen(descriptor, "r+b", buffering=0)
        weakref.finalize(self, self._file.close)

    def holds(self, number: int) -> bool:
        """Whether a slot was filled once; only `get` knows whether it may be used."""
        mark = bytearray(_MARK.size)
        self._read(mark, number * self._slot + self._octets)
        return any(mark)

    def get(self, number: int, of: Stamp) -> np.ndarray | None:
        """The picture in a slot, (C, side, side) uint8, if it was made of this very file."""
        slot = bytearray(self._slot)
        self._read(slot, number * self._slot)
        size, changed, checksum = _MARK.unpack_from(slot, self._octets)
        if (size, changed) != of or checksum != _checksum(slot):
            return None
        return np.frombuffer(slot, np.uint8, self._octets).reshape(self._shape)

    def put(self, number: int, of: Stamp, image: np.ndarray) -> None:
        """Keep a picture, as long as there is room."""
        slot = bytearray(self._slot)
        slot[: self._octets] = image.tobytes()
        _MARK.pack_into(slot, self._octets, *of, 0)
        _MARK.pack_into(slot, self._octets, *of, _checksum(slot))
        with self._lock:
            if not self._has_room():
                return
            try:
                self._file.seek(number * self._slot)
                self._file.write(slot)
            except OSError:  # a full disk, or one that went away
                self._room = 0
                return
            self._room -= self._slot
            self._unseen += self._slot

    def _read(self, into: bytearray, place: int) -> None:
        with self._lock, suppress(OSError):
            self._file.seek(place)
            self._file.readinto(into)

    def _has_room(self) -> bool:
        if self._room >= self._slot and self._unseen >= _LOOK_EVERY:
            self._unseen = 0
            if shutil.disk_usage(self._path.parent).free < KEPT_FREE + _LOOK_EVERY:
                self._room = 0
        return self._room >= self._slot


def _checksum(slot: bytearray) -> int:
    """Of all but itself; never that of an empty slot."""
    return zlib.crc32(memoryview(slot)[:-4], 1)


def open_cache(listing: Listing, preparation: Preparation, *, wanted: int) -> PictureCache | None:
    """The cache of a folder's pictures so prepared, of which so many are `wanted`; None where nothing can be written.

    Caches of what the folder held earlier are removed, and so are those that were not opened for a month and, when
    this one needs their room, those that were not opened for longest. Raises DataError for a limit that is none.
    """
    folder = cache_folder() / "pictures"
    place = _digest(os.fsencode(listing.folder.absolute()), repr(preparation).encode())
    path = folder / f"{place}-{_digest(listing.digest().encode(), _MAKERS.encode())}.u8"
    shape = (preparation.channels, preparation.side, preparation.side)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        limit = _limit(folder)
        others = list(_others(path, stale=f"{place}-"))
        needed = min(wanted, len(listing)) * (math.prod(shape) + _MARK.size)
        while others and needed + sum(map(taken, others)) > limit:
            _remove(others.pop(0))
        cache = PictureCache(path, shape, room=limit - taken(path) - sum(map(taken, others)))
        os.utime(path)
    except OSError:
        return None
    return cache


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


def taken(file: Path) -> int:
    """Bytes of the disk that a file takes: holes take none. 0 for a file that is not there."""
    try:
        status = file.stat()
    except OSError:
        return 0
    blocks = getattr(status, "st_blocks", None)
    return status.st_size if blocks is None else blocks * 512


def _limit(folder: Path) -> int:
    """What all caches together may take, in bytes."""
    if given := os.environ.get(LIMIT):
        try:
            return int(float(given) * 1e9)
        except ValueError:
            raise DataError(f"{LIMIT} is {given!r}, but must be a number: how many GB caches may take.") from None
    ours = sum(map(taken, folder.glob("*.u8")))
    free = shutil.disk_usage(folder).free
    return min((free + ours) // 2, free + ours - KEPT_FREE)


def _others(own: Path, *, stale: str) -> Iterator[Path]:
    """The caches that may stay, those opened longest ago first; those that may not are removed."""
    found = sorted((file for file in own.parent.glob("*.u8") if file != own), key=lambda file: file.stat().st_mtime)
    for file in found:
        if file.name.startswith(stale) or time.time() - file.stat().st_mtime > _FORGOTTEN_SECONDS:
            _remove(file)
        else:
            yield file


def _remove(file: Path) -> None:
    with suppress(OSError):  # Windows keeps what another process has open
        file.unlink()
