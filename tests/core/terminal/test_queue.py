"""``alexnet queue``: recipes and sweeps wait, and are trained one after the other."""

import json
import signal
import time
from pathlib import Path

from core.runs import runs_in
from tests.core.terminal.conftest import SMALL, Alexnet


def test_what_is_added_is_listed_with_what_tells_it_apart(alexnet: Alexnet) -> None:
    assert alexnet("queue", "list").status == 0
    added = alexnet("queue", "add", *SMALL, "--vary", "lr=0.001,0.01", "--vary", "batch-size=16,32", "--tag", "mine")
    assert added.status == 0 and "sweep lr × batch_size" in added.out and "mine" in added.out
    assert "lr 0.01, batch_size 32" in added.out or "batch_size 32, lr 0.01" in added.out
    alexnet("queue", "add", *SMALL, "--epochs", "7")
    listed = [json.loads(line) for line in alexnet("queue", "list", "--json").out.splitlines()]
    assert [row["recipe"]["lr"] for row in listed] == [0.001, 0.001, 0.01, 0.01, 0.001]
    assert alexnet("queue", "remove", "1").status == 0
    assert len(alexnet("queue", "list", "--json").out.splitlines()) == 4
    gone = alexnet("queue", "remove", "9")
    assert gone.status == 2 and gone.said == "There is no number 9 in the queue: it has 4."
    assert alexnet("queue", "add", "--vary", "lr=fast").status == 2


def test_all_are_trained_and_one_that_fails_holds_up_no_other(alexnet: Alexnet, home: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    alexnet("queue", "add", *SMALL, "--epochs", "1", "--vary", "lr=0.001,0.01")
    alexnet("queue", "add", *SMALL, "--data", gone)
    alexnet("queue", "add", *SMALL, "--epochs", "1", "--seed", "3")
    ended = alexnet("queue", "run")
    assert ended.status == 1
    assert "This run failed: " in ended.err and "The queue is empty: 3 done, 1 failed." in ended.err
    runs = runs_in(home / "runs")
    assert sorted((run.recipe.lr, run.recipe.seed, run.state) for run in runs) == [
        (0.001, 0, "done"), (0.001, 3, "done"), (0.01, 0, "done"),
    ]  # fmt: skip
    assert sorted(run.tags for run in runs) == [(), ("sweep lr",), ("sweep lr",)]
    assert len(list((home / "runs").iterdir())) == 3, "a run that never began leaves nothing"
    assert "Nothing waits" in alexnet("queue", "run").err


def test_an_interruption_saves_the_run_and_keeps_what_waits(alexnet: Alexnet, start, home: Path) -> None:
    alexnet("queue", "add", *SMALL, "--vary", "epochs=9999,3")
    process = start("queue", "run")
    deadline = time.monotonic() + 120
    while not list((home / "runs").glob("*/metrics.jsonl")) and time.monotonic() < deadline:
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=120)
    assert process.returncode == 130 and "The queue rests; 1 wait." in err
    (run,) = runs_in(home / "runs")
    assert run.resumable and run.state == "stopped"
