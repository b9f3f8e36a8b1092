"""What the recipe at the window's edge will take: followed in the background, its time measured when a person asks."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from alexnet_gui.background import Job
from alexnet_gui.context import Studio
from alexnet_gui.window.run_actions import on_machine
from core.recipe import Recipe

if TYPE_CHECKING:
    from core.estimate import Estimate

_CALM_MS = 400  # after the last change of the recipe
_LANE = "devices"  # where the devices are looked for, too: one thread at a time has to do with them


class Estimator(QObject):
    """Emits `changed` when there is something else to show. It does nothing while a run goes on.

    ``estimate`` is None while none is there; ``measuring`` the share of the measurement that is done, else None;
    ``trouble`` why there is no estimate, a sentence.
    """

    changed = Signal()

    def __init__(self, studio: Studio, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._recipe: Recipe | None = None
        self._is_ready = False
        self._job: Job | None = None
        self._given_up = [False]  # of the measurement that goes on
        self.estimate: Estimate | None = None
        self.measuring: float | None = None
        self.trouble = ""
        self._soon = QTimer(self, interval=_CALM_MS, singleShot=True)
        self._soon.timeout.connect(self._estimate)
        studio.settings.changed.connect(self._setting_changed)
        studio.run_state.phase_changed.connect(self._phase_changed)

    @Slot()
    def begin(self) -> None:
        """From now on; before torch was loaded an estimate would hold the window up."""
        self._is_ready = True
        self._estimate_soon()

    @Slot(object)
    def set_recipe(self, recipe: Recipe) -> None:
        """Estimate this one, when it has stood for a moment."""
        self._recipe = recipe
        self._estimate_soon()

    def measure(self) -> None:
        """Make some steps of the recipe to know its time. They are thrown away."""
        if not self._recipe or self._is_busy:
            return
        self.cancel()
        self.measuring, given_up = 0.0, [False]
        self._given_up = given_up
        recipe, folder = on_machine(self._recipe, self._studio), self._studio.settings.runs_folder
        threads = self._studio.settings.threads or None

        def news() -> "Iterator[float | Estimate]":
            from core.estimate import measured

            return measured(recipe, folder, threads=threads, progress=lambda *_: not given_up[0])

        self._job = self._studio.background.stream(
            news, self._take_news, self._measured, self._fail, owner=self, lane=_LANE
        )
        self.changed.emit()

    def cancel(self) -> None:
        """Give up what goes on."""
        self._soon.stop()
        self._given_up[0] = True
        if self._job:
            self._job.cancel()
        self._job, self.measuring = None, None
        self.changed.emit()

    @property
    def _is_busy(self) -> bool:
        return self._studio.runner.busy

    def _estimate_soon(self) -> None:
        self.cancel()
        if self._is_ready and not self._is_busy:
            self._soon.start()

    @Slot()
    def _estimate(self) -> None:
        if not self._recipe or self._is_busy:
            return
        recipe, folder = on_machine(self._recipe, self._studio), self._studio.settings.runs_folder
        threads = self._studio.settings.threads or None

        def work() -> "Estimate":
            from core.estimate import estimate

            return estimate(recipe, folder, threads=threads)

        self._job = self._studio.background.run(work, self._take, self._fail, owner=self, lane=_LANE)

    def _take_news(self, news: "float | Estimate") -> None:
        if isinstance(news, float | int):
            self.measuring = float(news)
        else:
            self._take(news)
        self.changed.emit()

    def _measured(self) -> None:
        self.measuring = None
        self.changed.emit()

    def _take(self, estimate: "Estimate") -> None:
        self.estimate, self.trouble = estimate, ""
        self.changed.emit()

    def _fail(self, sentence: str) -> None:
        self.estimate, self.measuring, self.trouble = None, None, sentence
        self.changed.emit()

    @Slot(str)
    def _setting_changed(self, name: str) -> None:
        if name in ("device", "precision", "threads", "runs_folder"):
            self._estimate_soon()

    @Slot()
    def _phase_changed(self) -> None:
        if self._is_busy:
            self.cancel()
        elif not self._studio.run_state.foreign:
            self._estimate_soon()
