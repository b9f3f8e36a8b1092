"""A training that obeys the commands in its run folder: between two of its events they are read and done."""

import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from core.control import COMMANDS, Command, Inbox, effect
from core.events import Event, Steps

if TYPE_CHECKING:
    from core.train import Training

_REST = 0.1  # seconds between two looks for commands while the run is paused


class Conductor:
    """Advances a training as it is told: goes on, pauses, makes a single step, stops.

    What a command brings about is an event, which the training yields before its next step. So a training that is
    paused is advanced all the same until what is due has come.
    """

    def __init__(self, training: "Training", folder: Path) -> None:
        """Commands count from now on."""
        self._training = training
        self._inbox = Inbox(folder)
        self._commands: deque[Command] = deque()  # not done yet
        self._paused = self._stopping = False
        self._due: list[str] = []  # effects of commands that no event has told of yet
        self._single: int | None = None  # the step after which the run pauses

    def stop(self) -> None:
        """End the run after the step that is being made, or at once in a pause. May be called from any thread and
        from a signal handler."""
        self._stopping = True
        self._training.stop()

    def conducted(self, events: Iterator[Event]) -> Iterator[Event]:
        """The training's `events` (recorded or not), each as soon as it may come."""
        for event in events:
            yield event
            self._note(event)
            self._obey()
            while self._paused and not (self._due or self._single or self._stopping):
                time.sleep(_REST)
                self._obey()

    def _note(self, event: Event) -> None:
        if effect(event) in self._due:
            self._due.remove(effect(event))
        if self._single and isinstance(event, Steps) and event.last_step >= self._single:
            self._single = None
            self._pause(True)

    def _obey(self) -> None:
        """Commands are done in their order; those after a single step wait for it, but for a stop."""
        for command in self._inbox.poll():
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

    def _pause(self, paused: bool) -> None:
        self._paused = paused
        said = COMMANDS["pause" if paused else "go-on"]
        self._training.note(said)
        self._due.append(said)
