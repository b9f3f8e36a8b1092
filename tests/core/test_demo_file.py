import json
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from core import demo_file
from core.data.fashion_mnist import CLASSES
from core.demo_file import MAGIC, VERSION, pack, unpack
from core.errors import CheckpointError
from core.models import build
from core.network import NetworkSpec, load_network, make_network, preparation_for

CARD = {"title": "Démo", "accuracy": 0.915}


def spec_of(model: str) -> NetworkSpec:
    return NetworkSpec(model=model, classes=CLASSES, preparation=preparation_for(model, channels=1))


def pruned(model: str, keep: float = 0.12) -> dict[str, Tensor]:
    torch.manual_seed(0)
    weights = {name: tensor.clone() for name, tensor in build(spec_of(model)).state_dict().items()}
    for name, tensor in weights.items():
        if name.startswith("fc") and tensor.ndim == 2:
            tensor[torch.rand(tensor.shape) > keep] = 0
    return weights


@pytest.fixture(scope="module")
def small() -> bytes:
    return pack(pruned("lenet"), spec_of("lenet"), CARD)


def taken_apart(data: bytes) -> tuple[dict[str, Any], list[bytes]]:
    _, length, _ = struct.unpack_from("<HII", data, len(MAGIC))
    start = len(MAGIC) + 10
    header, start = json.loads(data[start : start + length]), start + length
    streams = []
    for tensor in header["tensors"]:
        for size, _, _ in tensor["streams"]:
            streams.append(data[start : start + size])
            start += size
    return header, streams


def put_together(header: object, streams: list[bytes]) -> bytes:
    """A file whose checksums are right, whatever is in it."""
    if isinstance(header, dict) and isinstance(header.get("tensors"), list):
        rest = iter(streams)
        for tensor in header["tensors"]:
            for stream in tensor["streams"]:
                packed = next(rest)
                stream[0], stream[2] = len(packed), zlib.crc32(packed)
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return MAGIC + struct.pack("<HII", VERSION, len(text), zlib.crc32(text)) + text + b"".join(streams)


def test_a_whole_alexnet() -> None:
    weights, spec = pruned("alexnet"), spec_of("alexnet")
    data = pack(weights, spec, CARD)
    assert len(data) < 12_000_000
    again, same_spec, card = unpack(data)
    assert (same_spec, card, list(again)) == (spec, CARD, list(weights))
    for name, tensor in weights.items():
        back = again[name]
        assert (back.shape, back.dtype) == (tensor.shape, torch.float32)
        if tensor.ndim == 1:
            assert torch.equal(back, tensor)
        elif name.startswith("fc"):
            assert torch.equal(back == 0, tensor == 0)
            assert back.unique().numel() <= 33  # zero and 2^5 others
        assert (back - tensor).norm() < 0.05 * tensor.norm()
    network = make_network(again, same_spec, title="", source="")
    assert network.module(torch.rand(1, 1, 224, 224)).shape == (1, 10)


