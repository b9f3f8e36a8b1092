"""``alexnet control``: commands to a run that another process trains."""

import time
from typing import Annotated, Literal

from cyclopts import Parameter

from core.control import COMMANDS, effect, send
from core.errors import RunError
from core.events import Event, Failed
from core.recorder import in_words
from core.run_tail import RunTail
from core.terminal import named

_PATIENCE = 15.0  # seconds: a step of AlexNet on a slow CPU takes some of them
_REST = 0.1


def control(
    run: Annotated[str, Parameter(help="The folder of a run, or its name in the list of runs.")],
    command: Annotated[
        Literal["pause", "go-on", "step", "lr", "save", "stop", "stop-after-epoch"],
        Parameter(
            help="step makes one more step and pauses; stop saves, so that the run can be resumed; stop-after-epoch "
            "does so when the epoch is done and tested."
        ),
    ],
    value: Annotated[float | None, Parameter(help="The new learning rate, for lr.")] = None,
    /,
) -> None:
    """Tell a run that goes on to pause, to go on, to change its learning rate, to save or to stop.

    Says what the run did. The status is 1 when the run is not being trained, or has not obeyed within some seconds.
    """
    tail = RunTail(named.run_folder(run))
    tail.skip()
    if tail.state != "running":
        raise RunError(f"The run {tail.folder.name!r} is not being trained.")
    tail.skip()  # asking for its state took time
    send(tail.folder, command, value)
    print(in_words(_obeyed(tail, command)))


def _obeyed(tail: RunTail, command: str) -> Event:
    """The event that says that the run did it. Raises RunError when none comes."""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        is_running = tail.state == "running"
        for event in tail.read():
            if effect(event) == COMMANDS[command]:
                return event
            if isinstance(event, Failed):
                raise RunError(event.message)
        if not is_running:
            raise RunError(f"The run {tail.folder.name!r} has ended before it could obey.")
        time.sleep(_REST)
    raise RunError(
        f"The run {tail.folder.name!r} has not obeyed within {_PATIENCE:.0f} s: it may do so after a long step."
    )
