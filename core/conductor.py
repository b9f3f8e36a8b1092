"""A training that does as it is told, by whoever holds it and by lines in its run folder: between two of its events."""

import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from core.control import COMMANDS, Command, Inbox, effect
from core.events import Evaluated, Event, Finished, Saved, Steps

if TYPE_CHECKING:
    from core.train import Training

REST = 0.1  # seconds between two looks for commands while the run is paused


def _sleep() -> None:
    time.sleep(REST)


class Conductor:
    """Advances a training as it is told: goes on, pauses, makes a single step, stops, at once or
    when the epoch is done.

    What a command brings about is an event, which the training yields before its next step. So a training that is
    paused is advanced all the same until what is due has come. ``tell``, ``stop`` and ``phase`` are for any thread,
    and ``stop`` for a signal handler, too.
    """

    def __init__(self, training: "Training", folder: Path, *, rest: Callable[[], object] = _sleep) -> None:
        """Commands count from now on. While the run is paused, `rest` is called again and again: it waits a little."""
        self._training = training
        self._rest = rest
        self._inbox = Inbox(folder)
        self._told: deque[Command] = deque()  # by who holds it; appending and popping are atomic
        self._commands: deque[Command] = deque()  # not done yet
        self._paused = self._resting = self._stopping = False
        self._pause_wanted = False  # when all commands are done
        self._due: list[str] = []  # effects of commands that no event has told of yet
        self._single: int | None = None  # the step after which the run pauses
        self._last_epoch: Literal["", "wanted", "evaluated"] = ""  # once it is evaluated and saved, the run stops

    def tell(self, command: str, value: float | None = None) -> None:
        """As if this came from the folder; a wrong command or value is the caller's fault."""
        self._pause_wanted = _wants_pause(command, self._pause_wanted)
        self._told.append(Command(time.time(), "", command, value))

    def stop(self) -> None:
        """End the run after the step that is being made, or at once in a pause."""
        self._stopping = True
        self._training.stop()

    @property
    def phase(self) -> Literal["running", "pausing", "paused", "stopping"]:
        """What is so, and what is wanted but not yet so."""
        if self._stopping:
            return "stopping"
        if not self._pause_wanted:
            return "running"
        return "paused" if self._resting and not self._told else "pausing"

    def conducted(self, events: Iterator[Event]) -> Iterator[Event]:
        """The training's `events` (recorded or not), each as soon as it may come."""
        for event in events:
            yield event
            if isinstance(event, Finished):
                continue  # nothing comes any more that could be waited for
            self._note(event)
            self._obey()
            while self._paused and not (self._due or self._single or self._stopping):
                self._resting = True
                self._rest()
                self._obey()
            self._resting = False

    def _note(self, event: Event) -> None:
        if effect(event) in self._due:
            self._due.remove(effect(event))
        if self._single and isinstance(event, Steps) and event.last_step >= self._single:
            self._single = None
            self._pause(True)
        if self._last_epoch and isinstance(event, Evaluated):
            self._last_epoch = "evaluated"
        elif self._last_epoch == "evaluated" and isinstance(event, Saved):
            self.stop()

    def _obey(self) -> None:
        """Commands are done in their order; those after a single step wait for it, but for a stop."""
        for command in self._inbox.poll():
            self._pause_wanted = _wants_pause(command.command, self._pause_wanted)
            self._told.append(command)
        while self._told:
            self._resting = False
            command = self._told.popleft()
            if command.command == "stop":
                self.stop()
            else:
                self._commands.append(command)
        while self._commands and not self._single:
            self._do(self._commands.popleft())

    def _do(self, command: Command) -> None:
        match command:
            case Command(command="pause"):
                self._pause(True)
            case Command(command="go-on"):
                self._pause(False)
            case Command(command="step"):
                self._single = self._training.step + 1
                self._training.report_next()
            case Command(command="lr", value=float(value)):
                self._training.change_lr(value)
                self._due.append(COMMANDS["lr"])
            case Command(command="save"):
                self._training.save_soon()
                if COMMANDS["save"] not in self._due:  # one checkpoint is for all who asked
                    self._due.append(COMMANDS["save"])
            case Command(command="stop-after-epoch"):
                self._last_epoch = self._last_epoch or "wanted"
                self._say(COMMANDS["stop-after-epoch"])

    def _pause(self, paused: bool) -> None:
        self._paused = paused
        self._say(COMMANDS["pause" if paused else "go-on"])

    def _say(self, what: str) -> None:
        """Have it recorded, and wait for that."""
        self._training.note(what)
        self._due.append(what)


def _wants_pause(command: str, so_far: bool) -> bool:
    return {"pause": True, "step": True, "go-on": False}.get(command, so_far)
