"""A run of any length that grows while it is drawn: by one plot, by the whole Train page, by pyqtgraph alone."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from alexnet_gui import formatting
from alexnet_gui.measure.painting import Painting
from alexnet_gui.measure.real_window import RealWindow
from alexnet_gui.pages.train_curves import SMOOTHING
from alexnet_gui.run.run_state import RunState
from alexnet_gui.run.smoothed import SmoothedCurve
from alexnet_gui.widgets.curve_plot import CurvePlot
from core.bench.partner import say
from core.events import Evaluated, Started, Steps
from core.recipe import Recipe

PLOT, WINDOW = (900, 500), (1200, 780)  # pixels
_TICK = 40  # ms, as the window's own
_STEPS = 10  # that come in a tick
_EPOCHS = 20  # that are evaluated
_BARE = 4  # pyqtgraph alone has its turn at every so-manieth update: with long curves it takes seconds
_SETTLING = 75  # ticks after that, in which the page for dropped pictures gets its network
_FIRST = 4  # updates that do not count: what was there before them is drawn for the first time


class Plots(QObject):
    """Draws runs of so many steps, one after the other, and says how long each update took, in ms."""

    def __init__(self, real: RealWindow, points: Sequence[int], updates: int) -> None:
        super().__init__(real.window)
        self._real = real
        self._points, self._updates = points, updates
        self._times: dict[str, dict[int, list[float]]] = {"plot": {}, "pyqtgraph": {}, "page": {}}
        self._work = self._all()
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._go_on)

    @Slot()
    def begin(self) -> None:
        self._real.studio.show_page("train")
        self._real.window.resize(*WINDOW)
        self._timer.start()

    @Slot()
    def _go_on(self) -> None:
        next(self._work, None)

    def _all(self) -> Iterator[None]:
        yield from self._started()
        for points in self._points:
            yield from self._one_plot(points)
            yield from self._page(points)
        say({**self._times, "plot_size": PLOT, "window_size": self._real.window.size().toTuple()})
        self._timer.stop()
        self._real.window.leave()

    def _started(self) -> Iterator[None]:
        """Until the program has loaded all that it loads behind its first picture."""
        loaded: list[object] = []
        self._real.studio.background.run(lambda: None, loaded.append, self._real.give_up, owner=self)
        while not loaded:  # it waits behind torch
            yield
        for _ in range(_SETTLING):
            yield

    def _one_plot(self, points: int) -> Iterator[None]:
        """The program's plot, and pyqtgraph's with all points in it, in turns."""
        state, smoothed = RunState(), SmoothedCurve(SMOOTHING)
        run = MadeUpRun(state, points)
        plot, bare = CurvePlot(formatting.loss, least=0.0), pg.PlotWidget()
        curve = pg.PlotCurveItem(pen=pg.mkPen(width=1))
        bare.addItem(curve)
        test_steps = np.array([evaluation.step for evaluation in state.epochs], np.float64)
        test = np.array([evaluation.loss for evaluation in state.epochs])
        plot.set_run(steps_per_epoch=state.steps_per_epoch, total=state.steps_per_epoch * 2 * _EPOCHS, over=False)

        def draw() -> None:
            plot.set_curves(
                state.steps,
                state.loss,
                smoothed.follow(state.loss, state.version),
                test_steps,
                test,
                len(test) - 1,
                version=state.version,
            )

        turns = [
            ("plot", _shown(plot), draw),
            ("pyqtgraph", _shown(bare), lambda: curve.setData(state.steps, state.loss)),
        ]
        while not all(painting.is_complete for _, painting, _ in turns):
            yield  # the windows come when they come
        yield from self._timed(points, run, turns)
        for _, painting, _ in turns:
            painting.window.close()
            painting.window.deleteLater()

    def _page(self, points: int) -> Iterator[None]:
        state = self._real.studio.run_state
        state.begin(Recipe(epochs=2 * _EPOCHS), Path("run"))
        state.set_phase("running")
        run = MadeUpRun(state, points)
        state.tell()
        yield
        yield from self._timed(points, run, [("page", Painting(self._real.window), state.tell)])

    def _timed(
        self, points: int, run: "MadeUpRun", turns: Sequence[tuple[str, Painting, Callable[[], None]]]
    ) -> Iterator[None]:
        times: dict[str, list[float]] = {name: [] for name, _, _ in turns}
        for number in range(-_FIRST, self._updates):
            run.grow(_STEPS)
            for name, painting, update in turns:
                if name == "pyqtgraph" and number % _BARE:
                    continue
                milliseconds = painting.of(update)
                if number >= 0:
                    times[name].append(milliseconds)
            yield
        for name, found in times.items():
            self._times[name][points] = found


class MadeUpRun:
    """Feeds a state with a loss that falls and trembles."""

    def __init__(self, state: RunState, steps: int) -> None:
        self._state = state
        self._random = np.random.default_rng(1)
        self._whole, self._per_epoch = 2 * steps, steps // _EPOCHS
        state.apply(
            Started(
                time=0, recipe=Recipe(epochs=2 * _EPOCHS).model_dump(mode="json"), device="cpu", precision="fp32",
                parameters=1, steps_per_epoch=self._per_epoch, classes=[], train_images=60_000, test_images=10_000,
            )
        )  # fmt: skip
        self.grow(steps)
        for epoch in range(1, _EPOCHS + 1):
            state.apply(
                Evaluated(
                    time=0, epoch=epoch, step=epoch * self._per_epoch, loss=2 / epoch, accuracy=1 - 1 / epoch,
                    seconds=1, confusion=np.eye(10, dtype=np.int64),
                )
            )  # fmt: skip

    def grow(self, count: int) -> None:
        first = self._state.step + 1
        falling = np.exp(-3 * np.arange(first, first + count, dtype=np.float32) / self._whole)
        loss = 2.3 * falling + 0.2 * self._random.standard_normal(count, np.float32)
        self._state.apply(
            Steps(
                time=0, epoch=first // self._per_epoch + 1, step=first, images=128 * count, seconds=0.01 * count,
                loss=loss, accuracy=1 - falling, lr=np.full(count, 0.001, np.float32),
            )
        )  # fmt: skip


def _shown(plot: QWidget) -> Painting:
    """The plot in a window of its own."""
    plot.resize(*PLOT)
    plot.show()
    return Painting(plot)
