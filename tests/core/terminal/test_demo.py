"""``alexnet demo make``: of a small run."""

import json
from pathlib import Path

from core.demo_file import unpack


def test_the_file_that_is_made(alexnet, trained: Path, tmp_path: Path) -> None:
    file = tmp_path / "small.demo"
    quick = ("--epochs", "1", "--limit", "64", "--device", "cpu", "--precision", "fp32")
    ended = alexnet("demo", "make", "--from", trained, "--out", file, *quick, "--keep", "0.5", "--json")
    assert ended.status == 0
    last = json.loads(ended.out.splitlines()[-1])
    assert last["event"] == "finished"
    _, spec, card = unpack(file.read_bytes())
    assert spec.model == "lenet"
    assert card["retrained"]["hidden_weights_left"] < 0.6
    assert "The demo network has a test accuracy of" in ended.err.splitlines()[-1]
