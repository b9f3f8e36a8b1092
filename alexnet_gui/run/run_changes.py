"""What a person changes about runs, done in the background, each with its way back."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from alexnet_gui.background import Background
from core import run_notes, runs
from core.errors import RunError
from core.run_notes import RunNotes
from core.runs import RunSummary, Trashed

LANE = "runs"  # reading and writing run folders does not wait for what the classifier does
_MOST = 100  # changes that can be taken back
_KEEP: dict[str, Callable[[Path, Any], None]] = {
    "title": run_notes.rename,
    "tags": run_notes.tag,
    "star": run_notes.star,
    "notes": run_notes.annotate,
}


class RunChanges(QObject):
    """``done()`` after each change and each way back, ``deleted(list of Trashed)``, ``failed(sentence)``."""

    done = Signal()
    deleted = Signal(object)
    failed = Signal(str)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._ways_back: list[Callable[[], object]] = []
        self._notes: dict[Path, str] = {}  # on their way to the disk

    @property
    def can_undo(self) -> bool:
        """Something was changed that was not taken back yet."""
        return bool(self._ways_back)

    def keep(self, run: RunSummary, key: str, value: Any) -> None:
        """Keep another "title", "tags", "star" or "notes" with a run; `run` is as it was before."""
        self._remember(partial(_KEEP[key], run.folder, _kept(run, key)))
        self._do(partial(_KEEP[key], run.folder, value), lambda _: self.done.emit())

    def annotate(self, run: RunSummary, notes: str) -> None:
        """The same for notes, which are also kept when the program ends before the background comes to it."""
        self._notes[run.folder] = notes
        self._remember(partial(run_notes.annotate, run.folder, run.notes))
        self._do(partial(run_notes.annotate, run.folder, notes), partial(self._annotated, run.folder, notes))

    def delete(self, folders: Sequence[Path]) -> None:
        """Move these runs to the trash beside them."""
        self._do(partial(_delete, folders), self._deleted)

    def undo(self) -> None:
        """Take back the last change that was not taken back yet."""
        if self._ways_back:
            self._do(self._ways_back.pop(), lambda _: self.done.emit())

    def finish(self) -> None:
        """Keep at once what the background has not yet come to. Raises RunError."""
        while self._notes:
            run_notes.annotate(*self._notes.popitem())

    def _do(self, work: Callable[[], Any], then: Callable[[Any], object]) -> None:
        self._background.run(work, then, self.failed.emit, owner=self, lane=LANE)

    def _remember(self, way_back: Callable[[], object]) -> None:
        self._ways_back = [*self._ways_back, way_back][-_MOST:]

    def _annotated(self, folder: Path, notes: str, _: object) -> None:
        if self._notes.get(folder) == notes:
            del self._notes[folder]
        self.done.emit()

    def _deleted(self, result: tuple[list[Trashed], str]) -> None:
        trashed, trouble = result
        if trashed:
            self._remember(lambda: [runs.restore(run) for run in trashed])
            self.deleted.emit(trashed)
        if trouble:
            self.failed.emit(trouble)
        self.done.emit()


def _delete(folders: Sequence[Path]) -> tuple[list[Trashed], str]:
    """What was deleted, and why the rest could not be, one sentence."""
    trashed, trouble = [], ""
    for folder in folders:
        try:
            trashed.append(runs.delete(folder))
        except RunError as error:
            trouble = str(error)
    return trashed, trouble


def _kept(run: RunSummary, key: str) -> Any:
    """What was kept with the run before."""
    kept = RunNotes(run.title if run.title != run.folder.name else "", run.notes, run.tags, run.starred)
    return kept.starred if key == "star" else getattr(kept, key)
