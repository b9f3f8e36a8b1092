"""The tail of a run: each event once, whatever happens to the file."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core import run_tail
from core.errors import RunError
from core.events import Evaluated, Event, Failed, Finished, Started, Steps, to_json
from core.recipe import checked
from core.recorder import record
from core.run_lock import RunLock
from core.run_tail import RunTail, follow, from_step

RECIPE = checked(model="lenet").model_dump(mode="json")


def started(step: int = 0, time: float = 1.0) -> Started:
    return Started(
        time=time, recipe=RECIPE, device="cpu", precision="fp32", parameters=5,
        steps_per_epoch=4, classes=["a", "b"], train_images=40, test_images=30, step=step,
    )  # fmt: skip


def steps(first: int, count: int = 1) -> Steps:
    numbers = np.arange(first, first + count, dtype=np.float32)
    return Steps(
        time=2.0, epoch=1, step=first, images=10 * count, seconds=count, loss=numbers, accuracy=numbers, lr=numbers
    )


def finished(step: int, reason: str = "done") -> Finished:
    return Finished(time=3.0, step=step, reason=reason, accuracy=None, best_accuracy=None)


def write(folder: Path, *events: Event) -> Path:
    """A part of a run, as the program records it; the file that it is in."""
    for _ in record(iter(events), folder):
        pass
    return folder / "metrics.jsonl"


def told(events: Iterator[Event]) -> list[tuple[str, int]]:
    return [(event.name, getattr(event, "step", -1)) for event in events]


def line(event: Event) -> bytes:
    return json.dumps(to_json(event)).encode() + b"\n"


def test_what_comes_is_read_once_and_no_half_line(tmp_path: Path) -> None:
    file = write(tmp_path, started(), steps(1, 2))
    tail = RunTail(tmp_path)
    assert told(tail.read()) == [("started", 0), ("steps", 1)]
    with file.open("ab", buffering=0) as writer:
        writer.write(line(steps(3))[:20])
        assert told(tail.read()) == []
        writer.write(line(steps(3))[20:] + b"damaged\n" + line(steps(4)))
    assert told(tail.read()) == [("steps", 3), ("steps", 4)]
    assert (tail.step, tail.state) == (4, "interrupted")


def test_a_resumed_run_goes_on_with_its_start(tmp_path: Path) -> None:
    write(tmp_path, started(), steps(1, 10))
    tail = RunTail(tmp_path)
    list(tail.read())
    write(tmp_path, started(7, time=5.0), steps(8, 2), finished(9))
    assert told(tail.read()) == [("started", 7), ("steps", 8), ("finished", 9)]
    assert tail.state == "done"


def test_what_was_not_read_yet_and_survived_the_cut_is_read(tmp_path: Path) -> None:
    file = write(tmp_path, started(), steps(1, 4))
    tail = RunTail(tmp_path)
    list(tail.read())
    with file.open("ab") as writer:
        writer.write(line(steps(5, 6)) + line(steps(11)) + b'{"event":"st')  # it is killed
    write(tmp_path, started(7, time=5.0), steps(8))
    *events, again, last = tail.read()
    (event,) = events
    assert isinstance(event, Steps) and (event.step, event.last_step) == (5, 7)
    assert told(iter([again, last])) == [("started", 7), ("steps", 8)]


def test_two_resumes_between_two_looks(tmp_path: Path) -> None:
    write(tmp_path, started(), steps(1, 4))
    tail = RunTail(tmp_path)
    list(tail.read())
    write(tmp_path, started(2, time=5.0), steps(3, 5))
    write(tmp_path, started(6, time=6.0), steps(7))
    assert told(tail.read()) == [("started", 2), ("steps", 3), ("started", 6), ("steps", 7)]
    write(tmp_path, started(1, time=7.0), steps(2))  # newer checkpoints were damaged: starts in between go too
    assert told(tail.read()) == [("started", 1), ("steps", 2)]


def test_a_folder_that_is_synced_is_replaced_all_the_time(tmp_path: Path) -> None:
    file = write(tmp_path, started(), steps(1))
    tail = RunTail(tmp_path)
    seen = told(tail.read())
    for step in (2, 3):
        copy = tmp_path / "copy"
        copy.write_bytes(file.read_bytes() + line(steps(step)))
        os.replace(copy, file)
        seen += told(tail.read())
    assert seen == [("started", 0), ("steps", 1), ("steps", 2), ("steps", 3)]


def test_in_blocks_smaller_than_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_tail, "_BLOCK", 10)
    write(tmp_path, started(), steps(1), steps(2), finished(2))
    assert told(RunTail(tmp_path).read()) == [("started", 0), ("steps", 1), ("steps", 2), ("finished", 2)]


def test_skipping_tells_how_the_run_began_and_stands(tmp_path: Path) -> None:
    write(tmp_path, started(), steps(1, 4), finished(4, "stopped"))
    file = write(tmp_path, started(4, time=5.0), steps(5, 2), Failed(time=6.0, step=6, message="It is hot."))
    tail = RunTail(tmp_path)
    begun = tail.skip()
    assert begun and begun.step == 4
    assert (tail.step, tail.state, tail.message) == (6, "failed", "It is hot.")
    with file.open("ab") as writer:
        writer.write(line(steps(7)))
    assert told(tail.read()) == [("steps", 7)]
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "recipe.toml").touch()
    assert RunTail(tmp_path / "new").skip() is None


def test_a_folder_that_is_no_run_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="is no run: it has no recipe"):
        list(RunTail(tmp_path).read())
    (tmp_path / "recipe.toml").touch()
    assert list(RunTail(tmp_path).read()) == []


WRITE = """
import sys
from pathlib import Path
from core.recorder import record
from tests.core.test_run_tail import started, steps

