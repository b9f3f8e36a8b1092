"""One-shot jobs behind the window: a function runs in a worker, the window hears what it gives.

Jobs of one lane run one after the other in one thread, so that torch is used in one place at a time. What
comes back waits in a list that the window drains: a thousand results cost one signal, not a thousand.
"""

import logging
import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from core.errors import StudioError

T = TypeVar("T")
log = logging.getLogger(__name__)
_DRAIN_SECONDS = 0.008


@dataclass(eq=False)
class Job:
    """A job that was handed in. After `cancel` nothing of it reaches the window any more."""

    owner: QObject
    give_up: Callable[[], object] | None = None
    _cancelled: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        """Not begun: never begins. A stream ends at its next item. A function runs to its end, unheard.

        `give_up` is called to end work that waits for something else; it must suit any thread.
        """
        self._cancelled.set()
        if self.give_up:
            self.give_up()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()


def _sentence(error: BaseException) -> str:
    if isinstance(error, StudioError):
        return str(error)
    log.exception("A background job failed", exc_info=error)
    return f"{type(error).__name__}: {error}"


class Background(QObject):
    """The workers. Make, use and `close` it in the window's thread."""

    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[str, queue.SimpleQueue[Callable[[], None] | None]] = {}
        self._threads: list[threading.Thread] = []
        self._jobs: set[Job] = set()
        self._news: deque[tuple[Job, Callable[[], object]]] = deque()
        self._called = threading.Event()  # a drain is on its way
        self._rest = QTimer(self, interval=0, singleShot=True)
        self._rest.timeout.connect(self._drain)
        self._arrived.connect(self._drain, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        fn: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[str], object],
        *,
        owner: QObject,
        lane: str = "core",
    ) -> Job:
        """Run ``fn()`` in the lane's thread, then ``done(result)`` or ``failed(sentence)`` in the window's.

        Neither is called when `owner` has been destroyed meanwhile.
        """

        def work(job: Job) -> None:
            self._tell(job, partial(done, fn()))

        return self._add(work, failed, owner, lane)

    def stream(
        self,
        items: Callable[[], Iterator[T]],
        item: Callable[[T], object],
        done: Callable[[], object],
        failed: Callable[[str], object],
        *,
        owner: QObject,
        lane: str = "core",
        give_up: Callable[[], object] | None = None,
    ) -> Job:
        """Iterate ``items()`` in the lane's thread; in the window's: ``item(value)`` each, then ``done()``.

        `give_up` ends an iteration that waits, see `Job.cancel`.
        """

        def work(job: Job) -> None:
            for value in items():
                if job.cancelled:
                    return
                self._tell(job, partial(item, value))
            self._tell(job, done)

        return self._add(work, failed, owner, lane, give_up)

    @property
    def busy(self) -> bool:
        """A job is under way, or its result waits to be heard."""
        return bool(self._jobs or self._news)

    def close(self) -> None:
        """Cancel everything and join the threads."""
        for job in list(self._jobs):
            job.cancel()
        for lane in self._lanes.values():
            lane.put(None)
        for thread in self._threads:
            thread.join()
        self._lanes, self._threads = {}, []
        self._news.clear()

    def _add(
        self,
        work: Callable[[Job], None],
        failed: Callable[[str], object],
        owner: QObject,
        lane: str,
        give_up: Callable[[], object] | None = None,
    ) -> Job:
        job = Job(owner, give_up)
        self._jobs.add(job)

        def whole() -> None:
            try:
                if not job.cancelled:
                    work(job)
            except BaseException as error:  # the thread boundary: everything becomes a sentence
                self._tell(job, partial(failed, _sentence(error)))
            finally:
                self._jobs.discard(job)

        self._lane(lane).put(whole)
        return job

    def _lane(self, name: str) -> "queue.SimpleQueue[Callable[[], None] | None]":
        if name not in self._lanes:
            self._lanes[name] = queue.SimpleQueue()
            thread = threading.Thread(target=_serve, args=(self._lanes[name],), name=f"{name} jobs", daemon=True)
            self._threads.append(thread)
            thread.start()
        return self._lanes[name]

    def _tell(self, job: Job, call: Callable[[], object]) -> None:
        self._news.append((job, call))
        if not self._called.is_set():
            self._called.set()
            self._arrived.emit()

    @Slot()
    def _drain(self) -> None:
        self._called.clear()
        end = time.perf_counter() + _DRAIN_SECONDS
        try:
            while self._news and time.perf_counter() < end:
                job, call = self._news.popleft()
                if not job.cancelled and shiboken6.isValid(job.owner):
                    call()
        finally:
            if self._news:  # also after a call that raised
                self._called.set()
                self._rest.start()  # first the window breathes: a posted event would come before all timers and paints


def _serve(lane: "queue.SimpleQueue[Any]") -> None:
    while (job := lane.get()) is not None:
        job()
