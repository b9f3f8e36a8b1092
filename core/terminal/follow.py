"""``alexnet follow``: a run that another process trains, here or in a folder that is mounted or synced."""

import time
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from cyclopts.validators import Number

from core.errors import ArgumentError, RunError
from core.events import Evaluated, Event, Finished, to_json
from core.predictions import file_of
from core.run_tail import RunTail, from_step
from core.run_tail import follow as events_of
from core.terminal import named
from core.terminal.failure import DONE
from core.terminal.options import Json
from core.terminal.output import print_json, say
from core.terminal.progress import progress
from core.terminal.summary import summary, to_go_on

_REST = 0.5  # seconds between two looks for a run that is not there


def follow(
    run: Annotated[str, Parameter(help="The folder of a run, or its name in the list of runs.")],
    /,
    *,
    last: Annotated[
        bool, Parameter(negative="", show_default=False, help="Leave out what is recorded already.")
    ] = False,
    since: Annotated[
        int | None, Parameter(validator=Number(gte=1), help="Leave out the steps before this one.")
    ] = None,
    wait: Annotated[
        bool,
        Parameter(negative="", show_default=False, help="Wait for a run that is not there yet or has stopped."),
    ] = False,
    predictions: Annotated[
        bool,
        Parameter(
            negative="",
            show_default=False,
            help="With --json: each evaluation also says what the network made of every test picture (base64 of the "
            "safetensors file that the run keeps).",
        ),
    ] = False,
    json: Json = False,
) -> int:
    """Follow a run that something else trains: what it records, from its start and then as it comes.

    Ends when the run ends, or with Ctrl+C, which the run does not feel. A run that is resumed first forgets what came
    after its checkpoint: its "started" event says after which step it goes on. The status is 1 when the run failed or
    its process died.
    """
    if last and since is not None:
        raise ArgumentError("Give --last or --since, not both.")
    folder = _found(run, wait=wait)
    tail = RunTail(folder)
    with progress(json=json) as show:
        for event in _events(tail, last=last, since=since or 1, wait=wait):
            show(event)
            if json:
                print_json(to_json(event) | (_predictions(folder, event) if predictions else {}))
    said = _end(tail)
    say(said) if json else print(said)
    return DONE


def _predictions(folder: Path, event: Event) -> dict[str, str]:
    if not isinstance(event, Evaluated):
        return {}
    try:
        return {"predictions": b64encode(file_of(folder, event.epoch).read_bytes()).decode()}
    except OSError:
        return {}  # an older run keeps none


def _found(run: str, *, wait: bool) -> Path:
    """The folder of the run; with `wait`, as soon as it is there."""
    while True:
        try:
            return named.run_folder(run)
        except ArgumentError:
            if not wait:
                raise
        time.sleep(_REST)


def _events(tail: RunTail, *, last: bool, since: int, wait: bool) -> Iterator[Event]:
    begun = tail.skip() if last else None
    if begun:
        yield begun  # or nobody would know what run this is
    for event in events_of(tail, wait=wait):
        kept = from_step(event, since)
        if kept is not None:
            yield kept


def _end(tail: RunTail) -> str:
    """The end of the run in a line. Raises RunError when it was a bad one."""
    if isinstance(tail.mark, Finished):
        return summary(tail.mark, tail.folder)
    if tail.message:
        raise RunError(tail.message)
    raise RunError(f"Nobody trains this run any more, and it broke off after step {tail.step}. {to_go_on(tail.folder)}")
