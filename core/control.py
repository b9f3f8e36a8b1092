"""Commands to a run from outside the process that trains it: lines of ``control.jsonl`` in its folder."""

import json
import secrets
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from core.errors import ArgumentError, RunError
from core.events import Changed, Event, Finished, Saved
from core.recipe import checked

FILE = "control.jsonl"
COMMANDS = {  # and the event that says of each that it is done, see `effect`
    "pause": "paused",
    "go-on": "goes on",
    "step": "paused",
    "lr": "lr",
    "save": Saved.name,
    "stop-after-epoch": "stops after epoch",
    "stop": Finished.name,
}


@dataclass(frozen=True, slots=True)
class Command:
    """What somebody wants of a run; one JSON object a line. ``step``: make one more, then pause. ``value`` is the new
    learning rate of "lr" and None for all others; ``time`` is unix seconds of the sender's clock."""

    time: float
    id: str
    command: str
    value: float | None = None


def effect(event: Event) -> str:
    """What an event says was done: its name, or what has changed."""
    return event.what if isinstance(event, Changed) else event.name


def send(folder: Path, command: str, value: float | None = None) -> Command:
    """Writes a command into the folder of a run, whoever trains it.

    Raises ArgumentError for an unknown command or a wrong `value`, RunError when the folder cannot be written.
    """
    sent = Command(round(time.time(), 3), secrets.token_hex(4), command, _checked(command, value))
    try:
        with (folder / FILE).open("ab", buffering=0) as file:  # one write: lines of several senders do not mix
            file.write(json.dumps(asdict(sent)).encode() + b"\n")
    except OSError as error:
        raise RunError(f"The run {folder} cannot be told anything: {error.strerror}.") from None
    return sent


class Inbox:
    """The commands that come from now on; what was sent to an earlier part of the run is not for this one."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self._at = self._size()  # bytes that are behind us

    def poll(self) -> list[Command]:
        """What came since the last look, in order. So cheap that it may be called at every step.

        A half-written line waits for its end; one that is no command is passed over.
        """
        size = self._size()
        if size == self._at:
            return []
        if size < self._at:
            self._at = 0  # somebody has cleared the file
        try:
            with self._file.open("rb") as file:
                file.seek(self._at)
                whole = file.read().rpartition(b"\n")
        except OSError:
            return []
        self._at += len(whole[0]) + len(whole[1])
        return [command for line in whole[0].split(b"\n") if (command := _command(line))]

    def _size(self) -> int:
        try:
            return self._file.stat().st_size
        except OSError:
            return 0


def _command(line: bytes) -> Command | None:
    try:
        row = json.loads(line)
        return Command(row["time"], row["id"], row["command"], _checked(row["command"], row.get("value")))
    except (ValueError, KeyError, TypeError, AttributeError, ArgumentError):
        return None


def _checked(command: str, value: float | None) -> float | None:
    """The value, if it fits the command. Raises ArgumentError."""
    if command not in COMMANDS:
        raise ArgumentError(f"There is no command {command!r}: give one of {', '.join(COMMANDS)}.")
    if command == "lr":
        if value is None:
            raise ArgumentError("lr takes the new learning rate, but none was given.")
        return checked(lr=value).lr
    if value is not None:
        raise ArgumentError(f"{command} takes no value, but was given {value:g}.")
    return None
