"""A real training that is told what to do by lines in its folder."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from core.conductor import Conductor
from core.control import effect, send
from core.events import Evaluating, Event, Finished, Saved, Started, Steps, Watched
from core.recipe import checked
from core.train import Training

RECIPE = checked(
    model="lenet", limit=32, batch_size=8, epochs=500, lr=0.01, optimizer="sgd", device="cpu", precision="fp32"
)


@pytest.fixture
def training(tmp_path: Path) -> Iterator[Training]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield Training(RECIPE, tmp_path)
    torch.set_num_threads(threads)


def conducted(conductor: Conductor, training: Training) -> Iterator[Event]:
    """Without the looks into the layers, which come with steps."""
    return (event for event in conductor.conducted(training.events()) if not isinstance(event, Watched))


def told(events: list[Event]) -> list[tuple[str, int]]:
    return [(effect(event), getattr(event, "step", 0)) for event in events]


def until(events: Iterator[Event], what: str) -> list[Event]:
    """The events up to the first that tells of this."""
    found: list[Event] = []
    for event in events:
        found.append(event)
        if effect(event) == what:
            return found
    raise AssertionError(f"it ended without {what!r}: {told(found)}")


def test_commands_are_done_in_their_order(training: Training, tmp_path: Path) -> None:
    conductor = Conductor(training, tmp_path)
    events = conducted(conductor, training)
    assert isinstance(next(events), Started)
    for command, value in (
        ("pause", None),
        ("step", None),
        ("step", None),
        ("lr", 0.5),
        ("save", None),
        ("save", None),
    ):
        send(tmp_path, command, value)
    send(tmp_path, "go-on")
    done = until(events, "saved")
    assert told(done) == [
        ("paused", 0), ("steps", 1), ("paused", 1), ("steps", 2), ("paused", 2), ("lr", 2), ("goes on", 2), ("saved", 2)
    ]  # fmt: skip
    assert [len(event.loss) for event in done if isinstance(event, Steps)] == [1, 1]
    assert [event.lr[0] for event in done if isinstance(event, Steps)] == pytest.approx([0.01, 0.01])
    following = next(events)
    assert isinstance(following, Steps) and (following.step, following.lr[0]) == (3, 0.5)
    send(tmp_path, "stop")
    assert told(list(events))[-2:] == [("saved", training.step), ("finished", training.step)]


def test_a_step_at_the_end_of_an_epoch_evaluates_first(training: Training, tmp_path: Path) -> None:
    conductor = Conductor(training, tmp_path)
    events = conducted(conductor, training)
    next(event for event in events if isinstance(event, Evaluating))
    send(tmp_path, "step")
    done = until(events, "paused")
    assert [effect(event) for event in done] == ["evaluated", "saved", "steps", "paused"]
    assert training.step == 5
    conductor.stop()
    assert [effect(event) for event in events] == ["saved", "finished"]


def test_a_pause_waits_and_a_stop_ends_it_at_once(training: Training, tmp_path: Path) -> None:
    conductor = Conductor(training, tmp_path)
    came: list[Event] = []
    paused = threading.Event()

    def work() -> None:
        torch.set_num_threads(1)
        for event in conducted(conductor, training):
            came.append(event)
            if effect(event) == "paused":
                paused.set()

    send(tmp_path, "pause")
    thread = threading.Thread(target=work)
    thread.start()
    assert paused.wait(60)
    thread.join(0.5)
    assert thread.is_alive()
    count = len(came)
    conductor.stop()
    thread.join(60)
    assert not thread.is_alive()
    assert [type(event) for event in came[count:]] == [Saved, Finished]
    assert {step for _, step in told(came[count - 1 :])} == {training.step}


def test_it_stops_when_the_epoch_is_done_tested_and_saved(training: Training, tmp_path: Path) -> None:
    conductor = Conductor(training, tmp_path)
    events = conducted(conductor, training)
    next(events)
    send(tmp_path, "stop-after-epoch")
    done = [effect(event) for event in events if not isinstance(event, Steps | Evaluating)]
    assert done == ["stops after epoch", "evaluated", "saved", "saved", "finished"]
    assert training.step == training.steps_per_epoch and conductor.phase == "stopping"


def test_whoever_holds_it_may_tell_it_too_and_sees_how_it_stands(training: Training, tmp_path: Path) -> None:
    phases: list[str] = []

    def rest() -> None:
        phases.append(conductor.phase)
        conductor.tell("step" if len(phases) < 3 else "go-on")
        phases.append(conductor.phase)

    conductor = Conductor(training, tmp_path, rest=rest)
    events = conducted(conductor, training)
    assert (conductor.phase, type(next(events))) == ("running", Started)
    conductor.tell("pause")
    assert conductor.phase == "pausing"
    assert told(until(events, "goes on")) == [("paused", 0), ("steps", 1), ("paused", 1), ("goes on", 1)]
    assert phases == ["paused", "pausing", "paused", "running"]
    conductor.stop()
    assert conductor.phase == "stopping"
    assert [effect(event) for event in events] == ["saved", "finished"]


def test_a_pause_in_the_last_moment_does_not_hold_the_end(training: Training, tmp_path: Path) -> None:
    conductor = Conductor(training, tmp_path, rest=lambda: pytest.fail("there is nothing to wait for"))
    events = conducted(conductor, training)
    next(events)
    conductor.stop()
    for event in events:
        if isinstance(event, Saved):
            conductor.tell("pause")
    assert conductor.phase == "stopping"
