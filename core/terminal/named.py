"""What a person names on the command line, found; or one sentence that says what there is instead."""

import difflib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from core.catalogue import SETS
from core.errors import ArgumentError, CheckpointError
from core.places import runs_folder
from core.runs import RECIPE

if TYPE_CHECKING:
    from core.network import Network

DATA_SETS = ("fashion-mnist", *SETS)
MODELS = ("alexnet", "lenet")


def run_folder(name: str) -> Path:
    """The folder of a run: a path, or its name in the home of runs. Raises ArgumentError."""
    for place in (Path(name).expanduser(), runs_folder() / name):
        if (place / RECIPE).is_file():
            return place.absolute()
    if Path(name).expanduser().is_dir():
        raise ArgumentError(f"{name} is no run: it has no {RECIPE}.")
    raise _unknown("run", name, _names_of_runs(), "give its folder, or its name in 'alexnet runs list'")


def data_set(name: str) -> str:
    """The data set as a recipe names it, a folder by its whole path. Raises ArgumentError."""
    if name in DATA_SETS:
        return name
    place = Path(name).expanduser()
    if place.is_dir():
        return str(place.absolute())
    raise _unknown("data set", name, DATA_SETS, f"give {', '.join(DATA_SETS)} or a folder of pictures")


def network(name: str, *, untrained: bool = False) -> str:
    """What `core.network.load_network` takes: demo, a run's folder (``:best`` or ``:last``), a file of weights.

    With `untrained`, the name of an architecture too. Raises ArgumentError.
    """
    known = (*MODELS, "demo") if untrained else ("demo",)
    if name in known or Path(name).expanduser().is_file():
        return name
    folder, colon, which = name.rpartition(":")
    run, suffix = (folder, f":{which}") if colon and which in ("best", "last") else (name, "")
    try:
        return str(run_folder(run)) + suffix
    except ArgumentError:
        if Path(run).expanduser().is_dir():
            raise
        choices = f"give {', '.join(known)}, the folder of a run or a file of weights"
        raise _unknown("network", name, (*known, *_names_of_runs()), choices) from None


def loaded(name: str) -> "Network":
    """The trained network of that name. Raises ArgumentError when it is not there or cannot be read."""
    from core.network import load_network

    source = network(name)
    try:
        return load_network(source)
    except CheckpointError as error:
        raise ArgumentError(str(error)) from None


def _names_of_runs() -> list[str]:
    try:
        return [entry.name for entry in os.scandir(runs_folder()) if not entry.name.startswith(".")]
    except OSError:
        return []


def _unknown(kind: str, name: str, known: Iterable[str], choices: str) -> ArgumentError:
    meant = difflib.get_close_matches(name, list(known), n=1)
    hint = f" Did you mean {meant[0]!r}?" if meant else ""
    return ArgumentError(f"There is no {kind} {name!r}: {choices}.{hint}")
