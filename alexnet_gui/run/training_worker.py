"""The thread that trains: between two steps it answers questions and does as it is told."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alexnet_gui.run.mailbox import Mailbox
from core.conductor import REST, Conductor
from core.errors import CancelledError, StudioError
from core.events import Event, Failed, Finished, Steps
from core.recipe import Recipe, read

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from core.train import Training

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Begun:
    """Training will be recorded in `folder`."""

    folder: Path
    recipe: Recipe


@dataclass(frozen=True, slots=True)
class Reading:
    """So many pictures of the data set are read, of so many in all."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The thread says nothing more. `phase` as in `RunState.phase`."""

    phase: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something to run between two steps, for an owner in the window."""

    owner: "QObject"
    fn: "Callable[[Training], Any]"
    done: Callable[[Any], object]
    failed: Callable[[str], object] | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question: a result, or a sentence about what went wrong."""

    question: Question
    result: Any = None
    error: str | None = None


def open_training(recipe: Recipe, folder: Path, resume: bool, progress: Callable[[int, int], bool]) -> "Training":
    """The core's training; torch is imported here, in the worker."""
    from core.train import Training

    return Training(recipe, folder, resume=resume, progress=progress)


OpenTraining = Callable[[Recipe, Path, bool, Callable[[int, int], bool]], Any]


def _set_threads(count: int) -> None:
    """0: as many as torch takes by itself. The setting is a thread's own, hence made in the worker."""
    if count > 0:
        import torch

        torch.set_num_threads(count)


def _sentence(error: Exception) -> str:
    if isinstance(error, StudioError):
        return str(error)
    log.error("Training broke", exc_info=error)
    return f"Training broke: {type(error).__name__}: {error}"


class TrainingWorker:
    """One training from begin to end. The window calls the public methods, the thread the private ones."""

    def __init__(
        self,
        mailbox: Mailbox,
        recipe: Recipe | None,
        folder: Path | None,
        *,
        resume: bool,
        runs_folder: Path,
        threads: int,
        open_training: OpenTraining,
    ) -> None:
        """`recipe` may be None with `resume`: it is then the one in `folder`."""
        self._mailbox = mailbox
        self._recipe = recipe
        self._folder = folder
        self._resume = resume
        self._runs_folder = runs_folder
        self._threads = threads
        self._open_training = open_training
        self._wake = threading.Condition()
        self._questions: dict[int, Question] = {}
        self._begun = self._stop_wanted = self._ended = False
        self._conductor: Conductor | None = None  # of the training, once it is open
        self._failed = False  # the recorder said so
        self._step = 0
        self._thread = threading.Thread(target=self._work, name="training", daemon=True)
        self.start = self._thread.start
        self.join = self._thread.join
        self.is_alive = self._thread.is_alive

    @property
    def phase(self) -> str:
        """What is so, and what is wanted but not yet so."""
        if self._stop_wanted:
            return "stopping"
        return self._conductor.phase if self._conductor and self._begun else "preparing"

    def pause(self) -> None:
        self._tell("pause")

    def go_on(self) -> None:
        self._tell("go-on")

    def single_step(self) -> None:
        """Out of a pause make one step, and rest again."""
        if self.phase == "paused":
            self._tell("step")

    def save(self) -> None:
        """Save after the present step; out of a pause save, and rest again."""
        self._tell("save")

    def change_lr(self, value: float) -> None:
        self._tell("lr", value)

    def stop_after_epoch(self) -> None:
        self._tell("stop-after-epoch")

    def stop(self) -> None:
        self._stop_wanted = True
        if self._conductor:
            self._conductor.stop()
        self._notify()

    def _tell(self, command: str, value: float | None = None) -> None:
        if self._conductor:
            self._conductor.tell(command, value)
            self._notify()

    def _notify(self) -> None:
        with self._wake:
            self._wake.notify()

    def ask(self, question: Question) -> None:
        """The newest of an owner counts; after the end nobody answers."""
        with self._wake:
            if not self._ended:
                self._questions[id(question.owner)] = question
                self._wake.notify()

    # -- in the thread

    def _work(self) -> None:
        phase = "failed"
        try:
            phase = self._train()
        except Exception as error:  # the thread boundary: everything becomes an event
            sentence = _sentence(error)
            if not self._failed:
                self._mailbox.put(Failed(time=time.time(), step=self._step, message=sentence))
        finally:
            with self._wake:
                self._ended = True
                self._questions.clear()
            self._mailbox.put(Ended(phase))

    def _train(self) -> str:
        """Train to the end; gives the phase after it."""
        _set_threads(self._threads)
        recipe, folder = self._place()
        self._mailbox.put(Begun(folder, recipe))
        if self._resume:
            self._tell_the_past(folder)
        try:
            training = self._open(recipe, folder)
        except CancelledError:
            return "stopped" if self._resume else "idle"
        phase = "stopped"
        for event in self._conducted(training, folder):
            if isinstance(event, Steps):
                self._step = event.last_step
            elif isinstance(event, Finished):
                phase = "stopped" if event.reason == "stopped" else "done"
            elif isinstance(event, Failed):
                self._failed = True
            self._begun = True
            self._mailbox.put(event)
            self._answer(training)
        return phase

    def _place(self) -> tuple[Recipe, Path]:
        from core.runs import new_run_folder

        if self._recipe is None:
            assert self._folder, "A run is resumed in its folder."
            return read(self._folder / "recipe.toml"), self._folder
        return self._recipe, self._folder or new_run_folder(self._recipe, parent=self._runs_folder)

    def _open(self, recipe: Recipe, folder: Path) -> "Training":
        try:
            return self._open_training(recipe, folder, self._resume, self._read)
        except Exception:
            with suppress(OSError):
                folder.rmdir()  # only if it is empty: a run that never began leaves nothing
            raise

    def _read(self, done: int, total: int) -> bool:
        self._mailbox.put(Reading(done, total))
        return not self._stop_wanted

    def _tell_the_past(self, folder: Path) -> None:
        from core.runs import events_of

        for event in events_of(folder):
            self._mailbox.put(event)

    def _conducted(self, training: "Training", folder: Path) -> Iterator[Event]:
        """The training's events, recorded, each as soon as it may come."""
        from core.recorder import record

        self._conductor = conductor = Conductor(training, folder, rest=lambda: self._rest(training))
        if self._stop_wanted:
            conductor.stop()
        return conductor.conducted(record(training.events(), folder))

    def _rest(self, training: "Training") -> None:
        """Wait a little, or until something is wanted."""
        self._answer(training)
        with self._wake:
            if not (self._questions or self._stop_wanted):
                self._wake.wait(REST)

    def _answer(self, training: "Training") -> None:
        """Answer what was asked so far."""
        while True:
            with self._wake:
                if not self._questions:
                    return
                question = self._questions.pop(next(iter(self._questions)))
            self._mailbox.put(_answer(question, training))


def _answer(question: Question, training: "Training") -> Answer:
    try:
        return Answer(question, question.fn(training))
    except Exception as error:  # a page's question must not end the training
        if isinstance(error, StudioError):
            return Answer(question, error=str(error))
        log.error("A question about the training failed", exc_info=error)
        return Answer(question, error=f"{type(error).__name__}: {error}")
