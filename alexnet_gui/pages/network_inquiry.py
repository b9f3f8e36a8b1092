"""Questions about the network that is picked and the picture that is pinned, answered behind the window."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from alexnet_gui.background import Job
from alexnet_gui.context import Studio
from alexnet_gui.figure.map_desk import MapDesk, Pin, Subject, subject_in_training, subject_of
from alexnet_gui.pictures.classifier_client import TRAINING

if TYPE_CHECKING:
    from core.network import Network
    from core.train import Training

T = TypeVar("T")
Say = Callable[[str], object]


class NetworkInquiry(QObject):
    """Of each owner the newest question counts: an older one that waits is never begun, one under way goes unheard."""

    def __init__(self, studio: Studio, source: Callable[[], str], pin: Callable[[], Pin], parent: QObject) -> None:
        """`source()` names the network, "training" or as for `core.network.load_network`; `pin()` is the picture."""
        super().__init__(parent)
        self._studio = studio
        self._source, self._pin = source, pin
        self._jobs: dict[QObject, Job] = {}
        self.generation = 0  # another one: perhaps another network
        self.read_anew()

    @property
    def in_training(self) -> bool:
        """The network is the one in training: it changes at every step."""
        return self._source() == TRAINING

    def read_anew(self) -> None:
        """From the next question on, networks are read from their files again."""
        self.generation += 1
        self._desk = MapDesk()

    def ask(
        self, question: Callable[[Subject], T], done: Callable[[T], object], failed: Say, *, owner: QObject
    ) -> None:
        """``done(question(subject))``, or ``failed(sentence)``, in the window's thread.

        For what takes no longer than a training step, for a training waits for it. The answer must not share memory
        with the network.
        """
        self.forget(owner)
        pin = self._pin()
        if self.in_training:
            job = self._jobs[owner] = Job(owner)
            self._studio.runner.ask(
                lambda training: question(subject_in_training(training, pin)),
                _unless_cancelled(job, done),
                owner,
                _unless_cancelled(job, failed),
            )
        else:
            subject = partial(self._desk.subject, self._source(), pin)
            self._jobs[owner] = self._studio.background.run(lambda: question(subject()), done, failed, owner=owner)

    def stream(
        self,
        question: Callable[[Subject], Iterator[T]],
        item: Callable[[T], object],
        done: Callable[[], object],
        failed: Say,
        *,
        owner: QObject,
    ) -> None:
        """Iterate ``question(subject)`` for as long as it likes; in the window's thread ``item(value)`` each, then
        ``done()``. A network in training goes on meanwhile: a copy of it answers."""
        self.forget(owner)
        pin = self._pin()

        def begin(network: "Network") -> None:
            self._jobs[owner] = self._studio.background.stream(
                lambda: question(subject_of(network, pin)), item, done, failed, owner=owner, lane="inquiries"
            )

        if self.in_training:
            job = self._jobs[owner] = Job(owner)
            self._studio.runner.ask(_copy, _unless_cancelled(job, begin), owner, _unless_cancelled(job, failed))
        else:
            twin = partial(self._desk.twin, self._source())
            self._jobs[owner] = self._studio.background.run(twin, begin, failed, owner=owner)

    def forget(self, owner: QObject) -> None:
        """Nothing that this owner asked is answered any more."""
        if job := self._jobs.pop(owner, None):
            job.cancel()


def _unless_cancelled(job: Job, call: Callable[[T], object]) -> Callable[[T], object]:
    def heard(value: T) -> None:
        if not job.cancelled:
            call(value)

    return heard


def _copy(training: "Training") -> "Network":
    return training.network()
