"""Reads what a run records, and reads on while another process writes it. Needs neither Qt nor torch."""

import json
import logging
from dataclasses import dataclass
from pathlib import Path

from core.events import Event, from_json
from core.runs import read_run

log = logging.getLogger(__name__)
_PHASES = {"running": "running", "done": "done", "failed": "failed"}


@dataclass(frozen=True, slots=True)
class RunNews:
    """What came since the last reading. `from_start`: this is the whole run, forget what was read before."""

    events: list[Event]
    from_start: bool
    phase: str  # as in `RunState.phase`


class RunReader:
    """The events of one run folder, each once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._inode = 0  # of the file read so far: a resumed run may have written it anew
        self._read = 0  # bytes of it

    def read(self) -> RunNews:
        """Raises RunError when the folder is no run."""
        phase = _PHASES.get(read_run(self.folder).state, "stopped")
        try:
            with (self.folder / "metrics.jsonl").open("rb") as file:
                stat = (self.folder / "metrics.jsonl").stat()
                from_start = stat.st_ino != self._inode or stat.st_size < self._read
                self._inode = stat.st_ino
                self._read = 0 if from_start else self._read
                file.seek(self._read)
                whole = file.read().rpartition(b"\n")[0]  # the last line may be half written
        except FileNotFoundError:  # a run that has only begun
            return RunNews([], False, phase)
        self._read += len(whole) + 1 if whole else 0
        return RunNews([event for line in whole.splitlines() if (event := _event(line))], from_start, phase)


def _event(line: bytes) -> Event | None:
    try:
        return from_json(json.loads(line))
    except ValueError as error:  # one damaged line does not hide the others
        log.info("A line of a run's metrics is skipped: %s", error)
        return None
