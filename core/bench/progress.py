"""How a benchmark says what it is doing: it takes minutes, and its result comes last."""

import sys
from collections.abc import Callable

Progress = Callable[[str], object]


def to_stderr(line: str) -> None:
    """The usual `Progress`: standard output is left to the result."""
    print(line, file=sys.stderr, flush=True)
