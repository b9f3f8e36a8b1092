"""Run folders: list, describe, delete and bring back. Reads no tensors and imports no torch.

A run folder holds ``recipe.toml``, ``metrics.jsonl``, ``run.json`` (see `core.run_notes`), ``run.lock``,
``log.txt``, ``checkpoints/`` and ``snapshots/``. Its name never changes; a person renames its title.
"""

import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG
from typing import Literal, TypeVar

from core import recipe as recipes
from core import run_lock, run_metrics, run_notes
from core.errors import ArgumentError, RunError
from core.events import Event
from core.places import runs_folder
from core.recipe import Recipe
from core.step_block import StepBlock

RECIPE = "recipe.toml"
METRICS = run_metrics.FILE
CHECKPOINTS = "checkpoints/index.json"
TRASH = ".trash"
_FRESH = 60.0  # seconds: a run on another machine that said something in this time is taken for running

T = TypeVar("T")
State = Literal["running", "stopped", "done", "failed", "interrupted"]


@dataclass(frozen=True, slots=True)
class RunSummary:
    """A run as a list shows it. Accuracies and ``loss`` are the test set's, None before an evaluation."""

    folder: Path
    title: str
    notes: str
    tags: tuple[str, ...]
    starred: bool
    started: float  # unix seconds
    recipe: Recipe
    state: State  # interrupted: neither ended nor held by a living process
    message: str  # why it failed, one sentence; else ""
    epochs_done: int
    step: int
    accuracy: float | None
    best_accuracy: float | None
    loss: float | None
    seconds: float  # over all parts of the run
    images_per_second: float | None  # lately
    size_bytes: int
    resumable: bool


@dataclass(frozen=True, slots=True)
class Trashed:
    """A deleted run, and where it waits until the trash is emptied."""

    original: Path
    place: Path


def runs_in(folder: Path | None = None) -> list[RunSummary]:
    """The runs below `folder` (None is the home of runs), newest first; what is no run is skipped."""
    found = []
    for place in _sub_folders(folder or runs_folder()):
        try:
            found.append(read_run(place))
        except RunError:
            continue
    return sorted(found, key=lambda run: (run.started, run.folder.name), reverse=True)


def read_run(folder: Path) -> RunSummary:
    """The summary of one run. Raises RunError with one sentence when `folder` is none, or is damaged."""
    recipe = _recipe(folder)
    digest = _digest(folder)
    kept = run_notes.read(folder)
    return RunSummary(
        folder=folder,
        title=kept.title or folder.name,
        notes=kept.notes,
        tags=kept.tags,
        starred=kept.starred,
        started=digest.started or _modified(folder / RECIPE),
        recipe=recipe,
        state=state_of(folder, ending=digest.ending, last_time=digest.last_time),
        message=digest.message if digest.ending == "failed" else "",
        epochs_done=digest.epochs_done,
        step=digest.step,
        accuracy=digest.accuracy,
        best_accuracy=digest.best_accuracy,
        loss=digest.loss,
        seconds=digest.seconds,
        images_per_second=digest.images_per_second,
        size_bytes=_size_of(folder),
        resumable=(folder / CHECKPOINTS).is_file(),
    )


def state_of(folder: Path, *, ending: run_metrics.Ending, last_time: float | None) -> State:
    """How the run in `folder` stands by the `ending` of its events and the time of the last one (unix seconds)."""
    if ending:
        return ending
    lately = time.time() - (last_time or 0) < _FRESH
    is_held = run_lock.is_held(folder) or (lately and run_lock.was_held_elsewhere(folder))
    return "running" if is_held else "interrupted"


def events_of(folder: Path) -> Iterator[Event]:
    """All events of a run, in order; lines that are torn or unknown are passed over. Raises RunError."""
    yield from _read(folder, run_metrics.events_of)


def blocks_of(folder: Path) -> Iterator[Event | StepBlock]:
    """As `events_of`, many times faster: events of steps that follow each other come in blocks."""
    yield from _read(folder, run_metrics.blocks_of)


def _read(folder: Path, read: Callable[[Path], Iterator[T]]) -> Iterator[T]:
    try:
        yield from read(folder / METRICS)
    except FileNotFoundError:
        _recipe(folder)  # a run that has said nothing yet is a run; anything else is an error
    except OSError as error:
        raise RunError(f"The events of the run {folder} cannot be read: {error.strerror}.") from None


