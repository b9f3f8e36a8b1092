"""IDX, the format of MNIST's files (described at LeCun's MNIST page)."""

import gzip
import struct

import numpy as np


def unpacked(packed: bytes) -> np.ndarray:
    """The uint8 array in a gzipped IDX file of bytes. Raises ValueError or OSError for anything else."""
    content = gzip.decompress(packed)
    zero, kind, dimensions = struct.unpack_from(">HBB", content)
    if zero or kind != 8:
        raise ValueError("it is no IDX file of bytes")
    shape = struct.unpack_from(f">{dimensions}I", content, 4)
    return np.frombuffer(content, np.uint8, offset=4 + 4 * dimensions).reshape(shape).copy()
