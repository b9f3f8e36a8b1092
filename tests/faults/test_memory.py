"""The memory does not suffice: the run goes on in smaller parts, says so, and learns the same."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.faults.conftest import Train

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the memory is taken away with Linux's own means")

_RECIPE = (
    *("--model", "lenet", "--activation", "relu", "--device", "cpu", "--precision", "fp32", "--lr", "0.01"),
    *("--batch-size", "20000", "--limit", "20000", "--epochs", "2"),
)


def limited(megabytes: int) -> tuple[str, ...]:
    """What to put before a command so that it gets no more data than this."""
    return "prlimit", f"--data={megabytes << 20}"


def losses(rows: list[dict[str, object]]) -> list[float]:
    return [loss for row in rows if row["event"] == "steps" for loss in row["loss"]]  # type: ignore[attr-defined]


def test_a_batch_too_large_is_worked_through_in_parts(train: "Train", tmp_path: Path) -> None:
    free = train(*_RECIPE, "--out", tmp_path / "free")
    status, _, wanted = free.ended()
    assert status == 0
    tight = train(*_RECIPE, "--out", tmp_path / "tight", within=limited(1200))
    status, _, rows = tight.ended()
    assert status == 0
    changes = [row for row in rows if row["event"] == "changed"]
    assert changes and changes[0]["step"] == 0 and {row["what"] for row in changes} == {"parts"}
    assert any("does not suffice" in row["message"] for row in rows if row["event"] == "warned")
    assert losses(rows) == pytest.approx(losses(wanted), rel=1e-3)


def test_not_even_one_picture_is_one_sentence(train: "Train", tmp_path: Path) -> None:
    recipe = ("--limit", "16", "--batch-size", "4", "--device", "cpu", "--precision", "fp32")
    # a quarter of it is left when torch is there: what fails is the network, not a library that begs for the last bytes
    training = train(*recipe, "--out", tmp_path / "a", within=limited(900))
    status, said, _ = training.ended()
    assert status == 1 and "not enough memory" in said
