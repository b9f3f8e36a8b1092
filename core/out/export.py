"""A recorded run as a file for other programs, or for people."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from core.atomic import new_folder, replacing
from core.destination import destination, destination_folder
from core.errors import ArgumentError, RunError
from core.out.steps import Work


@dataclass(frozen=True, slots=True)
class Format:
    """A way out of a run: how its files are called, and the module whose ``write(run, file)`` makes one.

    With `is_folder` it makes a folder: ``write(run, folder)`` fills one that is there.
    """

    suffix: str
    module: str
    is_folder: bool = False

    @property
    def write(self) -> Callable[[Path, Path], Work[None]]:
        return import_module(self.module).write


FORMATS = {
    "csv": Format(".csv", "core.out.curves_csv"),
    "html": Format(".html", "core.out.report.write"),
    "tensorboard": Format(".tensorboard", "core.out.tensorboard_files", is_folder=True),
}


def export(run: Path, format: str, file: Path) -> Work[Path]:
    """Writes the run in the folder `run` to `file`, whole or not at all, and returns its absolute path.

    An old file is replaced, a folder that holds something is not. Raises ArgumentError for an unknown format or a
    `file` that cannot become one, RunError for a run that cannot be read or a file that cannot be written.
    """
    if format not in FORMATS:
        raise ArgumentError(f"There is no format {format!r}; choose one of {', '.join(FORMATS)}.")
    chosen = FORMATS[format]
    file = (destination_folder if chosen.is_folder else destination)(file)
    try:
        with (new_folder if chosen.is_folder else replacing)(file) as part:
            yield from chosen.write(run, part)
    except OSError as error:
        raise RunError(f"{file} cannot be written: {error.strerror or error}.") from None
    return file
