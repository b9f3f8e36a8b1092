"""What is asked of a run while it goes on, and what was changed in it so far."""

from collections import deque
from collections.abc import Iterable
from time import time

from core.events import Changed


class Commands:
    """What any thread, or a signal handler, asks of the thread that trains; it looks here between two steps."""

    def __init__(self) -> None:
        self.stop = False
        self.save = False
        self.report = False
        self._changes: deque[tuple[float, str, float | None]] = deque()  # appending and popping are atomic

    def change(self, what: str, value: float | None = None) -> None:
        """Ask for a `Changed`."""
        self._changes.append((time(), what, value))

    @property
    def waiting(self) -> bool:
        """Whether a change is asked for."""
        return bool(self._changes)

    def changes(self, *, step: int) -> list[Changed]:
        """Take the changes that are asked for, as made after `step`."""
        taken = []
        while self._changes:
            at, what, value = self._changes.popleft()
            taken.append(Changed(time=at, step=step, what=what, value=value))
        return taken


class History:
    """The changes that were made in a run and decide how it goes on: a pure function of the step."""

    KINDS = ("lr", "parts")

    def __init__(self, planned: Iterable[Changed] = ()) -> None:
        """`planned` are to be made when their step comes: those of a run that is replayed."""
        self._made: list[Changed] = []
        self._planned = deque(sorted((c for c in planned if c.what in self.KINDS), key=lambda change: change.step))

    def is_due(self, step: int) -> bool:
        """Whether a planned change comes after `step` or came before it."""
        return bool(self._planned) and self._planned[0].step <= step

    def due(self, step: int) -> list[Changed]:
        """Take the planned changes that come after `step`."""
        taken = []
        while self.is_due(step):
            taken.append(self._planned.popleft())
        return taken

    def add(self, change: Changed) -> None:
        if change.what in self.KINDS:
            self._made.append(change)

    def value(self, what: str, *, step: int) -> float | None:
        """What this was set to for `step`: by the last change after an earlier step; None as by the recipe."""
        return next((c.value for c in reversed(self._made) if c.what == what and c.step < step), None)

    def to_json(self) -> list[list[float | str | None]]:
        return [[change.time, change.step, change.what, change.value] for change in self._made]

    def restore(self, rows: Iterable[list]) -> None:
        """Inverse of `to_json`; what was planned for these steps has been made."""
        self._made = [Changed(time=at, step=step, what=what, value=value) for at, step, what, value in rows]
        while self._planned and self._made and self._planned[0].step <= self._made[-1].step:
            self._planned.popleft()
