"""A training run in the terminal: its events go to the run folder, to standard output and to the progress line."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core import run_notes
from core.conductor import Conductor
from core.events import Changed, Event, Finished, to_json
from core.recipe import Recipe
from core.recorder import record
from core.terminal.failure import DONE, INTERRUPTED
from core.terminal.interruption import Interruption, interruptible
from core.terminal.output import print_json, reading, say
from core.terminal.progress import Show, progress
from core.terminal.summary import summary

if TYPE_CHECKING:
    from core.train import Training


@dataclass(frozen=True, slots=True)
class Plan:
    """What to train and where it is kept; ``resume`` goes on from the last checkpoint there, ``replay`` are the changes
    of another run, ``tags`` what the run is marked with."""

    recipe: Recipe
    folder: Path
    resume: bool
    replay: tuple[Changed, ...] = ()
    tags: tuple[str, ...] = ()


def run(plan: Callable[[], Plan], *, json: bool) -> int:
    """Trains to the end, or until SIGINT or SIGTERM; returns the exit status. With `json`, events are printed."""
    with interruptible() as interruption:
        settled = plan()
        training = _prepared(settled)
        try:
            if training.group.leads:
                if settled.tags:
                    run_notes.tag(settled.folder, settled.tags)
                end = _led(training, settled.folder, interruption, json=json)
            else:
                end = _helped(training, interruption)
        except BaseException:
            training.group.close()
            raise
    status = INTERRUPTED if end.reason == "stopped" else DONE
    if not training.group.alone:
        _end_at_once(status)
    return status


def _end_at_once(status: int) -> None:
    """Without taking the interpreter apart: now and then a thread of torch's group aborts the process meanwhile (seen
    with gloo in torch 2.15), and torchrun would take a run that is done for one that failed."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _led(training: "Training", folder: Path, interruption: Interruption, *, json: bool) -> Finished:
    """The run, recorded, shown and steered from outside; its last event."""
    conductor = Conductor(training, folder)
    interruption.stop = conductor.stop
    events = conductor.conducted(record(training.events(), folder))
    with progress(json=json) as show:
        end = _followed(events, conductor.stop, show, json=json)
    said = summary(end, folder)
    say(said) if json else print(said)
    return end


def _helped(training: "Training", interruption: Interruption) -> Finished:
    """The same in a process that helps another one, which records and speaks for all."""
    interruption.stop = training.stop
    *_, end = training.events()
    assert isinstance(end, Finished)
    return end


def _prepared(plan: Plan) -> "Training":
    from core.memory import keep_memory

    keep_memory()
    from core.engine.group import joined
    from core.train import Training

    group = joined()
    try:
        with reading(f"reading {plan.recipe.data}") if group.leads else nullcontext() as progress:
            return Training(
                plan.recipe, plan.folder, resume=plan.resume, replay=plan.replay, group=group, progress=progress
            )
    except BaseException:
        group.close()
        with suppress(OSError):
            plan.folder.rmdir()  # where it was made for this run, it is still empty
        raise


def _followed(events: Iterator[Event], stop: Callable[[], None], show: Show, *, json: bool) -> Finished:
    """Iterates the run and returns its last event.

    When nobody reads standard output any more, the run is stopped and saved like by Ctrl+C; BrokenPipeError follows.
    """
    gone: BrokenPipeError | None = None
    end: Event | None = None
    for end in events:
        show(end)
        if json and gone is None:
            try:
                print_json(to_json(end))
            except BrokenPipeError as error:
                gone = error
                stop()
    if gone:
        raise gone
    if not isinstance(end, Finished):
        raise AssertionError("a run that does not raise ends with Finished")
    return end
