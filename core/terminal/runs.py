"""``alexnet runs``: the runs on this machine, or in any folder of runs. Imports no torch."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

from cyclopts import App, Parameter

from core import run_notes
from core.recipe_difference import differing
from core.runs import RunSummary, delete, read_run, runs_in
from core.terminal import named
from core.terminal.options import Json
from core.terminal.output import count, duration, number, percent, print_json, print_table, size

Run = Annotated[str, Parameter(help="The folder of a run, or its name in the list.")]
Runs = Annotated[list[str], Parameter(help="Runs: folders, or names in the list.")]
Folder = Annotated[Path | None, Parameter(name="--in", help="The folder of runs; the home of runs if not given.")]

runs = App(name="runs", help="List, show, compare, rename, tag and delete training runs.")

# what show and compare say of a run, line by line
_FIGURES = {
    "title": lambda run: run.title,
    "star": lambda run: _star(run),
    "tags": lambda run: ", ".join(run.tags),
    "state": lambda run: run.state + (f": {run.message}" if run.message else ""),
    "started": lambda run: _when(run.started),
    "data": lambda run: run.recipe.data,
    "network": lambda run: run.recipe.model,
    "epochs": lambda run: f"{run.epochs_done} of {run.recipe.epochs}",
    "steps": lambda run: count(run.step),
    "accuracy": lambda run: percent(run.accuracy),
    "best accuracy": lambda run: percent(run.best_accuracy),
    "test loss": lambda run: number(run.loss),
    "time": lambda run: duration(run.seconds),
    "images/s": lambda run: number(run.images_per_second, 0),
    "size": lambda run: size(run.size_bytes),
    "resumable": lambda run: "yes" if run.resumable else "no",
}

runs.command("core.terminal.runs_export:export", name="export", help="Write a run as a file for other programs.")


@runs.command(name="list")
def list_(
    *,
    folder: Folder = None,
    tag: Annotated[str | None, Parameter(help="Only the runs with this tag.")] = None,
    starred: Annotated[bool, Parameter(negative=(), show_default=False, help="Only the runs with a star.")] = False,
    json: Json = False,
) -> None:
    """List the runs, newest first."""
    found = [run for run in runs_in(folder) if (run.starred or not starred) and (tag is None or _has(run, tag))]
    if json:
        for run in found:
            print_json(_plain(run))
        return
    columns = ("name", "title", "star", "tags", "state", "epochs", "accuracy", "best", "time")
    rows = [
        (
            run.folder.name,
            run.title if run.title != run.folder.name else "",
            _star(run),
            ", ".join(run.tags),
            run.state,
            f"{run.epochs_done}/{run.recipe.epochs}",
            percent(run.accuracy),
            percent(run.best_accuracy),
            duration(run.seconds),
        )
        for run in found
    ]
    print_table(columns, rows, numbers=columns[5:])


@runs.command
def show(run: Run, /, *, json: Json = False) -> None:
    """Show the figures and the recipe of a run."""
    summary = read_run(named.run_folder(run))
    if json:
        print_json(_plain(summary))
        return
    print_table(("folder", str(summary.folder)), [(name, figure(summary)) for name, figure in _FIGURES.items()])
    print(f"\n{summary.recipe.toml()}", end="")
    if summary.notes:
        print(f"\n{summary.notes}")


@runs.command
def compare(runs: Runs, /, *, json: Json = False) -> None:
    """Put the figures of runs side by side, and the settings in which they differ."""
    summaries = [read_run(named.run_folder(run)) for run in runs]
    if json:
        for summary in summaries:
            print_json(_plain(summary))
        return
    rows = [(name, *(figure(summary) for summary in summaries)) for name, figure in _FIGURES.items()]
    print_table(("", *(summary.folder.name for summary in summaries)), [*rows, *_differences(summaries)])


@runs.command(name="rename")
def rename_(
    run: Run, title: Annotated[str, Parameter(help="The new title; empty brings the old one back.")], /
) -> None:
    """Give a run another title."""
    run_notes.rename(named.run_folder(run), title)


@runs.command(name="tag")
def tag_(
    run: Run,
    tags: Annotated[tuple[str, ...], Parameter(show_default=False, help="Tags to add.")] = (),
    /,
    *,
    remove: Annotated[
        tuple[str, ...], Parameter(negative=(), show_default=False, help="A tag to take away; may be given again.")
    ] = (),
) -> None:
    """Add tags to a run, take some away, and say which it has."""
    folder = named.run_folder(run)
    gone = {tag.casefold() for tag in run_notes.tags_of(remove)}
    old = run_notes.read(folder).tags
    new = [tag for tag in run_notes.tags_of((*old, *tags)) if tag.casefold() not in gone]
    if tuple(new) != old:
        run_notes.tag(folder, new)
    if new:
        print(", ".join(new))


@runs.command
def star(runs: Runs, /) -> None:
    """Mark runs with a star."""
    for folder in [named.run_folder(run) for run in runs]:
        run_notes.star(folder)


@runs.command
def unstar(runs: Runs, /) -> None:
    """Take the star from runs."""
    for folder in [named.run_folder(run) for run in runs]:
        run_notes.star(folder, False)


@runs.command
def note(
    run: Run, text: Annotated[str, Parameter(help="The notes, in place of the old; empty removes them.")], /
) -> None:
    """Keep notes with a run; show prints them."""
    run_notes.annotate(named.run_folder(run), text)


@runs.command(name="delete")
def delete_(run: Run, /) -> None:
    """Move a run into the trash beside it."""
    print(f"The run is now in {delete(named.run_folder(run)).place}")


def _differences(summaries: list[RunSummary]) -> list[tuple[str, ...]]:
    found = differing([summary.recipe for summary in summaries])
    said = {*_FIGURES, "model"}  # the model is said as the network
    return [(name.replace("_", " "), *map(_said, values)) for name, values in found.items() if name not in said]


def _has(run: RunSummary, tag: str) -> bool:
    return tag.casefold() in (own.casefold() for own in run.tags)


def _star(run: RunSummary) -> str:
    return "★" if run.starred else ""


def _said(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else "" if value is None else str(value)


def _when(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds):%Y-%m-%d %H:%M}"


def _plain(run: RunSummary) -> dict[str, Any]:
    """A run as a JSON object, field by field."""
    values = {name: getattr(run, name) for name in RunSummary.__slots__}
    return values | {"folder": str(run.folder), "recipe": run.recipe.model_dump(mode="json")}
