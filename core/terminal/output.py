"""What the terminal prints: results on standard output, all else on standard error."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from core.figures import count, duration, number, percent, size

__all__ = [
    "console",
    "count",
    "duration",
    "number",
    "percent",
    "print_json",
    "print_table",
    "reading",
    "say",
    "size",
]

_WIDE = 240  # columns where nobody looks: a pipe or a file is not a narrow terminal


def console(stream: TextIO) -> Console:
    """A console that prints text as it is."""
    return Console(file=stream, markup=False, highlight=False, emoji=False, width=None if stream.isatty() else _WIDE)


@contextmanager
def reading(what: str) -> Iterator[Callable[[int, int], bool]]:
    """A line on standard error, in a terminal, while pictures are read: ``reading birds: 320 of 900``. Call what you
    get with how many are read and how many there are; see `core.data.progress`."""
    with console(sys.stderr).status(what) as status:

        def progress(done: int, total: int) -> bool:
            status.update(f"{what}: {count(done)} of {count(total)}")
            return True

        yield progress


def say(sentence: str) -> None:
    """One line on standard error."""
    print(sentence, file=sys.stderr, flush=True)


def print_json(value: Any) -> None:
    """One JSON value on a line of standard output, at once."""
    plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    print(json.dumps(value, ensure_ascii=plain), flush=True)


def print_table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: Sequence[str] = (), title: str = ""
) -> None:
    """A table on standard output. Columns named in `numbers` stand to the right."""
    table = Table(title=title or None, title_justify="left", title_style="bold", box=None, pad_edge=False)
    for name in columns:
        right = name in numbers
        table.add_column(name, justify="right" if right else "left", no_wrap=right, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console(sys.stdout).print(table)
