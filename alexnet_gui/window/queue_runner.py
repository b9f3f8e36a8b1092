"""The queue in the window: when a run ends, the next one that waits begins."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from alexnet_gui import formatting
from alexnet_gui.context import Studio
from alexnet_gui.window.run_actions import on_machine
from core import run_notes, run_queue
from core.errors import StudioError
from core.recipe import Recipe
from core.run_queue import Waiting


class QueueRunner(QObject):
    """Emits `changed` when something else waits or it goes on or rests. It goes on from when a person starts it or adds
    to it while a run goes on, until a person stops a run or nothing waits."""

    changed = Signal()

    def __init__(self, studio: Studio, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio, self._state = studio, studio.run_state
        self._tags: tuple[str, ...] = ()  # for the run that is about to begin
        self.goes_on = False
        self._state.phase_changed.connect(self._follow)
        self._state.started.connect(self._began)

    @property
    def waiting(self) -> list[Waiting]:
        """What waits, in its order."""
        return run_queue.waiting()

    def add(self, recipes: Sequence[Recipe], tags: Sequence[str] = ()) -> None:
        """Put these at the end. Raises StudioError where they cannot be kept."""
        run_queue.add(recipes, tags)
        if self._studio.runner.busy:
            self.goes_on = True
        self.changed.emit()

    def remove(self, key: str) -> None:
        run_queue.remove(key)
        self.changed.emit()

    def move(self, key: str, by: int) -> None:
        run_queue.move(key, by)
        self.changed.emit()

    def begin(self) -> None:
        """Go on with what waits: at once, or when the run that goes on has ended."""
        self.goes_on = True
        self._begin_next()
        self.changed.emit()

    @Slot()
    def rest(self) -> None:
        """Begin nothing by itself any more."""
        self.goes_on = False
        self.changed.emit()

    @Slot(str)
    def _follow(self, phase: str) -> None:
        if self._state.foreign or phase not in ("done", "failed", "stopped", "idle"):
            return
        self._tags = ()
        if not self.goes_on:
            return
        if phase in ("done", "failed"):
            if phase == "failed" and self.waiting:
                text = self.tr("The run failed, the next of the queue begins: {why}")
                self._studio.message(text.format(why=self._state.message), "warning")
            QTimer.singleShot(0, self, self._begin_next)  # when all have heard of the end
        else:
            self.rest()

    @Slot()
    def _begin_next(self) -> None:
        if self._studio.runner.busy or not self.goes_on:
            return
        one = run_queue.take()
        if one is None:
            self.goes_on = False
        else:
            self._tags = one.tags
            self._studio.runner.start(on_machine(one.recipe, self._studio))
            text = self.tr("From the queue: {title}.").format(title=formatting.recipe_title(one.recipe))
            self._studio.message(text, "info")
        self.changed.emit()

    @Slot()
    def _began(self) -> None:
        tags, self._tags = self._tags, ()
        if tags and self._state.folder and not self._state.foreign:
            try:
                run_notes.tag(self._state.folder, tags)
            except StudioError as error:
                self._studio.message(str(error), "error")
