"""kill -9 while it trains: the run goes on from its last checkpoint, as if nothing had happened."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from core.checkpoint import Checkpoints
from core.control import send
from core.runs import CHECKPOINTS
from core.terminal import main

ROOT = Path(__file__).parents[2]
RECIPE = (
    *("--model", "lenet", "--limit", "64", "--batch-size", "16", "--lr", "0.01", "--device", "cpu"),
    *("--precision", "fp32", "--epochs", "40"),
)
ARRAYS = ("loss", "accuracy", "lr")


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    """As in the processes that are killed: sums over other numbers of threads round differently."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def curves(folder: Path) -> dict[str, list[float]]:
    """Every step's values; asserts that each step is there once."""
    found: dict[str, list[float]] = {name: [] for name in ARRAYS}
    for line in (folder / "metrics.jsonl").read_text("utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        if row["event"] == "steps":
            assert row["step"] == len(found["loss"]) + 1
            for name in ARRAYS:
                found[name] += row[name]
    return found


def evaluations(folder: Path) -> list[tuple[int, float, float]]:
    lines = (folder / "metrics.jsonl").read_text("utf-8").splitlines()
    found = [row for row in map(json.loads, lines) if row["event"] == "evaluated"]
    return [(row["epoch"], row["loss"], row["accuracy"]) for row in found]


def begun(command: list[str]) -> "subprocess.Popen[str]":
    """The command in a process of its own, its events in a pipe."""
    return subprocess.Popen(
        [sys.executable, "-m", "core", *command, "--json"],
        cwd=ROOT,
        env=os.environ | {"OMP_NUM_THREADS": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def killed(command: list[str], *, after: str, times: int) -> int:
    """Kills the run with its `times`-th event named `after` in the pipe; the last step announced as saved."""
    process = begun(command)
    assert process.stdout
    saved = 0
    for line in process.stdout:
        row = json.loads(line)
        saved = row["step"] if row["event"] == "saved" else saved
        times -= row["event"] == after
        if not times:
            break
    process.kill()
    rest, _ = process.communicate()
    assert process.returncode == -signal.SIGKILL, "it ended before it was killed"
    for line in rest.splitlines(keepends=True):
        if line.endswith("\n") and (row := json.loads(line))["event"] == "saved":
            saved = row["step"]
    return saved


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_killed_twice_it_ends_like_a_run_that_was_never_killed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "killed"
    saved = killed(["train", *RECIPE, "--out", str(folder)], after="evaluated", times=3)
    assert saved >= 8  # two epochs of four steps were announced as saved before the third was evaluated

    saved_again = killed(["train", "--resume", str(folder)], after="steps", times=5)
    assert saved_again == 0 or saved_again > saved

    assert main(["train", "--resume", str(folder), "--json"]) == 0
    started = json.loads(capsys.readouterr().out.splitlines()[0])
    assert started["step"] >= max(saved, saved_again), "an announced checkpoint was lost"

    assert main(["train", *RECIPE, "--out", str(tmp_path / "whole")]) == 0
    assert curves(folder) == curves(tmp_path / "whole")
    assert evaluations(folder) == evaluations(tmp_path / "whole")


_LONG = (
    *("--model", "lenet", "--limit", "2000", "--batch-size", "16", "--lr", "0.002", "--device", "cpu"),
    *("--precision", "fp32", "--epochs", "3", "--optimizer", "adamw", "--schedule", "one-cycle"),
    *("--augment", "flip,shift", "--ema", "0.99", "--clip", "1", "--label-smoothing", "0.1"),
)


def killed_at(command: list[str], folder: Path, *, line: int, save: int) -> int:
    """Kills the run after so many of its lines; a checkpoint is asked for after `save` of them, in the middle of an
    epoch. The last step announced as saved, 0 for none."""
    process = begun(command)
    with process:
        assert process.stdout
        saved = 0
        for number, text in enumerate(process.stdout, 1):
            row = json.loads(text)
            saved = row["step"] if row["event"] == "saved" else saved
            if number == save:
                send(folder, "save")
            if number == line:
                break
        process.kill()
    return saved


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_killed_at_random_moments_also_amid_an_epoch(tmp_path: Path) -> None:
    moments = random.Random(20_12)
    folder = tmp_path / "killed"
    command, reached, amid = ["train", *_LONG, "--out", str(folder)], 0, 0
    for _ in range(5):
        saved = killed_at(command, folder, line=moments.randint(6, 16), save=moments.randint(2, 5))
        if (folder / CHECKPOINTS).exists():
            command = ["train", "--resume", str(folder)]
        else:
            shutil.rmtree(folder)
        amid += bool(saved % 125)
        step = read_state(folder)["step"] if folder.exists() else 0
        assert step >= max(saved, reached), "an announced checkpoint was lost"
        reached = step
    assert amid, "no checkpoint was made in the middle of an epoch"
    assert main([*command]) == 0
    assert main(["train", *_LONG, "--out", str(tmp_path / "whole")]) == 0
    assert curves(folder) == curves(tmp_path / "whole")
    assert evaluations(folder) == evaluations(tmp_path / "whole")
    for which in ("model", "state"):
        mine, wanted = (tensors(tmp_path / name, which) for name in ("killed", "whole"))
        assert all(mine[name].equal(wanted[name]) for name in wanted | mine)


def read_state(folder: Path) -> dict[str, Any]:
    """The numbers of the newest checkpoint."""
    return Checkpoints(folder).load_state()[1].numbers


def tensors(folder: Path, which: str) -> dict[str, torch.Tensor]:
    """Of the last checkpoint: the model's (averaged) weights, or the state of optimiser and training."""
    weights, state = Checkpoints(folder).load_state()
    return weights if which == "model" else state.tensors
