import json
from pathlib import Path

import numpy as np
import pytest

from core import run_metrics
from core.events import Evaluated, Event, Failed, Finished, Started, Steps, to_json
from core.run_metrics import Digest


def started(time: float, step: int = 0) -> Started:
    return Started(
        time=time,
        recipe={},
        device="cpu",
        precision="fp32",
        parameters=1,
        steps_per_epoch=10,
        classes=["a", "finished"],  # a class named like an event
        train_images=100,
        test_images=10,
        step=step,
    )


def steps(time: float, step: int, *, count: int = 1, seconds: float = 1.0) -> Steps:
    values = np.linspace(2, 1, count, dtype=np.float32)
    return Steps(
        time=time,
        epoch=1,
        step=step,
        images=10 * count,
        seconds=seconds,
        loss=values,
        accuracy=values,
        lr=values,
    )


def evaluated(time: float, epoch: int, accuracy: float, classes: int = 2) -> Evaluated:
    confusion = np.zeros((classes, classes), np.int64)
    return Evaluated(
        time=time, epoch=epoch, step=10 * epoch, loss=0.5, accuracy=accuracy, seconds=1.0, confusion=confusion
    )


def write(file: Path, *events: Event, tail: str = "") -> Path:
    file.write_text("".join(json.dumps(to_json(event)) + "\n" for event in events) + tail)
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "metrics.jsonl"


def test_digest_of_a_whole_run(file: Path) -> None:
    end = Finished(time=131, step=20, reason="done", accuracy=0.8, best_accuracy=0.9)
    first = [steps(100 + i, i) for i in range(1, 11)]
    second = [steps(115 + i, 10 + i, seconds=0.5) for i in range(1, 11)]
    write(file, started(100), *first, evaluated(112, 1, 0.9), *second, evaluated(130, 2, 0.8), end)
    found = run_metrics.digest(file)
    assert found == Digest(
        started=100,
        last_time=131,
        ending="done",
        epochs_done=2,
        step=20,
        accuracy=0.8,
        best_accuracy=0.9,
        loss=0.5,
        seconds=31,
        images_per_second=200 / 15,
    )


def test_a_file_that_ends_torn(file: Path) -> None:
    write(file, started(100), steps(101, 1), steps(102, 2, count=3), tail='{"event": "steps", "time": 10')
    found = run_metrics.digest(file)
    assert (found.step, found.ending, found.accuracy, found.last_time) == (4, "", None, 102)
    assert [event.name for event in run_metrics.events_of(file)] == ["started", "steps", "steps"]


def test_a_resumed_run_counts_both_parts_and_has_not_ended(file: Path) -> None:
    stop = Finished(time=110, step=5, reason="stopped", accuracy=None, best_accuracy=None)
    write(file, started(100), steps(105, 1, count=5, seconds=50), stop)
    assert run_metrics.digest(file).ending == "stopped"
    write(file, started(100), steps(105, 1, count=5, seconds=50), stop, started(200, step=5), steps(204, 6))
    found = run_metrics.digest(file)
    assert (found.ending, found.seconds, found.step) == ("", 14, 6)
    assert found.images_per_second == 10  # of the new part alone


def test_a_failed_run_says_why(file: Path) -> None:
    write(file, started(100), steps(101, 1), Failed(time=102, step=1, message="The loss is no longer a number."))
    found = run_metrics.digest(file)
    assert (found.ending, found.message) == ("failed", "The loss is no longer a number.")


def test_lines_longer_than_a_block(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_metrics, "_BLOCK", 64)
    events = [
        started(100),
        steps(101, 1, count=20_000),
        evaluated(102, 1, 0.7, 200),
        steps(103, 20_001, count=9),
    ]
    found = run_metrics.digest(write(file, *events))
    assert (found.step, found.accuracy, found.last_time) == (20_009, 0.7, 103)


def test_compact_json_is_read_as_well(file: Path) -> None:
    file.write_text(
        "".join(json.dumps(to_json(e), separators=(",", ":")) + "\n" for e in (started(1), evaluated(9, 1, 0.7)))
    )
    assert run_metrics.digest(file).accuracy == 0.7


def test_rubbish_is_passed_over(file: Path) -> None:
    rubbish = '"started"\n[1]\n{"event": "evaluated", "time": "x", "accuracy": 1}\n'
    rubbish += '{"event": []}\n\x00\xff"failed"\n{"a": 1}\n'
    write(file, started(100), tail=rubbish)
    assert run_metrics.digest(file).started == 100
    assert len(list(run_metrics.events_of(file))) == 1


def test_no_file_is_an_empty_digest(file: Path) -> None:
    assert run_metrics.digest(file) == Digest()


def test_few_lines_are_parsed_of_a_long_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line = json.dumps(to_json(steps(101, 1))) + "\n"
    write(file, started(100), tail=line * 20_000)
    parsed = 0

    def counting(text: bytes) -> object:
        nonlocal parsed
        parsed += 1
        return json.JSONDecoder().decode(text.decode())

    monkeypatch.setattr(run_metrics, "loads", counting)
    assert run_metrics.digest(file).step == 1
    assert parsed < 50