def test_what_was_unpacked_packs_to_the_same_values() -> None:
    weights = pruned("lenet")
    data = pack(weights, spec_of("lenet"), CARD)
    assert pack(weights, spec_of("lenet"), CARD) == data
    first = unpack(data)[0]
    second = unpack(pack(first, spec_of("lenet"), CARD))[0]
    for name, tensor in first.items():
        assert torch.allclose(second[name], tensor, rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("gap", [0, 1, 253, 254, 255, 256, 509, 510, 511, 1000])
def test_gaps_of_every_length(gap: int) -> None:
    values = torch.zeros(3, 1000)
    values.view(-1)[[gap, 2 * gap + 1, 2999]] = torch.tensor([0.5, -2.0, 3.0])
    again = unpack(pack({"w": values}, spec_of("lenet"), {}))[0]["w"]
    assert torch.equal(again, values)


@pytest.mark.parametrize("shape", [(4, 5), (3, 2, 2, 2), (0, 4), (7,), ()])
def test_nothing_but_zeros(shape: tuple[int, ...]) -> None:
    values = {"w": torch.zeros(shape)}
    assert torch.equal(unpack(pack(values, spec_of("lenet"), {}))[0]["w"], values["w"])


def test_channels_last_is_packed_in_the_logical_order() -> None:
    values = torch.randn(4, 3, 5, 5)
    plain = pack({"w": values}, spec_of("lenet"), {})
    assert pack({"w": values.to(memory_format=torch.channels_last)}, spec_of("lenet"), {}) == plain


def test_load_network_finds_it(small: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / demo_file.NAME).write_bytes(small)
    monkeypatch.setattr(demo_file, "resource", lambda *parts: tmp_path / parts[-1])
    network = load_network("demo")
    assert (network.title, network.source, network.spec.model) == ("Demo network", "demo", "lenet")
    (tmp_path / demo_file.NAME).unlink()
    with pytest.raises(CheckpointError, match="demo network is missing"):
        load_network("demo")


def test_cut_off_anywhere(small: bytes) -> None:
    for length in [*range(40), *range(40, len(small), 97), len(small) - 1]:
        with pytest.raises(CheckpointError, match=r"^[^\n]+\.$"):
            unpack(small[:length])
    with pytest.raises(CheckpointError, match="header does not name"):
        unpack(small + b"x")


def test_one_wrong_byte_anywhere(small: bytes) -> None:
    for place in [*range(40), *range(40, len(small), 101)]:
        wrong = bytearray(small)
        wrong[place] ^= 0x10
        with pytest.raises(CheckpointError, match=r"^[^\n]+\.$"):
            unpack(bytes(wrong))


def hostile_headers(header: dict[str, Any]) -> Iterator[object]:
    yield from (b"", b"[" * 500_000, b"\xff", b"{}", [], 7, {"spec": 1, "card": {}, "tensors": []})
    for key, value in [
        ("spec", {}),
        ("spec", header["spec"] | {"preparation": None}),
        ("spec", header["spec"] | {"extra": 1}),
        ("card", None),
        ("tensors", None),
        ("tensors", [None]),
        ("tensors", [[]]),
        ("tensors", []),
        ("tensors", [header["tensors"][0]] * 2),
    ]:
        yield header | {key: value}
    for key, value in [
        ("shape", [-1, 4]),
        ("shape", [10**6, 10**6]),
        ("shape", [2**31, 2]),
        ("shape", [1e3]),
        ("shape", [True]),
        ("shape", "ab"),
        ("shape", [1] * 100),
        ("shape", [6, 1, 5, 6]),
        ("shape", []),
        ("name", 5),
        ("kind", "sparse"),
        ("kind", "pickle"),
        ("kind", []),
        ("streams", []),
        ("streams", [[1, 2]]),
        ("streams", [[0, 0, 0], [0, 0, 0]]),
        ("streams", [[1, 10**9, 0], [1, 1, 1]]),
        ("streams", None),
    ]:
        first, *others = header["tensors"]
        yield header | {"tensors": [first | {key: value}, *others]}


def test_headers_that_lie(small: bytes) -> None:
    header, streams = taken_apart(small)
    for number, lie in enumerate(hostile_headers(header)):
        text = lie if isinstance(lie, bytes) else json.dumps(lie).encode()
        data = MAGIC + struct.pack("<HII", VERSION, len(text), zlib.crc32(text)) + text + b"".join(streams)
        with pytest.raises(CheckpointError, match=r"^[^\n]+\.$"):
            unpack(data)
            pytest.fail(f"lie {number} was believed: {text[:300]!r}")


def test_a_bomb_is_not_blown_up(small: bytes) -> None:
    header, streams = taken_apart(small)
    bomb = zlib.compress(bytes(50_000_000), 9)
    for place in range(3):
        with pytest.raises(CheckpointError, match="another length"):
            unpack(put_together(header, [*streams[:place], bomb, *streams[place + 1 :]]))
    header["tensors"][0]["streams"][0][1] = 50_000_000
    with pytest.raises(CheckpointError, match="more than a network needs"):
        unpack(put_together(header, [bomb, *streams[1:]]))


def test_streams_that_lie_behind_right_checksums(small: bytes) -> None:
    """Either a sentence, or tensors of the shapes in the header: never a value outside, never another error."""
    header, streams = taken_apart(small)
    numbers = [stream for tensor in header["tensors"] for stream in tensor["streams"]]
    generator = np.random.default_rng(0)
    refused = 0
    for _ in range(300):
        place = int(generator.integers(len(streams)))
        raw = bytearray(zlib.decompress(streams[place]))
        for at in generator.integers(len(raw), size=3):
            raw[at] = int(generator.choice([0, 1, 254, 255]))
        kept = bytes(raw[: len(raw) - int(generator.integers(3))])
        before, numbers[place][1] = numbers[place][1], len(kept)
        try:
            again, _, _ = unpack(put_together(header, [*streams[:place], zlib.compress(kept), *streams[place + 1 :]]))
            assert [list(tensor.shape) for tensor in again.values()] == [
                tensor["shape"] for tensor in header["tensors"]
            ]
        except CheckpointError as error:
            refused += "does not fit" in str(error)
        numbers[place][1] = before
    assert refused > 50


def test_another_version_is_named(small: bytes) -> None:
    newer = MAGIC + struct.pack("<H", VERSION + 1) + small[len(MAGIC) + 2 :]
    with pytest.raises(CheckpointError, match=f"has format {VERSION + 1}"):
        unpack(newer)
