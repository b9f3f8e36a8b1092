"""The window's side of the classifier: asks the desk in the worker thread, hears its answers, newest question first."""

import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from alexnet_gui.background import Background, Job
from alexnet_gui.pictures.batch_run import BatchRun
from alexnet_gui.pictures.classifier_desk import Answer, ClassifierDesk
from alexnet_gui.run.training_thread import TrainingRunner

if TYPE_CHECKING:
    from core.network import Network
    from core.train import Training

TRAINING = "training"  # as a source: the network in training
FRESH = 3.0  # seconds for which a copy of the network in training is good enough

Picture = Path | bytes | NDArray[np.uint8]


class ClassifierClient(QObject):
    """Answers come by ``answered(Answer)``, what is no picture by ``failed(sentence)``, what speaks for the first guess
    by ``explained(Answer, values)``; a newer question silences an older one. ``source`` is "training" or as for
    `core.network.load_network`.
    """

    answered = Signal(object)
    failed = Signal(str)
    explained = Signal(object, object)

    def __init__(self, background: Background, runner: TrainingRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._runner = runner
        self._desk = ClassifierDesk()
        self._source = "demo"
        self._copied_at = -FRESH  # when the desk was given the network in training
        self._copier = QObject(self)
        self._question: Job | None = None

    def use(self, source: str) -> None:
        """From now on this network answers; load it ahead of the first question."""
        self._source = source
        self._copied_at = -FRESH
        if source != TRAINING:
            self._background.run(
                partial(self._desk.load, source), lambda complaint: None, lambda sentence: None, owner=self
            )

    def look(self, picture: Picture, *, adapt: bool | None) -> None:
        """Ask about one picture; a picture of a data set is (C, side, side)."""
        if self._question:
            self._question.cancel()
        self._with_network(partial(self._ask, picture, adapt))

    def explain(self, answer: Answer, failed: Callable[[str], object]) -> None:
        """Ask what speaks for the first guess of the newest answer; whoever hears it sees whether it still is."""
        self._background.run(partial(self._desk.why, answer), partial(self.explained.emit, answer), failed, owner=self)

    def batch(self, sources: Sequence[Path | bytes], *, adapt: bool | None) -> BatchRun:
        """A pass over many pictures and folders, begun as soon as the network is there."""
        run = BatchRun(self._background, self._desk, self)
        self._with_network(lambda network: run.start(sources, network=network, adapt=adapt))
        return run

    def _ask(self, picture: Picture, adapt: bool | None, network: str) -> None:
        self._question = self._background.run(
            partial(_look, self._desk, network, picture, adapt), self.answered.emit, self.failed.emit, owner=self
        )

    def _with_network(self, then: Callable[[str], object]) -> None:
        """`then(source)` for the desk to load, or ``then("")`` when the desk has a fresh copy of that in training."""
        if self._source != TRAINING:
            then(self._source)
        elif time.monotonic() - self._copied_at < FRESH:
            then("")
        else:
            self._runner.ask(_copy, partial(self._take, then), self._copier, self.failed.emit)

    def _take(self, then: Callable[[str], object], network: "Network") -> None:
        self._copied_at = time.monotonic()
        self._background.run(partial(self._desk.take, network), lambda _: None, self.failed.emit, owner=self)
        then("")  # its job comes after: a lane keeps the order


def _copy(training: "Training") -> "Network":
    return training.network()


def _look(desk: ClassifierDesk, network: str, picture: Picture, adapt: bool | None) -> Answer:
    return desk.look(picture, adapt=adapt, complaint=desk.load(network) if network else "")
