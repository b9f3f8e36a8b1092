"""Several processes that train together: the same losses as one, and a killed one is made good."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from core.checkpoint import Checkpoints
from core.predictions import read

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="torchrun starts gloo groups on Linux and macOS")

ROOT = Path(__file__).parents[2]
# 90 pictures: the last batch of an epoch is short, and is shared out unevenly
RECIPE = (
    *("--model", "lenet", "--limit", "90", "--batch-size", "27", "--lr", "0.01", "--device", "cpu"),
    *("--precision", "fp32", "--activation", "relu", "--initialization", "xavier"),
)
MORE = (
    # no Adam: it makes whole steps of gradients that are rounding errors, which differ from CPU to CPU
    *("--optimizer", "sgd", "--epochs", 8, "--clip", 1, "--label-smoothing", 0.1, "--class-weights", "--ema", 0.9),
    *("--augment", "flip,shift"),
)


def started(*arguments: object, restarts: int = 0) -> subprocess.Popen[str]:
    """``torchrun`` with two processes of ``alexnet train --json``."""
    return subprocess.Popen(
        [
            *(sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node=2"),
            *(f"--max-restarts={restarts}", "--monitor-interval=0.1", "-m", "core", "train"),
            *(*map(str, arguments), "--json"),
        ],
        cwd=ROOT,
        env=os.environ | {"OMP_NUM_THREADS": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def together() -> Iterator[Any]:
    """Starts groups; none survives the test."""
    groups: list[subprocess.Popen[str]] = []

    def start(*arguments: object, restarts: int = 0) -> subprocess.Popen[str]:
        groups.append(started(*arguments, restarts=restarts))
        return groups[-1]

    yield start
    for group in groups:
        with group:
            if group.poll() is None:
                family = [psutil.Process(group.pid), *psutil.Process(group.pid).children(recursive=True)]
                for process in family:  # the workers have sessions of their own
                    process.kill()


def ended(group: subprocess.Popen[str]) -> list[dict[str, Any]]:
    out, err = group.communicate(timeout=200)
    assert group.returncode == 0, err
    return [json.loads(line) for line in out.splitlines()]


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    lines = map(json.loads, (folder / "metrics.jsonl").read_text("utf-8").splitlines())
    return [row for row in lines if row["event"] == name]


def losses(folder: Path) -> list[float]:
    return [loss for row in rows(folder, "steps") for loss in row["loss"]]


def alone(*arguments: object) -> None:
    command = [sys.executable, "-m", "core", "train", *map(str, arguments)]
    subprocess.run(command, cwd=ROOT, env=os.environ | {"OMP_NUM_THREADS": "1"}, check=True, capture_output=True)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[str, Any]]]:
    """A run of two processes that nothing happened to, and what it printed."""
    folder = tmp_path_factory.mktemp("two") / "run"
    return folder, ended(started(*RECIPE, *MORE, "--out", folder))


def test_two_processes_learn_what_one_does(whole: tuple[Path, list[dict[str, Any]]], tmp_path: Path) -> None:
    two, printed = whole
    alone(*RECIPE, *MORE, "--out", tmp_path / "one")
    assert [row["event"] for row in printed].count("finished") == 1, "only one of them speaks"
    assert losses(two) == pytest.approx(losses(tmp_path / "one"), abs=1e-5)
    for mine, one in zip(rows(two, "evaluated"), rows(tmp_path / "one", "evaluated"), strict=True):
        assert mine["confusion"] == one["confusion"]
        assert mine["loss"] == pytest.approx(one["loss"], abs=1e-5)
        ours, theirs = (read(folder, mine["epoch"]) for folder in (two, tmp_path / "one"))
        assert ours is not None and theirs is not None
        assert ours.predicted.tolist() == theirs.predicted.tolist()
        assert ours.truth == pytest.approx(theirs.truth, abs=1e-5)


def test_one_of_them_looks_into_the_layers_at_what_all_have_the_same_of(
    whole: tuple[Path, list[dict[str, Any]]], tmp_path: Path
) -> None:
    alone(*RECIPE, *MORE, "--out", tmp_path / "one")
    two, one = ({row["step"]: row for row in rows(folder, "watched")} for folder in (whole[0], tmp_path / "one"))
    assert len(two) == len(rows(whole[0], "watched")), "each step is looked into once"
    for step in (1, 2, 4):
        assert two[step]["gradient_norm"] == pytest.approx(one[step]["gradient_norm"], rel=1e-3)
        for mine, wanted in zip(two[step]["layers"], one[step]["layers"], strict=True):
            assert mine["weight_norm"] == pytest.approx(wanted["weight_norm"], rel=1e-4)
            assert mine["update"] == pytest.approx(wanted["update"], rel=0.02)


def workers(group: subprocess.Popen[str]) -> list[psutil.Process]:
    """The training processes, in the order of their ranks."""
    children = psutil.Process(group.pid).children(recursive=True)
    found = [child for child in children if child.is_running() and "RANK" in child.environ()]
    return sorted(found, key=lambda child: int(child.environ()["RANK"]))


@pytest.mark.parametrize("rank", [0, 1])
def test_a_killed_process_is_made_good_from_the_last_checkpoint(
    together: Any, whole: tuple[Path, list[dict[str, Any]]], tmp_path: Path, rank: int
) -> None:
    folder = tmp_path / "killed"
    group = together(*RECIPE, *MORE, "--out", folder, restarts=2)
    saved = 0
    for line in group.stdout:
        saved += json.loads(line)["event"] == "saved"
        if saved == 3:
            break
    workers(group)[rank].kill()
    ended(group)
    starts = rows(folder, "started")
    assert len(starts) == 2 and starts[1]["step"] >= 12, "an announced checkpoint was lost"
    assert losses(folder) == losses(whole[0])
    mine, wanted = (Checkpoints(place).load_state()[0] for place in (folder, whole[0]))
    assert all(mine[name].equal(wanted[name]) for name in wanted)


def test_told_to_end_they_save_together_and_can_go_on_alone(together: Any, tmp_path: Path) -> None:
    group = together(*RECIPE, "--epochs", 10_000, "--out", tmp_path / "run")
    for line in group.stdout:
        if json.loads(line)["event"] == "evaluated":
            break
    group.send_signal(signal.SIGTERM)
    group.communicate(timeout=100)
    [finished] = rows(tmp_path / "run", "finished")
    assert finished["reason"] == "stopped"
    epochs = finished["step"] // 4 + 1
    alone("--resume", tmp_path / "run", "--epochs", epochs)
    assert rows(tmp_path / "run", "started")[-1]["step"] == finished["step"]


def test_without_a_folder_that_all_share_it_is_one_sentence(together: Any) -> None:
    group = together(*RECIPE)
    _, err = group.communicate(timeout=100)
    assert group.returncode == 1 and "give the folder of the run by --out" in err
