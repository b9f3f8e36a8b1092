"""Runs a training in a thread of its own and brings what it says to the window, 25 times a second."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer

from alexnet_gui.run.mailbox import Mailbox
from alexnet_gui.run.run_state import RunState
from alexnet_gui.run.training_worker import (
    Answer,
    Begun,
    Ended,
    OpenTraining,
    Question,
    Reading,
    TrainingWorker,
    open_training,
)
from alexnet_gui.settings import Settings
from core.recipe import Recipe

if TYPE_CHECKING:
    from core.train import Training

T = TypeVar("T")
log = logging.getLogger(__name__)
_TICK_MS = 40


class TrainingRunner(QObject):
    """At most one training at a time. All methods are for the window's thread."""

    def __init__(
        self,
        run_state: RunState,
        settings: Settings,
        parent: QObject | None = None,
        *,
        open_training: OpenTraining = open_training,
    ) -> None:
        """`open_training(recipe, folder, resume, progress)` makes the `core.train.Training`, in the worker."""
        super().__init__(parent)
        self._state = run_state
        self._settings = settings
        self._open_training = open_training
        self._mailbox = Mailbox()
        self._worker: TrainingWorker | None = None
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def busy(self) -> bool:
        """A run goes on, paused or stopping included."""
        return self._worker is not None

    def start(self, recipe: Recipe, folder: Path | None = None) -> None:
        """Train by `recipe` in `folder` (default: a new one among the runs). Ignored while a run goes on."""
        self._go(recipe, folder, resume=False)

    def resume(self, folder: Path, recipe: Recipe | None = None) -> None:
        """Go on with the run in `folder` after its last checkpoint. Ignored while a run goes on.

        `recipe` is its own with more epochs; None changes nothing.
        """
        self._go(recipe, folder, resume=True)

    def pause(self) -> None:
        """Rest before the next step. `ask` is answered all the same."""
        if self._worker:
            self._worker.pause()
            self._show_phase()

    def go_on(self) -> None:
        if self._worker:
            self._worker.go_on()
            self._show_phase()

    def stop(self) -> None:
        """End after the present step and save, so that the run can be resumed."""
        if self._worker:
            self._worker.stop()
            self._show_phase()

    def single_step(self) -> None:
        """While the run rests: make one step, and rest again."""
        if self._worker:
            self._worker.single_step()
            self._show_phase()

    def save(self) -> None:
        """Save a checkpoint after the present step; while the run rests, at once."""
        if self._worker:
            self._worker.save()
            self._show_phase()

    def change_lr(self, value: float) -> None:
        """From the next step on the schedule's peak is `value`, above 0; it is recorded."""
        if self._worker:
            self._worker.change_lr(value)
            self._show_phase()

    def stop_after_epoch(self) -> None:
        """End when the epoch that goes on is done, evaluated and saved."""
        if self._worker:
            self._worker.stop_after_epoch()
            self._show_phase()

    def ask(
        self,
        fn: "Callable[[Training], T]",
        done: Callable[[T], object],
        owner: QObject,
        failed: Callable[[str], object] | None = None,
    ) -> None:
        """Run ``fn(training)`` in the worker between two steps, then ``done(result)`` in the window's thread.

        The newest question of an owner replaces its older one that was not begun yet. Nothing is called when
        no run goes on, when the run ends first, or when the owner is destroyed. What fn gives must not share
        memory with the network: the next step changes it. What fn raises goes to ``failed(sentence)``.
        """
        if self._worker:
            self._worker.ask(Question(owner, fn, done, failed))

    def close(self, timeout: float = 60.0) -> None:
        """Stop the run that goes on, let it save, and join its thread within `timeout` seconds."""
        if not self._worker:
            return
        self._worker.stop()
        self._worker.join(timeout)
        if self._worker.is_alive():
            log.error("The training did not end within %s s.", timeout)
        self._tick(limit=1_000_000, seconds=5.0)
        self._timer.stop()

    def _go(self, recipe: Recipe | None, folder: Path | None, *, resume: bool) -> None:
        if self._worker:
            return
        self._mailbox = Mailbox()  # what an earlier worker may still say is for nobody
        self._state.begin(recipe, folder)
        self._worker = TrainingWorker(
            self._mailbox,
            recipe,
            folder,
            resume=resume,
            runs_folder=self._settings.runs_folder,
            threads=self._settings.threads,
            open_training=self._open_training,
        )
        self._show_phase()
        self._state.tell()
        self._worker.start()
        self._timer.start()

    def _show_phase(self) -> None:
        if self._worker:
            self._state.set_phase(self._worker.phase)

    def _tick(self, limit: int = 500, seconds: float = 0.008) -> None:
        news = False
        phase = self._worker.phase if self._worker else None  # asked first: all that came before it is in the mailbox
        for message in self._mailbox.drain(limit, seconds):
            match message:
                case Answer():
                    self._give(message)
                case Begun(folder, recipe):
                    self._state.folder, self._state.recipe = folder, recipe
                case Ended(phase):
                    self._end(phase)
                case Reading(done, total):
                    self._state.read, news = (done, total), True
                case event:
                    self._state.apply(event)
                    news = True
        if self._worker and phase:
            self._state.set_phase(phase)
        if news:
            self._state.tell()

    def _give(self, answer: Answer) -> None:
        question = answer.question
        if not shiboken6.isValid(question.owner):
            return
        if answer.error is None:
            question.done(answer.result)
        elif question.failed:
            question.failed(answer.error)

    def _end(self, phase: str) -> None:
        self._timer.stop()
        if self._worker:
            self._worker.join(1.0)
        self._worker = None
        if phase == "idle":
            self._state.begin(None, None)  # it never began
            self._state.tell()
        self._state.set_phase(phase)