def events():
    yield started()
    for step in range(1, 100):
        yield steps(step)
        sys.stdin.readline()

for event in record(events(), Path(sys.argv[1])):
    print(event.name, flush=True)
"""


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another process that makes a step for each line it is sent."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITE, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
        bufsize=0,
    ) as process:
        assert process.stdout and process.stdout.readline() == b"started\n"
        yield process
        process.kill()


def test_followed_until_its_process_is_killed(tmp_path: Path, writer: subprocess.Popen[bytes]) -> None:
    tail = RunTail(tmp_path)
    events = follow(tail)
    assert told(iter([next(events), next(events)])) == [("started", 0), ("steps", 1)]
    assert writer.stdin
    writer.stdin.write(b"\n")
    assert told(iter([next(events)])) == [("steps", 2)]
    assert tail.state == "running"
    writer.kill()
    assert told(events) == []
    assert (tail.state, tail.step) == ("interrupted", 2)


def test_followed_to_its_end_and_not_beyond_a_stop_but_to_wait_for_it(tmp_path: Path) -> None:
    write(tmp_path, started(), steps(1), finished(1, "stopped"))
    assert told(follow(RunTail(tmp_path)))[-1] == ("finished", 1)
    waiting = follow(RunTail(tmp_path), wait=True)
    assert told(iter([next(waiting) for _ in range(3)]))[-1] == ("finished", 1)
    write(tmp_path, started(1, time=5.0), steps(2), finished(2))
    assert told(waiting) == [("started", 1), ("steps", 2), ("finished", 2)]


def test_a_run_that_got_no_better_is_done_also_for_whoever_waits(tmp_path: Path) -> None:
    write(tmp_path, started(), steps(1), finished(1, "patience"))
    tail = RunTail(tmp_path)
    assert [event.name for event in follow(tail, wait=True)] == ["started", "steps", "finished"]
    assert tail.state == "done"


def test_one_that_goes_on_but_has_not_said_so_yet_is_waited_for(tmp_path: Path) -> None:
    file = write(tmp_path, started(), finished(1, "stopped"))
    events = follow(RunTail(tmp_path))
    with RunLock(tmp_path):
        assert told(iter([next(events), next(events)])) == [("started", 0), ("finished", 1)]
        with file.open("ab") as writer:
            writer.write(line(started(1, time=5.0)))
        assert told(iter([next(events)])) == [("started", 1)]
    assert told(events) == []


def test_from_a_step_on() -> None:
    half = from_step(steps(3, 4), 5)
    assert isinstance(half, Steps)
    assert (half.step, half.loss.tolist(), half.lr.tolist(), half.images, half.seconds) == (5, [5, 6], [5, 6], 20, 2)
    assert from_step(steps(3, 2), 5) is None
    whole = steps(5, 2)
    assert from_step(whole, 5) is whole
    assert from_step(started(), 5) and from_step(finished(4), 5)
    end = Evaluated(time=1, epoch=1, step=4, loss=1, accuracy=1, seconds=1, confusion=np.zeros((2, 2), np.int64))
    assert from_step(end, 4) is end and from_step(end, 5) is None
