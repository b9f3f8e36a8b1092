"""MATLAB's level 5 MAT-files, as far as arrays of numbers are in them (MathWorks, "MAT-File Level 5 File Format")."""

import struct
import zlib
from collections.abc import Iterator

import numpy as np

_MATRIX, _COMPRESSED = 14, 15
_NUMBERS = {1: "<i1", 2: "<u1", 3: "<i2", 4: "<u2", 5: "<i4", 6: "<u4", 7: "<f4", 9: "<f8"}
_HEAD = 128  # bytes before the first element


def arrays(content: bytes) -> dict[str, np.ndarray]:
    """The arrays of a little-endian file by their names. Raises ValueError for what is no such file."""
    if content[126:128] != b"IM":
        raise ValueError("it is no MAT-file of level 5")
    try:
        return dict(_array(data) for kind, data in _elements(memoryview(content)[_HEAD:]) if kind == _MATRIX)
    except (struct.error, zlib.error, KeyError, IndexError, StopIteration) as error:
        raise ValueError(f"it is a damaged MAT-file ({error})") from None


def _elements(data: memoryview) -> Iterator[tuple[int, memoryview]]:
    """Kind and content of each element; what is compressed is unpacked."""
    place = 0
    while place < len(data):
        kind, size = struct.unpack_from("<II", data, place)
        if kind >> 16:  # a small one: its size beside its kind, its content where others have their size
            yield kind & 0xFFFF, data[place + 4 : place + 4 + (kind >> 16)]
            place += 8
        elif kind == _COMPRESSED:
            yield from _elements(memoryview(zlib.decompress(data[place + 8 : place + 8 + size])))
            place += 8 + size
        else:
            yield kind, data[place + 8 : place + 8 + size]
            place += 8 + -(-size // 8) * 8


def _array(matrix: memoryview) -> tuple[str, np.ndarray]:
    parts = _elements(matrix)
    next(parts)  # flags
    shape, name, (kind, numbers) = next(parts)[1], next(parts)[1], next(parts)
    values = np.frombuffer(numbers, _NUMBERS[kind])
    return bytes(name).decode("latin1"), values.reshape(np.frombuffer(shape, "<i4"), order="F")
