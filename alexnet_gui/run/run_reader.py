"""What the window hears of a run that another process writes. Needs neither Qt nor torch."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from core.events import Event, Started
from core.run_tail import RunTail
from core.step_block import StepBlock

_PHASES = {"running": "running", "done": "done", "failed": "failed"}
_MOST_EVENTS, _MOST_STEPS = 200, 20_000  # that are handed over together

Item = Event | StepBlock


@dataclass(frozen=True, slots=True)
class RunNews:
    """What came since the last reading, or a part of it: so little that a window takes it in at once."""

    items: Sequence[Item]
    phase: str = ""  # as in `RunState.phase`; "" where more of this reading comes


def news_of(tail: RunTail) -> Iterator[RunNews]:
    """Reads on, and says at the end how the run stands. Raises RunError when the folder is no run."""
    yield from _in_parts(tail.read_blocks())
    if tail.state != "running":
        yield from _in_parts(tail.read_blocks())  # what its process wrote at the last moment
    yield RunNews([], _PHASES.get(tail.state, "stopped"))


def _in_parts(items: Iterable[Item]) -> Iterator[RunNews]:
    part = _Part()
    for item in items:
        part.add(item)
        if part.is_full:
            yield RunNews(part.items)
            part = _Part()
    if part.items:
        yield RunNews(part.items)


class _Part:
    """Some of a reading. Between two starts of a run, whatever was said of its steps comes in one block before all
    else: to the window, steps and what is said beside them are two things, and one block is taken in like many."""

    def __init__(self) -> None:
        self._done: list[Item] = []
        self._blocks: list[StepBlock] = []
        self._others: list[Event] = []
        self._steps = 0

    def add(self, item: Item) -> None:
        if isinstance(item, StepBlock):
            self._blocks.append(item)
            self._steps += len(item.loss)
            return
        self._others.append(item)
        if isinstance(item, Started):
            self._done, self._blocks, self._others = self.items, [], []

    @property
    def is_full(self) -> bool:
        return self._steps >= _MOST_STEPS or len(self._done) + len(self._others) >= _MOST_EVENTS

    @property
    def items(self) -> list[Item]:
        """In the order in which they are to be taken in."""
        return [*self._done, *self._together(), *self._others]

    def _together(self) -> Iterator[StepBlock]:
        if self._blocks:
            block = StepBlock.joined(self._blocks)
            _ = block.steps, block.speed  # kept from now on: worked out here, where nobody waits for it
            yield block
