"""Reading on in ``metrics.jsonl`` while another process writes it: each event once, in constant memory."""

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from core import run_lock
from core.errors import RunError
from core.events import Event, Failed, Finished, Started, Steps
from core.run_metrics import FILE, Ending, event_in, in_blocks
from core.runs import RECIPE, State, state_of
from core.step_block import StepBlock

_BLOCK = 1 << 22  # bytes read at a time
_REST = 0.1  # seconds between two looks at a file that does not grow


class RunTail:
    """The events of one run folder, each once, also when the file is written anew.

    A run that is resumed first loses what came after its checkpoint, and a folder that is synced is replaced again and
    again. What was read before is then passed over, and the next event is the `Started` of the new part: its ``step``
    says how much of what was read still counts.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.last: Event | None = None  # that was read
        self.mark: Started | Finished | Failed | None = None  # the last that began or ended a part of the run
        self._file = folder / FILE
        self._inode = self._at = 0  # the file, and how many bytes of it are behind us
        self._part, self._passed = b"", 0  # the line that began this part of the run, and its lines that are behind us
        self._read: dict[bytes, int] = {}  # how many lines of each part were ever read

    def read(self) -> Iterator[Event]:
        """What came since the last reading. A half-written line waits for its end; a damaged one is passed over.

        Raises RunError when the folder is no run, or the file cannot be read.
        """
        for line in self._lines():
            event = event_in(line)
            if event is not None:
                self._take(event)
                yield event

    def read_blocks(self) -> Iterator[Event | StepBlock]:
        """As `read`, many times faster: events of steps that follow each other come in blocks."""
        for item in in_blocks(self._lines()):
            self._take(item.last if isinstance(item, StepBlock) else item)
            yield item

    def skip(self) -> Started | None:
        """Passes over what there is, far faster than it can be read, and gives the last `Started` in it.

        Raises RunError like `read`.
        """
        started = last = b""
        for last in self._lines():
            started = last if _begins(last) else started
        found, newest = event_in(started), event_in(last)
        for event in (found, newest):
            if event is not None:
                self._take(event)
        return found if isinstance(found, Started) else None

    @property
    def step(self) -> int:
        """Steps done when the last event that was read was written."""
        return self.last.last_step if isinstance(self.last, Steps) else getattr(self.last, "step", 0)

    @property
    def message(self) -> str:
        """Why the run failed, one sentence; "" when it did not."""
        return self.mark.message if isinstance(self.mark, Failed) else ""

    @property
    def state(self) -> State:
        """How the run stands: by its lock, and where nobody holds that, by what was read."""
        if run_lock.is_held(self.folder):
            return "running"
        ending: Ending = ""
        if isinstance(self.mark, Finished):
            ending = "stopped" if self.mark.reason == "stopped" else "done"
        elif isinstance(self.mark, Failed):
            ending = "failed"
        return state_of(self.folder, ending=ending, last_time=self.last.time if self.last else None)

    def _take(self, event: Event) -> None:
        self.last = event
        if isinstance(event, Started | Finished | Failed):
            self.mark = event

    def _lines(self) -> Iterator[bytes]:
        """The whole lines that were never read. The file is closed meanwhile: Windows replaces no open one."""
        while block := self._block():
            for line in block:
                self._at += len(line)
                if _begins(line):
                    self._part, self._passed = line.rstrip(), 0
                self._passed += 1
                if self._passed > self._read.get(self._part, 0):
                    self._read[self._part] = self._passed
                    yield line

    def _block(self) -> list[bytes]:
        try:
            with self._file.open("rb") as file:
                found = os.fstat(file.fileno())
                if found.st_ino != self._inode or found.st_size < self._at:  # written anew
                    self._inode, self._at, self._part, self._passed = found.st_ino, 0, b"", 0
                file.seek(self._at)
                lines = file.readlines(_BLOCK)
        except FileNotFoundError:
            if not (self.folder / RECIPE).is_file():
                raise RunError(f"{self.folder} is no run: it has no {RECIPE}.") from None
            return []  # it has said nothing yet
        except OSError as error:
            raise RunError(f"The events of the run {self.folder} cannot be read: {error.strerror}.") from None
        return lines if not lines or lines[-1].endswith(b"\n") else lines[:-1]


def follow(tail: RunTail, *, wait: bool = False) -> Iterator[Event]:
    """The events of a run as they come, until it is done, stopped or failed, or its process died: see `tail.state`.

    With `wait`, all but a run that is done may go on, and is waited for. Raises RunError like `RunTail.read`.
    """
    while True:
        state, came = tail.state, False  # asked first: what a process wrote before it died is then there to be read
        for event in tail.read():
            came = True
            yield event
        if came:
            continue
        if state == "done" or (state != "running" and not wait):
            return
        time.sleep(_REST)


def from_step(event: Event, step: int) -> Event | None:
    """What of an event is of `step` (from 1) or later ones, None if nothing is. Starts and ends always count."""
    if isinstance(event, Steps) and event.step < step <= event.last_step:
        kept = event.last_step - step + 1
        share = kept / len(event.loss)
        return replace(
            event,
            step=step,
            images=round(event.images * share),
            seconds=event.seconds * share,
            loss=event.loss[-kept:],
            accuracy=event.accuracy[-kept:],
            lr=event.lr[-kept:],
        )
    counts = isinstance(event, Started | Finished | Failed) or getattr(event, "step", step) >= step
    return event if counts else None


def _begins(line: bytes) -> bool:
    """Whether the line is a `Started` event: its name stands first."""
    return b'"started"' in line[:30]
