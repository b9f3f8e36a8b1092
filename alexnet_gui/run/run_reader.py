"""What the window hears of a run that another process writes. Needs neither Qt nor torch."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.events import Event
from core.run_tail import RunTail
from core.step_block import StepBlock

_PHASES = {"running": "running", "done": "done", "failed": "failed"}
_MOST_EVENTS, _MOST_STEPS = 200, 20_000  # that are handed over together

Item = Event | StepBlock


@dataclass(frozen=True, slots=True)
class RunNews:
    """What came since the last reading, or a part of it: so little that a window takes it in at once."""

    items: list[Item]
    phase: str = ""  # as in `RunState.phase`; "" where more of this reading comes


def news_of(tail: RunTail) -> Iterator[RunNews]:
    """Reads on, and says at the end how the run stands. Raises RunError when the folder is no run."""
    yield from _in_parts(tail.read_blocks())
    if tail.state != "running":
        yield from _in_parts(tail.read_blocks())  # what its process wrote at the last moment
    yield RunNews([], _PHASES.get(tail.state, "stopped"))


def _in_parts(items: Iterable[Item]) -> Iterator[RunNews]:
    part: list[Item] = []
    steps = 0
    for item in items:
        part.append(item)
        steps += len(item.loss) if isinstance(item, StepBlock) else 0
        if len(part) == _MOST_EVENTS or steps >= _MOST_STEPS:
            yield RunNews(part)
            part, steps = [], 0
    if part:
        yield RunNews(part)
