"""Many pictures through the classifier, a portion a job, so that a single picture need not wait for all of them."""

from collections.abc import Callable, Generator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from alexnet_gui.background import Background
from alexnet_gui.pictures.classifier_desk import ClassifierDesk, Portion
from core.errors import CheckpointError


class BatchRun(QObject):
    """One pass over many pictures. ``portion(Portion)`` as they come, then once ``ended(sentence)``.

    The sentence is empty after the last picture and after `cancel`.
    """

    portion = Signal(object)
    ended = Signal(str)

    def __init__(self, background: Background, desk: ClassifierDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._desk = desk
        self._portions: Generator[Portion] | None = None  # touched in the worker only
        self._cancelled = False

    def start(self, sources: Sequence[Path | bytes], *, network: str, adapt: bool | None) -> None:
        """Begin. `network` is as for `ClassifierDesk.load`; "" takes the one that is there."""
        self._run(partial(self._open, list(sources), network, adapt))

    def cancel(self) -> None:
        """End after the portion that is under way."""
        self._cancelled = True

    def _run(self, step: Callable[[], Portion | None]) -> None:
        self._background.run(step, self._took, self._end, owner=self)

    def _end(self, sentence: str) -> None:
        self.ended.emit(sentence)
        self.deleteLater()

    def _open(self, sources: list[Path | bytes], network: str, adapt: bool | None) -> Portion | None:
        complaint = self._desk.load(network) if network else ""
        if complaint:
            raise CheckpointError(complaint)
        self._portions = self._desk.walk(sources, adapt=adapt)
        return self._more()

    def _more(self) -> Portion | None:
        return next(self._portions, None) if self._portions else None

    def _close(self) -> None:
        if self._portions:
            self._portions.close()

    def _took(self, portion: Portion | None) -> None:
        if portion is None:
            self._end("")
            return
        self.portion.emit(portion)
        self._run(self._close if self._cancelled else self._more)
