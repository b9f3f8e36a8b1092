"""Reads the folder of a run that is shown, in the background, and feeds the state of the run in bites."""

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from alexnet_gui.background import Background, Job
from alexnet_gui.run.run_reader import RunNews, news_of
from core.run_tail import RunTail
from core.step_block import StepBlock

if TYPE_CHECKING:
    from alexnet_gui.run.run_state import RunState

_PATIENCE = 1.0  # seconds: a window that is held up by something else does not hold up the reading
_TELL_AFTER = 250_000  # steps: views that hear of more at once would keep the window waiting


class RunFollower:
    """`begin` with a folder, `poll` to read on in it, `stop` to leave it."""

    def __init__(self, state: "RunState", background: Background) -> None:
        self._state, self._background = state, background
        self._tail: RunTail | None = None
        self._reading: Job | None = None
        self._taken = threading.Event()  # the window has taken in what was read last
        self._untold = 0  # steps and other events of this reading that no view was told of

    def begin(self, folder: Path) -> None:
        """Follow the run in this folder from its first event on."""
        self._tail = RunTail(folder)

    def stop(self) -> None:
        """Nothing more is heard of the run that was followed."""
        if self._reading:
            self._reading.cancel()
        self._tail = self._reading = None

    def poll(self) -> None:
        """Read on, if there is something to follow and it is not being read already."""
        if self._tail and not self._reading:
            self._untold = 0
            self._reading = self._background.stream(
                partial(self._news, self._tail),
                self._take,
                lambda: None,
                self._fail,
                owner=self._state,
                lane="runs",
                give_up=self._taken.set,
            )

    def _news(self, tail: RunTail) -> Iterator[RunNews]:
        """Bite by bite, in turns with the window: two threads that both compute in Python hold each other up, and
        whoever has just waited for the other is the window."""
        for news in news_of(tail):
            self._taken.clear()
            yield news
            self._taken.wait(_PATIENCE)

    def _take(self, news: RunNews) -> None:
        try:
            self._take_in(news)
        finally:
            self._taken.set()

    def _take_in(self, news: RunNews) -> None:
        state = self._state
        for item in news.items:
            state.apply(item)
            self._untold += len(item.loss) if isinstance(item, StepBlock) else 1
        if self._untold >= _TELL_AFTER or (news.phase and self._untold):
            self._untold = 0
            state.tell()
        if news.phase:
            self._reading = None
            state.set_phase("paused" if news.phase == "running" and self._rests else news.phase)

    @property
    def _rests(self) -> bool:
        """The record says that it is paused."""
        changes = (change.what for change in reversed(self._state.changes))
        return next((what for what in changes if what in ("paused", "goes on")), "") == "paused"

    def _fail(self, sentence: str) -> None:
        self._tail = self._reading = None
        self._state.message = sentence
        self._state.set_phase("failed")
        self._state.tell()