def new_run_folder(recipe: Recipe, parent: Path | None = None) -> Path:
    """Makes a new, empty folder for a run, named like "2026-11-23 16.20 alexnet fashion-mnist".

    `parent` None is the home of runs. Raises RunError when the folder cannot be made.
    """
    data = re.sub(r"[^\w.-]+", "-", Path(recipe.data).name).strip("-. ")[:40]
    name = f"{datetime.now():%Y-%m-%d %H.%M} {recipe.model} {data}".rstrip("-. ")
    parent = parent or runs_folder()
    try:
        parent.mkdir(parents=True, exist_ok=True)
        return _made(parent, name)
    except OSError as error:
        raise RunError(f"No run can be kept in {parent}: {error.strerror}.") from None


def delete(folder: Path) -> Trashed:
    """Moves a run into the trash beside it, from where `restore` brings it back.

    Raises RunError when it is being trained, is no run, or cannot be moved.
    """
    folder = folder.absolute()
    if not (folder / RECIPE).is_file():
        raise RunError(f"{folder} is no run: it has no {RECIPE}.")
    if _is_training(folder, _digest(folder)):
        raise RunError(f"The run {folder.name!r} is being trained; stop it before you delete it.")
    return Trashed(folder, _moved(folder, folder.parent / TRASH))


def restore(trashed: Trashed) -> Path:
    """Brings a deleted run back and returns its folder: the old one, or one beside it if that is taken.

    Raises RunError when the trash was emptied meanwhile.
    """
    return _moved(trashed.place, trashed.original.parent, trashed.original.name)


def empty_trash(folder: Path | None = None) -> None:
    """Removes for good what was deleted below `folder` (None is the home of runs). Raises RunError."""
    trash = (folder or runs_folder()) / TRASH
    try:
        if trash.exists():
            shutil.rmtree(trash)
    except OSError as error:
        raise RunError(f"The trash {trash} cannot be emptied: {error.strerror}.") from None


def _sub_folders(folder: Path) -> list[Path]:
    try:
        return [place for place in folder.iterdir() if not place.name.startswith(".") and place.is_dir()]
    except OSError:
        return []


def _recipe(folder: Path) -> Recipe:
    file = folder / RECIPE
    try:
        found = file.stat()
        if not S_ISREG(found.st_mode):
            raise FileNotFoundError
        return _parsed(file, found.st_size, found.st_mtime_ns)
    except OSError:
        raise RunError(f"{folder} is no run: it has no {RECIPE}.") from None
    except ArgumentError as error:
        raise RunError(str(error)) from None


@lru_cache(maxsize=1024)
def _parsed(file: Path, size: int, mtime_ns: int) -> Recipe:
    return recipes.read(file)


def _digest(folder: Path) -> run_metrics.Digest:
    try:
        return run_metrics.digest(folder / METRICS)
    except OSError as error:
        raise RunError(f"The events of the run {folder} cannot be read: {error.strerror}.") from None


def _modified(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def _is_training(folder: Path, digest: run_metrics.Digest) -> bool:
    state = state_of(folder, ending=digest.ending, last_time=digest.last_time)
    return state == "running" or run_lock.is_held(folder)  # one that goes on may not have said so yet


def _made(parent: Path, name: str) -> Path:
    """A new folder in `parent`: `name`, or `name` with the first number that makes it unique."""
    number = 1
    while True:
        place = parent / (name if number == 1 else f"{name} {number}")
        try:
            place.mkdir()
        except FileExistsError:
            number += 1
        else:
            return place


def _moved(folder: Path, parent: Path, name: str = "") -> Path:
    if not folder.is_dir():
        raise RunError(f"The run {folder.name!r} is gone.")
    try:
        parent.mkdir(parents=True, exist_ok=True)
        place = _made(parent, name or folder.name)
        if os.name == "nt":
            place.rmdir()  # elsewhere an empty folder is replaced, in one step
        folder.replace(place)
    except OSError as error:
        raise RunError(f"The run {folder.name!r} cannot be moved: {error.strerror}.") from None
    return place


def _size_of(folder: str | Path) -> int:
    """Bytes of all files below `folder`; what vanishes meanwhile counts nothing."""
    total = 0
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    total += _size_of(entry.path)
                else:
                    with suppress(OSError):
                        total += entry.stat(follow_symlinks=False).st_size
    except OSError:
        pass
    return total
