"""The rows of a classification as they come: aligned lines, JSON, or a CSV file. In constant memory."""

import csv as csv_format
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from rich.cells import cell_len, set_cell_size

from core.terminal.output import percent, print_json

if TYPE_CHECKING:
    from core.classify import Row

    Write = Callable[[Row], None]

_PROBABILITY = len("100.0 %")


@contextmanager
def sinks(classes: Sequence[str], top: int, *, csv: Path | None, json: bool) -> Iterator["Write"]:
    """Call what you get with every row: it goes into the CSV file if there is one, and else, or with `json` too, to
    standard output."""
    count = min(top, len(classes))
    if csv is None:
        yield _print_object if json else aligned(classes, count)
        return
    with csv.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        write = into_csv(file, count)

        def both(row: "Row") -> None:
            write(row)
            if json:
                _print_object(row)

        yield both


def plain(row: "Row") -> dict[str, Any]:
    """A row as a JSON object; ``label`` and ``probability`` are of the first guess, null where there is none."""
    best = row.guesses[0] if row.guesses else None
    return {
        "path": str(row.path),
        "label": best.label if best else None,
        "probability": best.probability if best else None,
        "guesses": [{"label": guess.label, "probability": guess.probability} for guess in row.guesses],
        "error": row.error,
    }


def _print_object(row: "Row") -> None:
    print_json(plain(row))


def into_csv(file: TextIO, count: int) -> "Write":
    """Writes the head line now, and a line a row: path, `count` labels with their probabilities, error."""
    writer = csv_format.writer(file)
    more = [name for place in range(2, count + 1) for name in (f"label_{place}", f"probability_{place}")]
    writer.writerow(["path", "label", "probability", *more, "error"])

    def write(row: "Row") -> None:
        guesses = [value for guess in row.guesses for value in (guess.label, f"{guess.probability:.6f}")]
        writer.writerow([row.path, *(guesses or [""] * (2 * count)), row.error or ""])

    return write


def aligned(classes: Sequence[str], count: int) -> "Write":
    """Prints a line a row: guesses in columns as wide as the classes need, then the path, of which the width is not
    known beforehand."""
    width = max(map(cell_len, classes))
    unread = " " * (count * (width + _PROBABILITY + 4))

    def write(row: "Row") -> None:
        guesses = [
            f"{set_cell_size(guess.label, width)} {percent(guess.probability):>{_PROBABILITY}}   "
            for guess in row.guesses
        ]
        print(f"{''.join(guesses) or unread}{row.path}" + (f": {row.error}" if row.error else ""), flush=True)

    return write
