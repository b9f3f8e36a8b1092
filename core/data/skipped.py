"""Pictures found unreadable while a run goes on are said to be so, once each."""

from collections.abc import Callable, Generator, Sequence
from time import time

from core.events import Event, Warned

_NAMED = 3  # pictures a warning names


def with_skipped(events: Generator[Event], skipped: Sequence[str], step: Callable[[], int]) -> Generator[Event]:
    """The same events, and a `Warned` at `step` after each in whose time `skipped` grew, see `core.data.Dataset`."""
    told = 0
    try:
        for event in events:
            yield event
            found = skipped[told:]
            told += len(found)
            if found:
                yield Warned(time=time(), step=step(), message=sentence(found))
    finally:
        events.close()


def sentence(found: Sequence[str]) -> str:
    """What is said of unreadable pictures, each with its own sentence in `found`."""
    first = " ".join(found[:_NAMED])
    if len(found) == 1:
        return f"{first} Another picture of its class stands in for it."
    more = f" And {len(found) - _NAMED:,} more; alexnet data check names them all." if len(found) > _NAMED else ""
    return f"{len(found):,} pictures cannot be read, and others of their classes stand in for them. {first}{more}"
