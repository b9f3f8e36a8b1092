"""``alexnet control`` and a real ``alexnet train`` that obeys it."""

import json
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from core.run_lock import RunLock
from core.runs import read_run
from core.terminal import control

FOREVER = (
    *("--model", "lenet", "--limit", "64", "--batch-size", "8", "--device", "cpu", "--precision", "fp32"),
    *("--epochs", "10000"),
)


class Run:
    """A run that goes on, and what it has recorded."""

    def __init__(self, folder: Path, process: subprocess.Popen[str]) -> None:
        self.folder, self.process = folder, process

    def rows(self, event: str) -> list[dict[str, Any]]:
        lines = (self.folder / "metrics.jsonl").read_text("utf-8").splitlines(keepends=True)
        return [row for line in lines if line.endswith("\n") and (row := json.loads(line))["event"] == event]

    @property
    def step(self) -> int:
        last = self.rows("steps")[-1]
        return last["step"] + len(last["loss"]) - 1


@pytest.fixture
def run(start: Callable[..., subprocess.Popen[str]], tmp_path: Path) -> Iterator[Run]:
    """A run of ten thousand epochs that has saved one."""
    with (tmp_path / "err").open("w+") as err:
        process = start("train", *FOREVER, "--out", tmp_path / "run", stdout=subprocess.DEVNULL, stderr=err)
        made = Run(tmp_path / "run", process)
        while not (made.folder / "metrics.jsonl").exists() or not made.rows("saved"):
            assert process.poll() is None, (tmp_path / "err").read_text()
            time.sleep(0.05)
        with process:
            yield made
            process.kill()


def test_paused_stepped_changed_saved_and_stopped(alexnet, run: Run) -> None:
    ended = alexnet("control", run.folder, "pause")
    paused = run.rows("changed")[-1]
    assert (ended.status, ended.err) == (0, "")
    assert ended.out == f"The run is paused after step {paused['step']}.\n"
    assert (paused["what"], paused["value"], run.step) == ("paused", None, paused["step"])

    time.sleep(0.5)  # in which it would make some hundred steps
    assert run.step == paused["step"]

    assert alexnet("control", run.folder, "step").status == 0
    assert run.step == paused["step"] + 1
    assert len(run.rows("steps")[-1]["loss"]) == 1

    assert alexnet("control", run.folder, "lr", "0.25").out.startswith("The learning rate is 0.25 from step ")
    assert run.step == paused["step"] + 1
    assert alexnet("control", run.folder, "step").status == 0
    assert run.rows("steps")[-1]["lr"] == [0.25]
    assert run.rows("steps")[-2]["lr"] == [pytest.approx(0.001)]

    saved = len(run.rows("saved"))
    ended = alexnet("control", run.folder, "save")
    assert (ended.status, ended.out) == (0, f"Saved {run.rows('saved')[-1]['path']}.\n")
    assert (len(run.rows("saved")), run.rows("saved")[-1]["step"]) == (saved + 1, run.step)

    assert alexnet("control", run.folder, "go-on").status == 0
    assert run.rows("changed")[-1]["what"] == "goes on"
    step = run.step
    while run.step <= step:
        assert run.process.poll() is None
    ended = alexnet("control", run.folder, "stop")
    assert (ended.status, ended.out) == (0, f"The run is stopped after step {run.step}.\n")
    assert run.process.wait(60) == 130
    summary = read_run(run.folder)
    assert (summary.state, summary.step, summary.resumable) == ("stopped", run.step, True)

    ended = alexnet("train", "--resume", run.folder, "--epochs", run.step // 8 + 1)
    assert ended.status == 0


def test_interrupted_in_a_pause_it_stops_and_saves_at_once(alexnet, run: Run) -> None:
    alexnet("control", run.folder, "pause")
    step = run.step
    run.process.send_signal(signal.SIGINT)
    assert run.process.wait(60) == 130
    assert run.step == run.rows("finished")[-1]["step"] == run.rows("saved")[-1]["step"] == step


def test_a_run_that_nobody_trains(alexnet, trained: Path) -> None:
    ended = alexnet("control", trained, "pause")
    assert (ended.status, ended.said) == (1, "The run 'run' is not being trained.")
    assert not (trained / "control.jsonl").exists()


def test_one_that_does_not_listen(alexnet, trained: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(control, "_PATIENCE", 0.5)
    with RunLock(trained):
        ended = alexnet("control", trained, "save")
    assert ended.status == 1
    assert ended.said.startswith("The run 'run' has not obeyed within 0 s")
    (trained / "control.jsonl").unlink()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("explode",), '"explode"'),
        (("lr",), "none was given"),
        (("lr", "-1"), "greater than 0"),
        (("lr", "fast"), "takes a number, but was given 'fast'"),
        (("pause", "3"), "pause takes no value"),
    ],
)
def test_a_wrong_argument(alexnet, trained: Path, arguments: tuple[str, ...], said: str) -> None:
    with RunLock(trained):
        ended = alexnet("control", trained, *arguments)
    assert ended.status == 2
    assert said in ended.said
    assert alexnet("control", "nothing", "pause").status == 2
