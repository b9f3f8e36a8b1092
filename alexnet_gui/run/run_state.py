"""The one state of a run that pages read: events go in, arrays and figures come out."""

from contextlib import suppress
from functools import reduce
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from alexnet_gui.background import Background
from alexnet_gui.run.growing import Growing
from alexnet_gui.run.run_follower import RunFollower
from alexnet_gui.run.run_loads import RunLoads
from alexnet_gui.run.throughput import EVALUATION_SHARE, Throughput, Work
from core.errors import StudioError
from core.events import (
    Changed,
    Evaluated,
    Evaluating,
    Event,
    Failed,
    Finished,
    Load,
    Saved,
    Started,
    Steps,
    Warned,
    Watched,
)
from core.recipe import Recipe, checked
from core.step_block import StepBlock

PHASES = ("idle", "preparing", "running", "pausing", "paused", "stopping", "stopped", "done", "failed")
ACTIVE = ("preparing", "running", "pausing", "paused", "stopping")
_RATED = 50  # of the blocks of steps that come together so many decide how fast the run is


class RunState(QObject):
    """What is known of a run, live or recorded.

    Who feeds it calls `begin`, then `apply` for each event, `set_phase`, and `tell` once for a batch of them: only
    `tell` emits `changed`, so that views redraw at most once a tick. Arrays are views, one value a step.

    `active`: a run of this window goes on (buttons follow this). `foreign`: the run shown is an old one or one
    of another process, read from its folder; its phase may be "running" or "paused" although `active` is False.
    """

    changed = Signal()
    phase_changed = Signal(str)
    started = Signal()
    evaluated = Signal()

    def __init__(self, background: Background | None = None, parent: QObject | None = None) -> None:
        """`background` reads the folders for `show`; a state that is only fed needs none."""
        super().__init__(parent)
        self._follower = RunFollower(self, background) if background else None
        self.phase = "idle"
        self.version = 0  # rises whenever what was there is replaced or cut, not when it only grows
        self._clear(None, None)

    def _clear(self, recipe: Recipe | None, folder: Path | None) -> None:
        self.version += 1
        self.recipe = recipe
        self.folder = folder
        self.foreign = False
        self.epochs: list[Evaluated] = []
        self._best: Evaluated | None = None
        self.looks: list[Watched] = []  # into the layers, in the order of their steps
        self.notes: list[Event] = []  # what a log tells: every event but Steps, Watched, Evaluating and Load
        self.message = ""  # the last warning or failure, in a sentence
        self.warning = ""  # the last warning of this part of the run
        self.epoch = 0
        self.device = ""
        self.precision = ""
        self.parameters = 0
        self.classes: tuple[str, ...] = ()
        self.steps_per_epoch = 0
        self.train_images = 0
        self.test_images = 0
        self.changes: list[Changed] = []  # that were made while it went on
        self.last_epoch = False  # it stops when this epoch is done
        self.finished: Finished | None = None
        self.evaluating: Evaluating | None = None  # the evaluation that goes on, if one does
        self.read: tuple[int, int] | None = None  # pictures of the data set that are read, and all, before the start
        self._steps = Growing(np.int64)
        self._loss = Growing(np.float32)
        self._accuracy = Growing(np.float32)
        self._lr = Growing(np.float32)
        self._speed = Growing(np.float32)
        self.loads = RunLoads()
        self._throughput = Throughput()
        self._seconds = 0.0
        self._is_new = False
        self._has_evaluated = False

    # -- what pages read

    @property
    def active(self) -> bool:
        """A run of this window goes on, if only to its end."""
        return self.phase in ACTIVE and not self.foreign

    @property
    def steps(self) -> np.ndarray:
        """(n,) int64: the number of each step, from 1."""
        return self._steps.values

    @property
    def loss(self) -> np.ndarray:
        """(n,) float32: of the training batch, in nats."""
        return self._loss.values

    @property
    def accuracy(self) -> np.ndarray:
        """(n,) float32: of the training batch, 0 to 1."""
        return self._accuracy.values

    @property
    def lr(self) -> np.ndarray:
        """(n,) float32: the learning rate of each step."""
        return self._lr.values

    @property
    def speed(self) -> np.ndarray:
        """(n,) float32: training pictures a second, in the block of steps that each was told of in."""
        return self._speed.values

    @property
    def step(self) -> int:
        """Steps done."""
        return int(self.steps[-1]) if len(self._steps) else 0

    @property
    def peak_lr(self) -> float | None:
        """The learning rate that its schedule is about: the recipe's, or what it was changed to; None without a run."""
        changed = (change.value for change in reversed(self.changes) if change.what == "lr")
        return next(changed, self.recipe.lr if self.recipe else None)

    @property
    def epochs_wanted(self) -> int:
        return self.recipe.epochs if self.recipe else 0

    @property
    def best(self) -> Evaluated | None:
        """The first evaluation with the highest accuracy."""
        return self._best

    @property
    def ended_early(self) -> bool:
        """It is done because its patience was."""
        return self.phase == "done" and self.finished is not None and self.finished.reason == "patience"

    @property
    def seconds(self) -> float:
        """Time spent in training and evaluation."""
        return self._seconds

    @property
    def images_per_second(self) -> float | None:
        """Training pictures a second, of late; None before the first steps."""
        return self._throughput.images_per_second

    @property
    def progress(self) -> float:
        """Share of the run that is done, 0 to 1."""
        return 1.0 if self.phase == "done" else self._work().progress

    @property
    def seconds_left(self) -> float | None:
        """Of the run, evaluations included; None before training really started and after its end."""
        if self.last_epoch:
            return self.epoch_seconds_left
        pace = self._pace()
        return self._work().seconds_left(*pace) if pace else None

    @property
    def epoch_seconds_left(self) -> float | None:
        """Of this epoch, its evaluation included; None as for `seconds_left`."""
        pace = self._pace()
        return self._work().epoch_seconds_left(*pace) if pace else None

    def _pace(self) -> tuple[float, float | None] | None:
        per_step = self._throughput.seconds_per_step
        if per_step is None or self.phase not in ACTIVE:
            return None
        return per_step, self.epochs[-1].seconds if self.epochs else None

    def _work(self) -> Work:
        batch = self.recipe.batch_size if self.recipe else 1
        going_on = self.evaluating.done / max(1, self.evaluating.total) if self.evaluating else 0.0
        return Work(
            epochs=self.epochs_wanted,
            steps_per_epoch=self.steps_per_epoch,
            evaluation_steps=EVALUATION_SHARE * self.test_images / batch,
            step=self.step,
            evaluations=len(self.epochs) + going_on,
        )

    # -- who feeds it

    def begin(self, recipe: Recipe | None, folder: Path | None, *, foreign: bool = False) -> None:
        """Forget the run before; what comes now is of this one."""
        if self._follower:
            self._follower.stop()
        self._clear(recipe, folder)
        self.foreign = foreign

    def set_phase(self, phase: str) -> None:
        if phase != self.phase:
            self.phase = phase
            self.phase_changed.emit(phase)

    def apply(self, event: Event | StepBlock) -> None:
        """Take in one event, or many of steps. No signal is emitted before `tell`."""
        if isinstance(event, Steps | StepBlock):
            self._take_steps(StepBlock.of(event) if isinstance(event, Steps) else event)
            return
        if isinstance(event, Watched):
            self.looks.append(event)
            return
        if isinstance(event, Evaluating):
            self.evaluating = event
            return
        if isinstance(event, Load):
            self.loads.take(event)
            return
        self.notes.append(event)
        match event:
            case Started():
                self._take_start(event)
            case Evaluated():
                self.evaluating = None
                self.epochs.append(event)
                self._best = _better(self._best, event)
                self._seconds += event.seconds
                self._has_evaluated = True
            case Changed():
                self.changes.append(event)
                self.last_epoch = self.last_epoch or event.what == "stops after epoch"
            case Warned(message=message):
                self.message = self.warning = message
            case Failed(message=message):
                self.message = message
            case Finished():
                self.finished = event
                self.evaluating = None
            case Saved() | _:
                pass

    def tell(self) -> None:
        """Tell the views about the events since the last time."""
        if self._is_new:
            self._is_new = False
            self.started.emit()
        if self._has_evaluated:
            self._has_evaluated = False
            self.evaluated.emit()
        self.changed.emit()

    # -- a run that is read from its folder

    def show(self, folder: Path) -> None:
        """Show what is recorded of the run in `folder` instead; not while a run is `active`."""
        if self.active:
            raise RuntimeError("A run goes on in this state; show another one in a state of its own.")
        self.begin(None, folder, foreign=True)
        self.set_phase("idle")
        if self._follower:
            self._follower.begin(folder)
        self.tell()
        self.poll()

    def poll(self) -> None:
        """Read on in the folder that is shown, if it is one and is not being read already."""
        if self._follower:
            self._follower.poll()

    def _take_start(self, event: Started) -> None:
        with suppress(StudioError):  # a recipe of another version: its curves can be shown all the same
            self.recipe = checked(**event.recipe)
        self.device = event.device
        self.precision = event.precision
        self.parameters = event.parameters
        self.classes = tuple(event.classes)
        self.steps_per_epoch = event.steps_per_epoch
        self.train_images = event.train_images
        self.test_images = event.test_images
        self.finished = None
        self.evaluating = None
        self.last_epoch = False
        self.message = self.warning = ""
        self._throughput = Throughput()
        self._is_new = True
        self._go_back_to(event)

    def _go_back_to(self, started: Started) -> None:
        """A resumed run goes on from a checkpoint; what came later is not part of it."""
        step = started.step
        kept = int(np.searchsorted(self.steps, step, side="right"))
        if kept < len(self._steps):
            self.version += 1
            for array in (self._steps, self._loss, self._accuracy, self._lr, self._speed):
                array.shorten(kept)
        self.epochs = [evaluation for evaluation in self.epochs if started.knows(evaluation)]
        self._best = reduce(_better, self.epochs, None)
        self.changes = [change for change in self.changes if change.step <= step]
        self.looks = [look for look in self.looks if look.step <= step]
        self.loads.go_back_to(step)

    def _take_steps(self, block: StepBlock) -> None:
        self.epoch = int(block.epoch[-1])
        self._steps.extend(block.steps)
        self._loss.extend(block.loss)
        self._accuracy.extend(block.accuracy)
        self._lr.extend(block.lr)
        self._speed.extend(block.speed)
        self._seconds += float(block.seconds.sum())
        late = (numbers[-_RATED:].tolist() for numbers in (block.lengths, block.images, block.seconds))
        for steps, images, seconds in zip(*late, strict=True):
            self._throughput.add(steps=steps, images=images, seconds=seconds)


def _better(best: Evaluated | None, other: Evaluated) -> Evaluated:
    return other if best is None or other.accuracy > best.accuracy else best
