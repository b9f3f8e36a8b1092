"""A network in a small file, after "Deep Compression" (Han, Mao and Dally 2015, arXiv:1510.00149).

Weights that are mostly zero keep the gaps between their non-zeros and, for each of these, the number of a value that
many share; other matrices and kernels keep whole numbers and a scale for each output; biases stay as they are. Huffman
coding does the rest.

The file: magic, version, length and CRC of the header (little-endian), the header as JSON (description of the network,
card, and for each tensor its name, shape, kind and streams), then the streams, each a zlib stream, in that order.
"""

import json
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np
import torch
from torch import Tensor

from core import clustering
from core.errors import CheckpointError
from core.network import Network, NetworkSpec, make_network
from resources import path as resource

NAME = "alexnet.demo"
MAGIC = b"ALEXNET demo\n"
VERSION = 1
_PREFIX = struct.Struct("<HII")  # version, bytes of the header, CRC-32 of the header
_MOST_HEADER = 1 << 20  # bytes
_MOST_VALUES = 64_000_000  # of all tensors: 256 MB unpacked
_MOST_WEIGHT = 1e30  # beyond it, and for NaN, a network can only answer nonsense
_SPARSE = 0.5  # share of non-zeros below which gaps are shorter than codes
_CHUNK = 1 << 17  # gaps at a time: what they become fits the processor's cache
_FAR = 255  # a gap byte that says: so many zeros, and no value yet


def pack(
    weights: Mapping[str, Tensor],
    spec: NetworkSpec,
    card: dict[str, Any],
    *,
    sparse_bits: int = 5,
    dense_bits: int = 8,
) -> bytes:
    """The file of a network with these weights (fp32). ``card`` is any JSON object that is to go with it.

    A sparse weight gets a codebook of 2^`sparse_bits` values, a dense one whole numbers of `dense_bits`. The same
    arguments make the same bytes.
    """
    tensors, body = [], []
    for name, tensor in weights.items():
        values = tensor.detach().cpu().float().contiguous().numpy()
        kind, streams = _encoded(values, sparse_bits, dense_bits)
        packed = [_deflated(stream) for stream in streams]
        sizes = [[len(p), len(s), zlib.crc32(p)] for p, s in zip(packed, streams, strict=True)]
        tensors.append({"name": name, "shape": list(values.shape), "kind": kind, "streams": sizes})
        body += packed
    header = {"spec": spec.to_json(), "card": card, "tensors": tensors}
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    return b"".join([MAGIC, _PREFIX.pack(VERSION, len(text), zlib.crc32(text)), text, *body])


def unpack(data: bytes) -> tuple[dict[str, Tensor], NetworkSpec, dict[str, Any]]:
    """Weights (fp32, on the CPU), description and card of a file that `pack` made.

    Nothing in `data` is trusted: memory is taken for what the streams really hold, 256 MB at most. Raises
    CheckpointError with one sentence for everything that is not such a file, whole and unchanged.
    """
    header, start = _header(data)
    try:
        spec = NetworkSpec.from_json(header["spec"])
        card = header["card"]
        entries = [_Entry.of(row) for row in header["tensors"]]
    except (KeyError, TypeError, ValueError, AttributeError):
        raise CheckpointError("The packed network's header is not whole.") from None
    if not isinstance(card, dict) or sum(entry.size for entry in entries) > _MOST_VALUES:
        raise CheckpointError("The packed network's header asks for more than a network needs.")
    weights = {}
    for entry in entries:
        streams = []
        for (packed, raw, crc), limit in zip(entry.streams, entry.most_bytes, strict=True):
            streams.append(_inflated(data[start : start + packed], packed, raw, crc, limit=limit))
            start += packed
        weights[entry.name] = torch.from_numpy(_decoded(entry, streams).reshape(entry.shape))
    if start != len(data) or len(weights) != len(entries):
        raise CheckpointError("The packed network holds something that its header does not name.")
    return weights, spec, card


