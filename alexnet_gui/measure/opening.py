"""The Runs page with many runs in it, a very long run opened from it, and several compared: seconds and delays."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import cast

from PySide6.QtCore import QObject, QTimer, Slot

from alexnet_gui.measure.delay_watch import DelayWatch
from alexnet_gui.measure.real_window import RealWindow
from alexnet_gui.pages.runs import RunsPage
from core.bench.partner import say

_LOOK = 5  # ms between two looks at what is there
_SETTLING = 400  # looks after what the program loads behind its first picture


class Openings(QObject):
    """Opens one after the other and says how long each took."""

    def __init__(self, real: RealWindow, long: Path, count: int, compared: int) -> None:
        """`long` is one of the `count` runs in the settings' folder; so many of the others are `compared` with it."""
        super().__init__(real.window)
        self._real, self._long, self._count, self._compared = real, long, count, compared
        self._watch = DelayWatch(self)
        self._said: dict[str, object] = {}
        self._work = self._all()
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self._go_on)

    @Slot()
    def begin(self) -> None:
        self._timer.start()

    @Slot()
    def _go_on(self) -> None:
        next(self._work, None)

    def _all(self) -> Iterator[None]:
        yield from self._settled()
        yield from self._page_shown()
        yield from self._long_opened()
        yield from self._runs_compared()
        say(self._said)
        self._timer.stop()
        self._real.window.leave()

    def _settled(self) -> Iterator[None]:
        """Until the program has loaded all that it loads behind its first picture."""
        loaded: list[object] = []
        self._real.studio.background.run(lambda: None, loaded.append, self._real.give_up, owner=self)
        yield from self._until(lambda: bool(loaded))
        for _ in range(_SETTLING):
            yield
        yield from self._until(lambda: not self._real.studio.background.busy)  # a first start measures its machine

    def _page_shown(self) -> Iterator[None]:
        began = perf_counter()
        page = cast(RunsPage, self._real.studio.show_page("runs"))
        yield from self._until(lambda: page.count == self._count)
        self._real.window.repaint()
        self._said["page"] = perf_counter() - began
        yield from self._until(lambda: page.comparison.drawn == 1)  # of the first row, the long one
        yield from self._until(lambda: not self._real.studio.background.busy)

    def _long_opened(self) -> Iterator[None]:
        state = self._real.studio.run_state
        self._watch.start()
        began = perf_counter()
        state.show(self._long)
        self._real.studio.show_page("train")
        yield from self._until(lambda: state.phase in ("done", "failed"))
        self._real.window.repaint()
        self._said |= {"long": perf_counter() - began, "delays": self._watch.stop()}

    def _runs_compared(self) -> Iterator[None]:
        page = cast(RunsPage, self._real.studio.show_page("runs"))
        folders = [self._long, *sorted(self._long.parent.iterdir())[1 : self._compared]]
        yield from self._until(lambda: not self._real.studio.background.busy)
        self._watch.start()
        began = perf_counter()
        page.select(folders)
        yield from self._until(lambda: page.comparison.drawn == len(folders))
        self._said |= {"compared": perf_counter() - began, "compared_delays": self._watch.stop()}

    def _until(self, is_so: Callable[[], bool]) -> Iterator[None]:
        while not is_so():
            yield
