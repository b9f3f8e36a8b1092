"""A training run in the terminal: its events go to the run folder, to standard output and to the progress line."""

import shlex
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.events import Changed, Event, Finished, to_json
from core.recipe import Recipe
from core.terminal.failure import DONE, INTERRUPTED
from core.terminal.interruption import Interruption, interruptible
from core.terminal.output import percent, print_json, say
from core.terminal.progress import Show, progress

if TYPE_CHECKING:
    from core.train import Training


@dataclass(frozen=True, slots=True)
class Plan:
    """What to train and where it is kept; ``resume`` goes on from the last checkpoint there, ``replay`` are the changes
    of another run."""

    recipe: Recipe
    folder: Path
    resume: bool
    replay: tuple[Changed, ...] = ()


def run(plan: Callable[[], Plan], *, json: bool) -> int:
    """Trains to the end, or until SIGINT or SIGTERM; returns the exit status. With `json`, events are printed."""
    with interruptible() as interruption:
        settled = plan()
        training = _prepared(settled)
        interruption.stop = training.stop
        try:
            end = _led(training, settled.folder, interruption, json=json) if training.group.leads else _helped(training)
        finally:
            training.group.close()
    return INTERRUPTED if end.reason == "stopped" else DONE


def _led(training: "Training", folder: Path, interruption: Interruption, *, json: bool) -> Finished:
    """The run, recorded and shown; its last event."""
    with progress(json=json) as show:
        end = _followed(training, folder, show, interruption, json=json)
    summary = _summary(end, folder)
    say(summary) if json else print(summary)
    return end


def _helped(training: "Training") -> Finished:
    """The same in a process that helps another one, which records and speaks for all."""
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
        return Training(plan.recipe, plan.folder, resume=plan.resume, replay=plan.replay, group=group)
    except BaseException:
        group.close()
        with suppress(OSError):
            plan.folder.rmdir()  # where it was made for this run, it is still empty
        raise


def _followed(training: "Training", folder: Path, show: Show, interruption: Interruption, *, json: bool) -> Finished:
    """Iterates the run and returns its last event.

    When nobody reads standard output any more, the run is stopped and saved like by Ctrl+C; BrokenPipeError follows.
    """
    from core.recorder import record

    gone: BrokenPipeError | None = None
    end: Event | None = None
    for end in record(training.events(), folder):
        show(end)
        if json and gone is None:
            try:
                print_json(to_json(end))
            except BrokenPipeError as error:
                gone = error
                training.stop()
    if gone:
        raise gone
    if not isinstance(end, Finished):
        raise AssertionError("a run that does not raise ends with Finished")
    return end


def _summary(end: Finished, folder: Path) -> str:
    best = "" if end.best_accuracy == end.accuracy else f", {percent(end.best_accuracy)} at best"
    reached = f": test accuracy {percent(end.accuracy)}{best}" if end.accuracy is not None else ""
    if end.reason == "stopped":
        again = f"alexnet train --resume {shlex.quote(str(folder))}"
        return f"Stopped after step {end.step}{reached}. Go on with: {again}"
    if end.reason == "patience":
        return f"Ended after step {end.step}, for it got no better{reached}. The run is in {folder}"
    return f"Done after step {end.step}{reached}. The run is in {folder}"
