"""``alexnet follow`` beside a real ``alexnet train``: to its end, through its death, across a resume."""

import json
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

SMALL = ("--model", "lenet", "--limit", "64", "--batch-size", "8", "--device", "cpu", "--precision", "fp32")
FOREVER = (*SMALL, "--epochs", "10000")
Start = Callable[..., subprocess.Popen[str]]


def rows(lines: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines.splitlines()]


def until(process: subprocess.Popen[str], event: str, **fields: object) -> list[dict[str, Any]]:
    """What the process prints up to the first event of that name with these fields."""
    assert process.stdout
    found = []
    for line in process.stdout:
        found.append(json.loads(line))
        if found[-1]["event"] == event and found[-1].items() >= fields.items():
            return found
    raise AssertionError(f"it ended without {event!r}")


@pytest.fixture
def begin(start: Start) -> Iterator[Start]:
    """As `start`; nothing survives the test."""
    begun: list[subprocess.Popen[str]] = []

    def run(*arguments: object, **options: object) -> subprocess.Popen[str]:
        begun.append(start(*arguments, **options))
        return begun[-1]

    yield run
    for process in begun:
        with process:
            process.kill()


def test_a_finished_run_is_told_from_its_start(alexnet, trained: Path) -> None:
    ended = alexnet("follow", trained, "--json")
    assert ended.status == 0
    assert rows(ended.out) == rows((trained / "metrics.jsonl").read_text("utf-8"))
    ended = alexnet("follow", trained)
    assert ended.status == 0
    assert ended.out.startswith("Done after step 4: test accuracy ")
    assert "epoch 2/2   test loss" in ended.err


def test_from_a_step_on_or_only_what_comes(alexnet, trained: Path) -> None:
    begun, *later = rows(alexnet("follow", trained, "--json", "--since", "3").out)
    assert begun["event"] == "started"
    assert {row["step"] for row in later} == {3, 4}
    ended = alexnet("follow", trained, "--json", "--last")
    assert [row["event"] for row in rows(ended.out)] == ["started"]
    assert ended.status == 0


@pytest.mark.parametrize("arguments", [("nothing",), (".",), (".", "--last", "--since", "2"), (".", "--since", "0")])
def test_a_wrong_argument(alexnet, arguments: tuple[str, ...]) -> None:
    ended = alexnet("follow", *arguments)
    assert (ended.status, ended.out) == (2, "")
    assert ended.said


def test_waited_for_killed_resumed_and_stopped(begin: Start, alexnet, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    waiting = begin("follow", folder, "--json", "--wait")
    training = begin("train", *FOREVER, "--out", folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    seen = until(waiting, "evaluated", epoch=3)
    impatient = begin("follow", folder)
    training.kill()
    training.wait()
    out, err = impatient.communicate(timeout=60)
    assert (impatient.returncode, out) == (1, "")
    assert err.splitlines()[-1].startswith("Nobody trains this run any more, and it broke off after step ")
    assert "Go on with: alexnet train --resume" in err.splitlines()[-1]

    assert alexnet("train", "--resume", folder, "--epochs", "30").status == 0
    assert waiting.stdout and waiting.stderr
    rest, err = waiting.stdout.read(), waiting.stderr.read()  # communicate() would lose what is read ahead
    assert waiting.wait(60) == 0
    assert "Done after step 240" in err.splitlines()[-1]
    curves: list[float] = []
    for row in seen + rows(rest):
        if row["event"] == "started":
            assert row["step"] <= len(curves)
            del curves[row["step"] :]
        elif row["event"] == "steps":
            assert row["step"] == len(curves) + 1
            curves += row["loss"]
    recorded = [row for row in rows((folder / "metrics.jsonl").read_text("utf-8")) if row["event"] == "steps"]
    assert curves == [loss for row in recorded for loss in row["loss"]]


def test_ctrl_c_ends_the_following_only(begin: Start, tmp_path: Path) -> None:
    training = begin("train", *FOREVER, "--out", tmp_path / "run", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until(begin("follow", tmp_path / "run", "--json", "--wait"), "saved")
    following = begin("follow", tmp_path / "run", "--json", "--last")
    assert until(following, "steps")[0]["event"] == "started"
    following.send_signal(signal.SIGINT)
    _, err = following.communicate(timeout=60)
    assert (following.returncode, "Traceback" in err) == (130, False)
    assert training.poll() is None


def test_a_failed_run_says_why(alexnet, trained: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(trained, tmp_path / "run")
    with (folder / "metrics.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"event":"failed","time":1.0,"step":4,"message":"It is too hot."}\n')
    ended = alexnet("follow", folder)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.splitlines()[-1] == "It is too hot."
