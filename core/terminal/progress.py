"""The progress of a training run on standard error: a live line in a terminal, plain lines anywhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from rich.progress import BarColumn, Progress, TextColumn
from rich.text import Text

from core.events import Changed, Evaluated, Event, Finished, Started, Steps, Warned
from core.recorder import in_words
from core.terminal.output import console, duration, number, percent, say
from core.terminal.pace import Pace

_LINE_SECONDS = 10.0  # between two plain lines

Show = Callable[[Event], None]


@contextmanager
def progress(*, json: bool) -> Iterator[Show]:
    """Call what you get with every event of the run. `json`: standard output is full of lines, so no live one."""
    if sys.stderr.isatty() and not (json and sys.stdout.isatty()):
        with _live() as show:
            yield show
    else:
        yield PlainLines()


def figures(pace: Pace) -> str:
    """``loss 0.412   accuracy 85.3 %   76 images/s   31 min left``, as far as they are known."""
    speed, left = pace.images_per_second, pace.seconds_left
    parts = (
        pace.loss is not None and f"loss {number(pace.loss)}",
        pace.accuracy is not None and f"accuracy {percent(pace.accuracy)}",
        speed is not None and f"{speed:,.0f} images/s",
        left is not None and f"{duration(left)} left",
    )
    return "   ".join(part for part in parts if part)


class PlainLines:
    """A line at most every ten seconds, one for each evaluation, and every warning."""

    def __init__(self) -> None:
        self._pace = Pace()
        self._next = monotonic() + _LINE_SECONDS

    def __call__(self, event: Event) -> None:
        self._pace.take(event)
        line = spoken(event, self._pace)
        if not line and isinstance(event, Steps) and monotonic() >= self._next:
            pace = self._pace
            line = f"epoch {pace.epoch}/{pace.epochs}   step {pace.step}/{pace.steps}   {figures(pace)}"
        if line:
            self._next = monotonic() + _LINE_SECONDS
            say(line)


def spoken(event: Event, pace: Pace) -> str:
    """The line that stays on the screen for this event; "" for most."""
    match event:
        case Started():
            verb = f"goes on after step {event.step}" if event.step else "begins"
            return (
                f"Training {verb} on {event.device} in {event.precision}: {event.train_images:,} pictures, "
                f"{event.parameters:,} parameters"
            )
        case Evaluated():
            return (
                f"epoch {event.epoch}/{pace.epochs}   test loss {number(event.loss)}   "
                f"test accuracy {percent(event.accuracy)}"
            )
        case Changed():
            return in_words(event)
        case Warned():
            return f"Warning: {event.message}"
        case _:
            return ""


@contextmanager
def _live() -> Iterator[Show]:
    screen = console(sys.stderr)
    pace = Pace()
    columns = (TextColumn("{task.description}"), BarColumn(bar_width=24), TextColumn("{task.fields[figures]}"))
    live = Progress(
        *columns, console=screen, transient=True, refresh_per_second=8, redirect_stdout=False, redirect_stderr=False
    )
    with live as bar:
        task = bar.add_task("preparing", total=None, figures="")

        def show(event: Event) -> None:
            pace.take(event)
            line = spoken(event, pace)
            if line:
                bar.print(Text(line))
            state = f"epoch {pace.epoch}/{pace.epochs}"
            if pace.evaluating is not None:
                state += f"   testing {100 * pace.evaluating:.0f} %"
            done = pace.steps if isinstance(event, Finished) and event.reason != "stopped" else pace.step
            bar.update(task, description=state, total=pace.steps, completed=done, figures=figures(pace))

        yield show
