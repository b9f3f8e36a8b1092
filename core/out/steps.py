"""Work that takes its time is a generator: it yields how far it is, from 0 to 1, and returns what it made. Whoever
iterates shows that, and gives the work up by closing it."""

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")
Work = Generator[float, None, T]


def part(work: Work[T], start: float, end: float) -> Work[T]:
    """The same work as a part of a larger one, which it brings from `start` to `end`."""
    try:
        while True:
            yield start + (end - start) * next(work)
    except StopIteration as over:
        return over.value
    finally:
        work.close()


def done(work: Work[T]) -> T:
    """What the work makes, without a word in between."""
    while True:
        try:
            next(work)
        except StopIteration as over:
            return over.value
