"""What there is to do with a run, for the toolbar and the menu alike."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from alexnet_gui import theme
from alexnet_gui.context import Studio
from alexnet_gui.run.steering import Steering
from alexnet_gui.window.rate_dialog import RateDialog
from core.errors import StudioError
from core.recipe import Recipe

if TYPE_CHECKING:
    from alexnet_gui.window.queue_runner import QueueRunner


class RunActions(QObject):
    """Actions that follow the phase of the run. `recipe` gives what Train trains, `queue` holds what waits."""

    def __init__(self, studio: Studio, recipe: Callable[[], Recipe], queue: "QueueRunner", window: QWidget) -> None:
        super().__init__(window)
        self._queue = queue
        self._window = window
        self._studio = studio
        self._recipe = recipe
        self.train, self.pause, self.stop = QAction(self), QAction(self), QAction(self)
        self.step, self.save, self.rate, self.last_epoch = QAction(self), QAction(self), QAction(self), QAction(self)
        self.find_rate, self.enqueue, self.queue = QAction(self), QAction(self), QAction(self)
        self.train.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self.step.setShortcut(QKeySequence("F8"))
        self.save.setShortcut(QKeySequence("Ctrl+S"))
        self.rate.setShortcut(QKeySequence("Ctrl+L"))
        names = {"train": self.train, "pause": self.pause, "stop": self.stop, "step": self.step, "save": self.save}
        names |= {"rate": self.rate, "last_epoch": self.last_epoch, "find_rate": self.find_rate}
        names |= {"enqueue": self.enqueue, "queue": self.queue}
        for name, action in names.items():
            action.setObjectName(name)
            action.setIconVisibleInMenu(False)
        self.train.triggered.connect(self._train)
        self._steering = Steering(studio.runner, studio.run_state)
        self.pause.triggered.connect(self.pause_or_go_on)
        self.rate.triggered.connect(self._ask_for_rate)
        self.find_rate.triggered.connect(self._find_rate)
        self.enqueue.setShortcuts([QKeySequence("Ctrl+Shift+Return"), QKeySequence("Ctrl+Shift+Enter")])
        self.enqueue.triggered.connect(self._enqueue)
        self.queue.triggered.connect(self._show_queue)
        told = {self.stop: "stop", self.step: "step", self.save: "save", self.last_epoch: "stop-after-epoch"}
        for action, command in told.items():
            action.triggered.connect(lambda _, command=command: self._tell(command))
        studio.run_state.phase_changed.connect(self.follow)
        studio.run_state.changed.connect(self._follow_last_epoch)
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Take on the words and icons of the present phase, language and theme."""
        phase, busy = self._studio.run_state.phase, self._steering.can_steer
        self.train.setEnabled(not self._studio.runner.busy)
        self.train.setText(self.tr("Train"))
        self.train.setToolTip(self.tr("Train the network by the recipe (Ctrl+Return)"))
        self.train.setIcon(theme.icon("play", theme.colors().on_accent))
        self.pause.setEnabled(busy and phase in ("running", "pausing", "paused"))
        self.pause.setText(self._pause_text(phase))
        self.pause.setToolTip(self.tr("Rest between two steps, or go on (Space)"))
        self.pause.setIcon(theme.icon("play" if phase == "paused" else "pause"))
        self.stop.setEnabled(busy and phase != "stopping")
        self.stop.setText(self.tr("Stopping…") if phase == "stopping" else self.tr("Stop"))
        self.stop.setToolTip(self.tr("End the run and save it; it can be resumed later"))
        self.stop.setIcon(theme.icon("stop"))
        self.step.setEnabled(busy and phase == "paused")
        self.step.setText(self.tr("Single step"))
        for action in (self.save, self.rate):
            action.setEnabled(busy and phase in ("running", "pausing", "paused"))
        self.save.setText(self.tr("Save now"))
        self.rate.setText(self.tr("Change learning rate…"))
        self.last_epoch.setText(self.tr("Stop after this epoch"))
        self.find_rate.setEnabled(not self._studio.runner.busy)
        self.find_rate.setText(self.tr("Find a learning rate…"))
        self.enqueue.setText(self.tr("Add to queue"))
        self.queue.setText(self.tr("Queue…"))
        self._follow_last_epoch()

    @Slot()
    def _follow_last_epoch(self) -> None:
        self.last_epoch.setEnabled(self.save.isEnabled() and not self._studio.run_state.last_epoch)

    @Slot()
    def _ask_for_rate(self) -> None:
        now = self._studio.run_state.peak_lr
        if now is not None:
            dialog = RateDialog(now, partial(self._tell, "lr"), self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def pause_texts(self) -> list[str]:
        """All that Pause may say."""
        return [self._pause_text(phase) for phase in ("running", "pausing", "paused")]

    def stop_texts(self) -> list[str]:
        """All that Stop may say."""
        return [self.tr("Stop"), self.tr("Stopping…")]

    @Slot()
    def pause_or_go_on(self) -> None:
        """Pause a run that goes on, go on with one that rests."""
        self._tell("go-on" if self._studio.run_state.phase in ("paused", "pausing") else "pause")

    def _tell(self, command: str, *value: float) -> None:
        """Steer the run; where it goes on in another process, say that it was told."""
        try:
            at_once = self._steering.tell(command, *value)
        except StudioError as error:
            self._studio.message(str(error), "error")
            return
        if not at_once:
            self._studio.message(self.tr("The other process was told; it obeys after its present step."), "info")

    def _pause_text(self, phase: str) -> str:
        return {"paused": self.tr("Continue"), "pausing": self.tr("Pausing…")}.get(phase, self.tr("Pause"))

    @Slot()
    def _train(self) -> None:
        if recipe := self._settled():
            self._studio.runner.start(recipe)
            self._studio.show_page("train")

    @Slot()
    def _find_rate(self) -> None:
        from alexnet_gui.window.rate_finder import RateFinder  # it draws: pyqtgraph is loaded behind the window

        if recipe := self._settled():
            RateFinder(recipe, self._use_rate, self._studio.background, self._window).open()

    @Slot()
    def _enqueue(self) -> None:
        try:
            self._queue.add([self._recipe()])
        except StudioError as error:
            self._studio.message(str(error), "error")
            return
        text = self.tr("In the queue now; %Ln wait(s).", "", len(self._queue.waiting))
        self._studio.message(text, "info")

    @Slot()
    def _show_queue(self) -> None:
        from alexnet_gui.window.queue_dialog import QueueDialog  # rarely seen: the window need not wait for it

        QueueDialog(self._queue, self._recipe, self._window).show()

    def _use_rate(self, rate: float) -> None:
        self._studio.settings.recipe = self._recipe().model_copy(update={"lr": rate}).toml()

    def _settled(self) -> Recipe | None:
        """What Train trains, on the machine of the settings; None, and said why, where that cannot be."""
        try:
            return on_machine(self._recipe(), self._studio)
        except StudioError as error:
            self._studio.message(str(error), "error")
            return None


def on_machine(recipe: Recipe, studio: Studio) -> Recipe:
    """The recipe with the device and precision of the settings where it leaves them open."""
    chosen = {"device": studio.settings.device, "precision": studio.settings.precision}
    return recipe.model_copy(update={name: v for name, v in chosen.items() if getattr(recipe, name) == "auto"})
