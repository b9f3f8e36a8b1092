"""A training run in the terminal: its events go to the run folder, to standard output and to the progress line."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.conductor import Conductor
from core.events import Event, Finished, to_json
from core.recipe import Recipe
from core.recorder import record
from core.terminal.failure import DONE, INTERRUPTED
from core.terminal.interruption import interruptible
from core.terminal.output import print_json, say
from core.terminal.progress import Show, progress
from core.terminal.summary import summary

if TYPE_CHECKING:
    from core.train import Training


@dataclass(frozen=True, slots=True)
class Plan:
    """What to train and where it is kept; ``resume`` goes on from the last checkpoint there."""

    recipe: Recipe
    folder: Path
    resume: bool


def run(plan: Callable[[], Plan], *, json: bool) -> int:
    """Trains to the end, or until SIGINT or SIGTERM; returns the exit status. With `json`, events are printed."""
    with interruptible() as interruption:
        settled = plan()
        training = _prepared(settled)
        conductor = Conductor(training, settled.folder)
        interruption.stop = conductor.stop
        events = conductor.conducted(record(training.events(), settled.folder))
        with progress(json=json) as show:
            end = _followed(events, conductor.stop, show, json=json)
    said = summary(end, settled.folder)
    say(said) if json else print(said)
    return INTERRUPTED if end.reason == "stopped" else DONE


def _prepared(plan: Plan) -> "Training":
    from core.memory import keep_memory

    keep_memory()
    from core.train import Training

    try:
        return Training(plan.recipe, plan.folder, resume=plan.resume)
    except BaseException:
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
