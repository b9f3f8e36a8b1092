"""``alexnet runs export``: a run as a file for other programs, or for people."""

import sys
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from core.out.export import FORMATS
from core.out.export import export as exporting
from core.out.steps import Work
from core.terminal import named
from core.terminal.output import console, percent


def export(
    run: Annotated[str, Parameter(help="The folder of a run, or its name in the list.")],
    /,
    *,
    format: Annotated[
        Literal["csv", "html", "tensorboard"],
        Parameter(
            help="csv: the curves, a line a step. html: a report as one page for any browser. tensorboard: a folder "
            "of event files."
        ),
    ],
    output: Annotated[
        Path | None, Parameter(alias="-o", help="The file or folder; else one in this folder, named like the run.")
    ] = None,
) -> None:
    """Write a run as a file for other programs, or for people."""
    folder = named.run_folder(run)
    print(_shown(exporting(folder, format, output or Path(folder.name + FORMATS[format].suffix))))


def _shown(work: Work[Path]) -> Path:
    """What the work makes; how far it is stands on standard error, in a terminal."""
    with console(sys.stderr).status("writing") as status:
        while True:
            try:
                status.update(f"writing: {percent(next(work))}")
            except StopIteration as over:
                return over.value
