"""Work done ahead of whoever wants its results, in their order and within bounds."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def ahead(work: Callable[[T], R], items: Iterable[T], *, workers: int = 2, depth: int = 64) -> Generator[R]:
    """``map(work, items)``, worked out in threads and at most `depth` items ahead; order and memory are kept.

    Closing the generator gives up what has not begun. An exception of `work` is raised at its item's turn.
    """
    pool = ThreadPoolExecutor(workers, thread_name_prefix="ahead")
    pending: deque[Future[R]] = deque()
    try:
        for item in items:
            pending.append(pool.submit(work, item))
            if len(pending) >= depth:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
