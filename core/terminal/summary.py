"""The last line about a run, and how it goes on."""

import shlex
from pathlib import Path

from core.events import Finished
from core.runs import CHECKPOINTS
from core.terminal.output import percent


def summary(end: Finished, folder: Path) -> str:
    """How far the run in `folder` came, and what to do next."""
    best = "" if end.best_accuracy == end.accuracy else f", {percent(end.best_accuracy)} at best"
    reached = f": test accuracy {percent(end.accuracy)}{best}" if end.accuracy is not None else ""
    if end.reason == "stopped":
        return f"Stopped after step {end.step}{reached}. {to_go_on(folder)}"
    if end.reason == "patience":
        return f"Ended after step {end.step}, for it got no better{reached}. The run is in {folder}"
    return f"Done after step {end.step}{reached}. The run is in {folder}"


def to_go_on(folder: Path) -> str:
    """The command that resumes the run."""
    if not (folder / CHECKPOINTS).is_file():
        return "It has no checkpoint to go on from."
    return f"Go on with: alexnet train --resume {shlex.quote(str(folder))}"
