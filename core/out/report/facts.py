"""What a run is and came to, and its recipe beside the book's."""

from datetime import datetime
from pathlib import Path
from typing import Any

from core.catalogue import SETS
from core.events import Failed
from core.figures import count, duration, number, percent, size
from core.out.markup import Markup, joined, tag
from core.out.report.page import note, pairs, table
from core.out.report.subject import Subject
from core.recipe import Recipe

_STATES = {
    "running": "It is still being trained",
    "stopped": "It was stopped before its end and can go on",
    "done": "It is done",
    "failed": "It failed",
    "interrupted": "It broke off",
}
_NETWORKS = {"alexnet": "AlexNet", "lenet": "LeNet"}


def lead(subject: Subject) -> Markup:
    """The run in a sentence or two, and what a person wrote of it."""
    run, best = subject.summary, subject.recorded.best
    said = (
        f"{_NETWORKS.get(run.recipe.model, run.recipe.model)} trained on {_data(run.recipe.data)}. {_state(subject)}."
    )
    if best:
        said += f" At best it named {percent(best.accuracy)} of the test pictures rightly, after epoch {best.epoch}."
    notes = [tag("p", line) for line in run.notes.splitlines() if line.strip()]
    tags = [tag("li", word) for word in run.tags]
    return joined(
        tag("p", said, class_="lead"),
        tag("div", *notes, class_="notes") if notes else "",
        tag("ul", *tags, class_="tags", aria_label="Tags") if tags else "",
    )


def _state(subject: Subject) -> str:
    end = subject.recorded.end
    said = _STATES[subject.summary.state]
    if isinstance(end, Failed):
        return f"{said}: {end.message.rstrip('.')}"
    if end and end.reason == "patience":
        return f"{said}: the test accuracy no longer rose"
    return f"{said}, {subject.summary.epochs_done} of {subject.summary.recipe.epochs} epochs"


def result(subject: Subject) -> Markup:
    """The figures of the run."""
    run, recorded = subject.summary, subject.recorded
    best, last = recorded.best, recorded.evaluations[-1] if recorded.evaluations else None
    start = recorded.starts[-1] if recorded.starts else None
    items = [
        ("Best test accuracy", f"{percent(best.accuracy)} after epoch {best.epoch}" if best else ""),
        ("Last test accuracy", f"{percent(last.accuracy)} after epoch {last.epoch}" if last else ""),
        ("Test loss", f"{number(last.loss)} after epoch {last.epoch}" if last else ""),
        ("Epochs", f"{run.epochs_done} of {run.recipe.epochs}"),
        ("Steps", count(run.step)),
        ("Begun", _moment(recorded.starts[0].time) if recorded.starts else ""),
        ("Ended", _moment(recorded.end.time) if recorded.end else ""),
        ("Time taken", duration(run.seconds)),
        ("Images per second", number(run.images_per_second, 0)),
        ("Device", f"{start.device}, {start.precision}" if start else ""),
        ("Pictures", f"{count(start.train_images)} for training, {count(start.test_images)} to test" if start else ""),
        ("Classes", count(len(start.classes)) if start else ""),
        ("Parameters", count(start.parameters) if start else ""),
        ("Room on the disk", size(run.size_bytes)),
        ("Folder", run.folder.name),
    ]
    return pairs(items)


def recipe(subject: Subject) -> Markup:
    """Every setting, with the book's where that is another."""
    mine, book = subject.summary.recipe, Recipe()
    rows, changed = [], 0
    for name, field in Recipe.model_fields.items():
        value, usual = _said(getattr(mine, name)), _said(getattr(book, name))
        changed += value != usual
        title = tag("span", field.title or name, title=field.description)
        rows.append((title, *((tag("strong", value), usual) if value != usual else (value, ""))))
    same = "All settings are the book's." if not changed else f"{changed} of {len(rows)} settings are not the book's."
    return joined(note(same), table("Settings", ("Setting", "This run", "The book"), rows))


def _data(name: str) -> str:
    """A folder by its own name alone."""
    return {"fashion-mnist": "Fashion-MNIST"}.get(name) or (SETS[name].title if name in SETS else Path(name).name)


def _said(value: Any) -> str:
    match value:
        case None | ():
            return "none"
        case bool():
            return "yes" if value else "no"
        case tuple():
            return ", ".join(map(str, value))
        case _:
            return str(value)


def _moment(seconds: float) -> Markup:
    when = datetime.fromtimestamp(seconds).astimezone()
    return tag("time", f"{when:%Y-%m-%d %H:%M}", datetime=when.isoformat(timespec="seconds"))