def load_demo() -> Network:
    """The network that ships with the program. Raises CheckpointError when it is missing or damaged."""
    try:
        data = resource("demo", NAME).read_bytes()
    except OSError:
        raise CheckpointError("The demo network is missing; reinstall the program.") from None
    weights, spec, _ = unpack(data)
    return make_network(weights, spec, title="Demo network", source="demo")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A tensor in the header. ``streams``: bytes in the file, bytes unpacked, CRC-32 of those in the file."""

    name: str
    shape: tuple[int, ...]
    kind: str
    streams: tuple[tuple[int, int, int], ...]

    @classmethod
    def of(cls, row: dict[str, Any]) -> "_Entry":
        shape, streams = row["shape"], tuple(tuple(stream) for stream in row["streams"])
        numbers = [*shape, *(number for stream in streams for number in stream)]
        if not all(type(number) is int and 0 <= number < 2**32 for number in numbers) or len(shape) > 8:
            raise ValueError("not a shape")
        if not all(len(stream) == 3 for stream in streams) or not isinstance(row["name"], str):
            raise ValueError("not a stream")
        if len(streams) != {"sparse": 3, "dense": 2, "plain": 1}[row["kind"]]:
            raise ValueError("not the streams of this kind")
        return cls(row["name"], tuple(shape), row["kind"], streams)

    @property
    def size(self) -> int:
        return prod(self.shape)

    @property
    def most_bytes(self) -> tuple[int, ...]:
        """What each stream may hold at most, unpacked."""
        match self.kind:
            case "sparse":
                return self.size + self.size // _FAR, self.size, 4 * 256
            case "dense":
                return self.size, 4 * self.size
            case _:
                return (4 * self.size,)


def _encoded(values: np.ndarray, sparse_bits: int, dense_bits: int) -> tuple[str, list[bytes]]:
    if values.ndim < 2 or not values.size:
        return "plain", [values.astype("<f4").tobytes()]
    if np.count_nonzero(values) < _SPARSE * values.size:
        return "sparse", _sparse(values.ravel(), sparse_bits)
    return "dense", _dense(values.reshape(len(values), -1), dense_bits)


def _sparse(values: np.ndarray, bits: int) -> list[bytes]:
    """Gaps, codes and codebook of a flat array."""
    places = np.flatnonzero(values)
    zeros = np.diff(places, prepend=-1) - 1  # before each value
    far, gaps = np.divmod(zeros, _FAR)
    stream = np.full(len(places) + int(far.sum()), _FAR, np.uint8)
    stream[np.arange(len(places)) + np.cumsum(far)] = gaps
    codebook, codes = clustering.clusters(values[places], 2**bits)
    return [stream.tobytes(), codes.astype(np.uint8).tobytes(), codebook.astype("<f4").tobytes()]


def _dense(rows: np.ndarray, bits: int) -> list[bytes]:
    """Whole numbers and scales of the rows of a matrix, one row an output."""
    most = 2 ** (bits - 1) - 1
    scales = (np.abs(rows).max(axis=1, keepdims=True) / most).astype("<f4")
    codes = np.rint(rows / np.where(scales > 0, scales, 1)).clip(-most, most)
    return [codes.astype(np.int8).tobytes(), scales.tobytes()]


def _decoded(entry: _Entry, streams: list[bytes]) -> np.ndarray:
    """The values of a tensor, flat float32, writable."""
    try:
        match entry.kind:
            case "sparse":
                values = _from_sparse(entry.size, *streams)
            case "dense":
                codes = np.frombuffer(streams[0], np.int8).reshape(entry.shape[0], -1)
                values = np.multiply(codes, _floats(streams[1])[:, None], dtype=np.float32)
            case _:
                values = _floats(streams[0])
        if values.size != entry.size:
            raise ValueError("another number of values")
        return values
    except (ValueError, IndexError):
        raise CheckpointError(f"The packed network is damaged: {entry.name!r} does not fit.") from None


def _floats(stream: bytes) -> np.ndarray:
    values = np.frombuffer(stream, "<f4").astype(np.float32)
    if not (np.abs(values) < _MOST_WEIGHT).all():
        raise ValueError("no weight of a network")
    return values


def _from_sparse(size: int, gap_bytes: bytes, code_bytes: bytes, book_bytes: bytes) -> np.ndarray:
    gaps, codes = np.frombuffer(gap_bytes, np.uint8), np.frombuffer(code_bytes, np.uint8)
    book = _floats(book_bytes)
    values = np.zeros(size, np.float32)
    place, done = -1, 0
    for start in range(0, len(gaps), _CHUNK):
        chunk = gaps[start : start + _CHUNK]
        is_value = chunk != _FAR
        places = place + np.cumsum(chunk + is_value.astype(np.int64))  # a value takes a place, too
        place = int(places[-1])
        places = places[is_value]
        values[places] = book[codes[done : done + len(places)]]
        done += len(places)
    if done != len(codes):
        raise ValueError("codes without a place")
    return values


def _deflated(raw: bytes) -> bytes:
    """The shorter of two zlib streams; codes hardly repeat and are shortest with Huffman coding alone."""
    packed = []
    for strategy in (zlib.Z_HUFFMAN_ONLY, zlib.Z_DEFAULT_STRATEGY):
        deflate = zlib.compressobj(9, zlib.DEFLATED, 15, 9, strategy)
        packed.append(deflate.compress(raw) + deflate.flush())
    return min(packed, key=len)


def _inflated(packed: bytes, length: int, raw: int, crc: int, *, limit: int) -> bytes:
    if len(packed) != length:
        raise CheckpointError("The packed network is cut off.")
    if zlib.crc32(packed) != crc:
        raise CheckpointError("The packed network is damaged: a checksum is wrong.")
    if raw > limit:
        raise CheckpointError("The packed network's header asks for more than a network needs.")
    inflate = zlib.decompressobj()
    try:
        data = inflate.decompress(packed, raw + 1)  # 0 would mean: without a limit
    except zlib.error:
        raise CheckpointError("The packed network is damaged: a stream cannot be read.") from None
    if len(data) != raw or not inflate.eof or inflate.unused_data:
        raise CheckpointError("The packed network is damaged: a stream has another length than it says.")
    return data


def _header(data: bytes) -> tuple[dict[str, Any], int]:
    """The header, and where the streams begin."""
    if not data.startswith(MAGIC):
        raise CheckpointError("This is no packed network of AlexNet Studio.")
    start = len(MAGIC) + _PREFIX.size
    if len(data) < start:
        raise CheckpointError("The packed network is cut off.")
    version, length, crc = _PREFIX.unpack_from(data, len(MAGIC))
    if version != VERSION:
        raise CheckpointError(f"The packed network has format {version}; this program knows {VERSION}.")
    text = data[start : start + min(length, _MOST_HEADER)]
    if len(text) != length or zlib.crc32(text) != crc:
        raise CheckpointError("The packed network's header is cut off or damaged.")
    try:
        header = json.loads(text)
    except (ValueError, RecursionError):
        raise CheckpointError("The packed network's header is not JSON.") from None
    if not isinstance(header, dict):
        raise CheckpointError("The packed network's header is not whole.")
    return header, start + length
