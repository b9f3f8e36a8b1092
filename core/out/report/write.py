"""The whole report of a run: which parts it has, and in which order."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.errors import StudioError
from core.out.markup import Markup, tag
from core.out.recorded import reading
from core.out.report import curves, facts, history, network, pictures, scores
from core.out.report.page import page, section
from core.out.report.subject import Subject
from core.out.steps import Work, part
from core.runs import read_run

_READING = 0.5  # of the whole time


@dataclass(frozen=True, slots=True)
class _Part:
    key: str
    title: str
    content: Callable[[Subject], Markup]


_PARTS = (
    _Part("result", "Result", facts.result),
    _Part("curves", "Curves", curves.content),
    _Part("recipe", "Recipe", facts.recipe),
    _Part("history", "What happened", history.content),
    _Part("classes", "Class by class", scores.content),
    _Part("pictures", "Pictures", pictures.content),
    _Part("network", "Network", network.content),
)


def write(run: Path, file: Path) -> Work[None]:
    """Writes the report of the run in the folder `run` as HTML.

    A part that cannot be made, for the data set is gone or a checkpoint is damaged, says so in the page. Raises
    RunError for what is no run, OSError when `file` cannot be written.
    """
    summary = read_run(run)
    subject = Subject(summary, (yield from part(reading(run), 0, _READING)))
    made = []
    for number, one in enumerate(_PARTS):
        yield _READING + (1 - _READING) * number / len(_PARTS)
        made.append(section(one.key, one.title, _content(one, subject)))
    file.write_text(page(summary.title, facts.lead(subject), made), "utf-8")
    yield 1.0


def _content(one: _Part, subject: Subject) -> Markup:
    try:
        return one.content(subject)
    except StudioError as error:
        return tag("p", str(error), class_="note")
