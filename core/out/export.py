"""A recorded run as a file for other programs, or for people."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from core.atomic import replacing
from core.destination import destination
from core.errors import ArgumentError, RunError
from core.out.steps import Work


@dataclass(frozen=True, slots=True)
class Format:
    """A way out of a run: how its files are called, and the module whose ``write(run, file)`` makes one."""

    suffix: str
    module: str

    @property
    def write(self) -> Callable[[Path, Path], Work[None]]:
        return import_module(self.module).write


FORMATS = {"csv": Format(".csv", "core.out.curves_csv"), "html": Format(".html", "core.out.report.write")}


def export(run: Path, format: str, file: Path) -> Work[Path]:
    """Writes the run in the folder `run` to `file`, whole or not at all, and returns its absolute path.

    An old file is replaced. Raises ArgumentError for an unknown format or a `file` that cannot become one, RunError for
    a run that cannot be read or a file that cannot be written.
    """
    if format not in FORMATS:
        raise ArgumentError(f"There is no format {format!r}; choose one of {', '.join(FORMATS)}.")
    file = destination(file)
    try:
        with replacing(file) as part:
            yield from FORMATS[format].write(run, part)
    except OSError as error:
        raise RunError(f"{file} cannot be written: {error.strerror or error}.") from None
    return file
