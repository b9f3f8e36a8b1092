"""Runs in processes of their own, to which things happen."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import pytest

RECIPE = (
    *("--model", "lenet", "--limit", "64", "--batch-size", "16", "--lr", "0.01", "--device", "cpu"),
    *("--precision", "fp32"),
)


class Training:
    """``alexnet train`` as long as a test lasts."""

    def __init__(self, *arguments: object, within: Sequence[str] = ()) -> None:
        self.process = subprocess.Popen(
            [*within, sys.executable, "-m", "core", "train", *map(str, arguments), "--json"],
            cwd=Path(__file__).parents[2],
            env=os.environ | {"OMP_NUM_THREADS": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def until(self, event: str, times: int = 1) -> dict[str, Any]:
        """Read what it prints up to the event of this name, the first one or a later one."""
        assert self.process.stdout
        for line in self.process.stdout:
            row = json.loads(line)
            times -= row["event"] == event
            if not times:
                return row
        raise AssertionError(f"it ended without {event!r}: {self.process.communicate()[1]}")

    def ended(self) -> tuple[int, str, list[dict[str, Any]]]:
        """Its exit status, the last line on standard error, and the events not read yet, when it ends."""
        out, err = self.process.communicate(timeout=120)
        assert "Traceback" not in err
        lines = err.splitlines()
        return self.process.returncode, lines[-1] if lines else "", [json.loads(line) for line in out.splitlines()]


class Train(Protocol):
    """``train("--out", folder)`` starts a training."""

    def __call__(self, *arguments: object, within: Sequence[str] = ()) -> Training: ...


@pytest.fixture
def train() -> Iterator[Train]:
    """Starts trainings; none survives the test."""
    started: list[Training] = []

    def start(*arguments: object, within: Sequence[str] = ()) -> Training:
        started.append(Training(*arguments, within=within))
        return started[-1]

    yield start
    for training in started:
        with training.process as process:
            process.kill()


@pytest.fixture
def recipe() -> tuple[str, ...]:
    """The flags of a small run of four steps an epoch."""
    return RECIPE
