"""Pictures dropped on the window, one after the other: how long until each answer is painted."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import cast

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from alexnet_gui.measure.real_window import RealWindow
from alexnet_gui.pages.classify import ClassifyPage
from core.bench.partner import say

_REST = 200, 800  # ms from an answer to the next drop, so that drops come at any moment of a training step


class Drops(QObject):
    """The first picture, for it takes longer; all of them; and all again while a network is trained."""

    def __init__(self, real: RealWindow, pictures: Sequence[Path], batch_size: int, network: str) -> None:
        """`network` answers; it is as for `core.network.load_network`."""
        super().__init__(real.window)
        self._real = real
        self._state = real.studio.run_state
        self._pictures, self._batch_size, self._network = pictures, batch_size, network
        self._seconds: dict[str, list[float]] = {"first": [], "idle": [], "training": []}
        self._drops = self._all_drops()
        self._kind, self._picture = next(self._drops)
        self._random = random.Random(1)
        self._due = 0.0
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._drop)
        self._state.changed.connect(self._begin_to_drop_in_training)

    def _all_drops(self) -> Iterator[tuple[str, Path]]:
        yield "first", self._pictures[0]
        for kind in ("idle", "training"):
            yield from ((kind, picture) for picture in self._pictures)

    @Slot()
    def begin(self) -> None:
        """Show the page; the first drop comes soon after."""
        self._page = cast(ClassifyPage, self._real.studio.show_page("classify"))
        if self._network != self._page.picker.source:
            self._page.client.use(self._network)
        self._page.answered.connect(self._answered)
        self._rest()

    def _rest(self) -> None:
        wait = self._random.randint(*_REST)
        self._due = perf_counter() + wait / 1e3
        self._timer.start(wait)

    @Slot()
    def _drop(self) -> None:
        self._page.open_sources([self._picture])

    @Slot(object)
    def _answered(self, _: object) -> None:
        """Counted from when the drop was due: what the event loop kept it waiting is part of it."""
        self._seconds[self._kind].append(perf_counter() - self._due)
        if not (self._page.result.answer and self._page.result.answer.guesses):
            self._real.give_up(f"There is no answer to {self._picture}: is there a network {self._network}?")
            return
        following = next(self._drops, None)
        if following is None:
            say({**self._seconds, "precision": self._state.precision})
            self._real.window.leave()
            return
        before, (self._kind, self._picture) = self._kind, following
        if self._kind == "training" != before:
            self._real.train(self._batch_size)
        else:
            self._rest()

    @Slot()
    def _begin_to_drop_in_training(self) -> None:
        if self._state.step >= 1:
            self._state.changed.disconnect(self._begin_to_drop_in_training)
            self._rest()
