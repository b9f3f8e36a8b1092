"""The columns that a table of runs can have: what a person keeps with a run, its result, and its recipe."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDateTime, QLocale

from alexnet_gui import formatting
from alexnet_gui.run.recipe_texts import label, said
from core.recipe import Recipe
from core.runs import RunSummary

DEFAULT = (
    "star", "title", "tags", "state", "accuracy", "best", "loss", "progress", "data", "model", "lr", "batch_size",
    "seconds", "size", "started",
)  # fmt: skip
EDITABLE = ("title", "tags")

_CONTEXT = "RunColumns"
_STATES = {
    "running": QT_TRANSLATE_NOOP("RunColumns", "running"),
    "stopped": QT_TRANSLATE_NOOP("RunColumns", "stopped"),
    "done": QT_TRANSLATE_NOOP("RunColumns", "done"),
    "failed": QT_TRANSLATE_NOOP("RunColumns", "failed"),
    "interrupted": QT_TRANSLATE_NOOP("RunColumns", "interrupted"),
}


@dataclass(frozen=True, slots=True)
class RunColumn:
    """How a run fills a cell: `say` in words, `sort` as what it is sorted by. `group`: "run", "result" or "recipe"."""

    group: str
    title: str
    say: Callable[[RunSummary], str]
    sort: Callable[[RunSummary], Any]
    is_figure: bool = False

    def heading(self) -> str:
        """The title in the language of the window."""
        return said(self.title) if self.group == "recipe" else QCoreApplication.translate(_CONTEXT, self.title)


def state_word(run: RunSummary) -> str:
    """How the run stands, in the language of the window."""
    return QCoreApplication.translate(_CONTEXT, str(_STATES[run.state]))


def started_when(run: RunSummary) -> str:
    """Date and time in the short form of the window's language."""
    moment = QDateTime.fromSecsSinceEpoch(round(run.started))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def recipe_value(name: str, value: Any) -> str:
    """A setting of a recipe in a few letters."""
    if name == "data":
        return label(Path(value).name if Path(value).is_absolute() else value)
    if value is None or value in ((), []):
        return formatting.DASH
    if isinstance(value, bool):
        yes, no = QCoreApplication.translate(_CONTEXT, "yes"), QCoreApplication.translate(_CONTEXT, "no")
        return yes if value else no
    if isinstance(value, tuple | list):
        return ", ".join(map(label, value))
    return label(value) if isinstance(value, str) else formatting.learning_rate(value) if value % 1 else f"{value:.0f}"


def _low(value: float | None) -> float:
    return -math.inf if value is None else value


def _folded(text: str) -> str:
    return " ".join(text.split())


def _speed(run: RunSummary) -> str:
    return formatting.DASH if run.images_per_second is None else formatting.count(run.images_per_second)


def _recipe_column(name: str) -> RunColumn:
    field = Recipe.model_fields[name]
    number = isinstance(field.default, int | float) and not isinstance(field.default, bool)
    return RunColumn(
        "recipe",
        field.title or name,
        lambda run: recipe_value(name, getattr(run.recipe, name)),
        lambda run: _sortable(getattr(run.recipe, name)),
        is_figure=number or name == "limit",
    )


def _sortable(value: Any) -> tuple[bool, Any]:
    """What is left open comes before all else."""
    return value is not None, value.casefold() if isinstance(value, str) else value


_run, _result = partial(RunColumn, "run"), partial(partial(RunColumn, "result"), is_figure=True)
COLUMNS: dict[str, RunColumn] = {
    "star": _run(str(QT_TRANSLATE_NOOP("RunColumns", "Star")), lambda run: "", lambda run: run.starred),
    "title": _run(
        str(QT_TRANSLATE_NOOP("RunColumns", "Title")), lambda run: run.title, lambda run: run.title.casefold()
    ),
    "tags": _run(str(QT_TRANSLATE_NOOP("RunColumns", "Tags")), lambda run: ", ".join(run.tags), lambda run: run.tags),
    "notes": _run(
        str(QT_TRANSLATE_NOOP("RunColumns", "Notes")), lambda run: _folded(run.notes), lambda run: run.notes.casefold()
    ),
    "state": _run(str(QT_TRANSLATE_NOOP("RunColumns", "State")), state_word, lambda run: run.state),
    "started": _run(str(QT_TRANSLATE_NOOP("RunColumns", "Started")), started_when, lambda run: run.started),
    "progress": _result(
        str(QT_TRANSLATE_NOOP("RunColumns", "Epochs")),
        lambda run: f"{run.epochs_done}/{run.recipe.epochs}",
        lambda run: run.epochs_done,
    ),
    "accuracy": _result(
        str(QT_TRANSLATE_NOOP("RunColumns", "Test accuracy")),
        lambda run: formatting.percent(run.accuracy),
        lambda run: _low(run.accuracy),
    ),
    "best": _result(
        str(QT_TRANSLATE_NOOP("RunColumns", "Best")),
        lambda run: formatting.percent(run.best_accuracy),
        lambda run: _low(run.best_accuracy),
    ),
    "loss": _result(
        str(QT_TRANSLATE_NOOP("RunColumns", "Test loss")),
        lambda run: formatting.loss(run.loss),
        lambda run: _low(run.loss),
    ),
    "steps": _result(
        str(QT_TRANSLATE_NOOP("RunColumns", "Steps")), lambda run: formatting.count(run.step), lambda run: run.step
    ),
    "speed": _result(str(QT_TRANSLATE_NOOP("RunColumns", "Images/s")), _speed, lambda run: _low(run.images_per_second)),
    "seconds": _result(
        str(QT_TRANSLATE_NOOP("RunColumns", "Time")),
        lambda run: formatting.duration(run.seconds),
        lambda run: run.seconds,
    ),
    "size": _result(
        str(QT_TRANSLATE_NOOP("RunColumns", "Disk")),
        lambda run: formatting.size(run.size_bytes),
        lambda run: run.size_bytes,
    ),
    **{name: _recipe_column(name) for name in Recipe.model_fields if name != "epochs"},
}
