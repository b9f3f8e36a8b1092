"""What the window hears of a run that another process writes. Needs neither Qt nor torch."""

from dataclasses import dataclass

from core.events import Event
from core.run_tail import RunTail

_PHASES = {"running": "running", "done": "done", "failed": "failed"}


@dataclass(frozen=True, slots=True)
class RunNews:
    """What came since the last reading."""

    events: list[Event]
    phase: str  # as in `RunState.phase`


def news_of(tail: RunTail) -> RunNews:
    """Reads on. Raises RunError when the folder is no run."""
    events = list(tail.read())
    if tail.state != "running":
        events += tail.read()  # what its process wrote at the last moment
    return RunNews(events, _PHASES.get(tail.state, "stopped"))
