"""``alexnet bench start``: how long the window takes to be painted, and to be ready to train."""

import subprocess
import sys
from dataclasses import dataclass
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from core.bench.machine import machine
from core.bench.progress import Progress, to_stderr
from core.bench.report import Figure, Report, at_most
from core.bench.window_process import APP, display, environment
from core.errors import StudioError

_END_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class _Start:
    """Seconds from the start of the process to what it said."""

    painted: float
    ready: float


def start(progress: Progress = to_stderr, *, starts: int = 5) -> Report:
    """The real program, started so many times; once before that, so that its files are in memory."""
    with TemporaryDirectory() as home:
        first = _start(home)
        progress(f"First start: painted after {first.painted:.2f} s, ready after {first.ready:.2f} s.")
        done: list[_Start] = []
        for number in range(1, starts + 1):
            done.append(_start(home))
            progress(f"Start {number} of {starts}: painted {done[-1].painted:.2f} s, ready {done[-1].ready:.2f} s.")
    figures = (
        at_most(1.0, "to the painted window", median(s.painted for s in done), "s"),
        at_most(4.0, "to being ready", median(s.ready for s in done), "s"),
        Figure("first start, to being ready", first.ready, "s"),
    )
    return Report("start", machine(display=display()), figures)


def _start(home: str) -> _Start:
    """Start the window, hear it, and end it."""
    began = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", APP],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=environment(home) | {"ALEXNET_TRACE_START": "1"},
    ) as window:
        try:
            return _Start(_heard(window, "painted") - began, _heard(window, "ready") - began)
        finally:
            _end(window)


def _heard(window: "subprocess.Popen[str]", what: str) -> float:
    """When the window said this."""
    assert window.stdout
    for line in window.stdout:
        if line.startswith(what):
            return perf_counter()
    raise StudioError(f"The window ended before it was {what}; what it said stands above.")


def _end(window: "subprocess.Popen[str]") -> None:
    """As a person's session ends it: the window closes by itself."""
    window.terminate()
    try:
        window.wait(_END_SECONDS)
    except subprocess.TimeoutExpired:
        window.kill()
        raise StudioError(f"The window did not close within {_END_SECONDS:.0f} s.") from None
