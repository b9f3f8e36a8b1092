"""What happened while the run went on: its parts, what was changed in it, its warnings, its end."""

from datetime import datetime

from core.events import Event
from core.out.markup import Markup, tag
from core.out.report.page import note, table
from core.out.report.subject import Subject
from core.recorder import in_words


def content(subject: Subject) -> Markup:
    """A table in the order of time."""
    run = subject.recorded
    end = [run.end] if run.end else []
    happened: list[Event] = sorted([*run.starts, *run.changes, *run.warnings, *end], key=lambda event: event.time)
    if not happened:
        return note("The run has not begun.")
    changed = bool(run.changes) or len(run.starts) > 1
    rows = [(_time(event), str(getattr(event, "step", "")), _words(event)) for event in happened]
    said = "" if changed else "Nobody changed anything while it went on."
    return tag("div", note(said) if said else "", table("Events", ("Time", "Step", "What"), rows, numbers=("Step",)))


def _words(event: Event) -> str:
    return in_words(event)


def _time(event: Event) -> Markup:
    when = datetime.fromtimestamp(event.time).astimezone()
    return tag("time", f"{when:%Y-%m-%d %H:%M:%S}", datetime=when.isoformat(timespec="seconds"))
