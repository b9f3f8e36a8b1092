"""What the terminal prints: results on standard output, all else on standard error. Figures as people read them."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

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


def count(number: int) -> str:
    """46764746 as ``46,764,746``."""
    return f"{number:,}"


def percent(fraction: float | None) -> str:
    """0.853 as ``85.3 %``; nothing for None."""
    return "" if fraction is None else f"{100 * fraction:.1f} %"


def number(value: float | None, digits: int = 3) -> str:
    """0.41234 as ``0.412``; nothing for None."""
    return "" if value is None else f"{value:.{digits}f}"


def size(octets: float | None) -> str:
    """187058984 bytes as ``187 MB``; nothing for None."""
    if octets is None:
        return ""
    for unit in ("B", "kB", "MB", "GB"):
        if octets < 999.5 or unit == "GB":
            break
        octets /= 1000
    return f"{octets:.0f} {unit}" if octets >= 9.95 or unit == "B" else f"{octets:.1f} {unit}"


def duration(seconds: float | None) -> str:
    """1860 as ``31 min``; nothing for None."""
    if seconds is None:
        return ""
    if seconds < 59.5:
        return f"{seconds:.0f} s" if seconds >= 9.5 else f"{seconds:.1f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02d} min"
