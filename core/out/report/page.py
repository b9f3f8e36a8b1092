"""The page itself: its head, its sections, its tables."""

from collections.abc import Iterable, Sequence

import resources
from core.out.markup import Markup, tag

# nothing is ever loaded from anywhere, whatever a title or a note may hold
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def page(title: str, lead: Markup, sections: Sequence[Markup]) -> str:
    """The whole document."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("link", rel="icon", href="data:,"),
        tag("title", f"{title} – AlexNet Studio"),
        tag("style", Markup(resources.read("report.css").decode())),
    )
    body = tag("body", tag("header", tag("h1", title), lead), tag("main", *sections))
    return f"<!DOCTYPE html>\n{tag('html', head, body, lang='en')}\n"


def section(key: str, title: str, content: Markup) -> Markup:
    """A part of the page with its heading."""
    return tag("section", tag("h2", title, id=key), content, aria_labelledby=key)


def table(
    caption: str, head: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: Sequence[str] = (), foot: int = 0
) -> Markup:
    """A table whose first column names its rows. Columns named in `numbers` stand to the right; the last `foot` rows
    are sums of the others."""
    right = [name in numbers for name in head]
    top = tag("tr", *(tag("th", name, scope="col", class_=_right(name in numbers)) for name in head))
    lines = [_line(cells, right) for cells in rows]
    body = lines[: len(lines) - foot]
    made = tag(
        "table",
        tag("caption", caption),
        tag("thead", top),
        tag("tbody", *body),
        tag("tfoot", *lines[len(body) :]) if foot else "",
    )
    return tag("div", made, class_="scroll", tabindex="0", role="region", aria_label=caption)


def _line(cells: Sequence[str], right: Sequence[bool]) -> Markup:
    first, *others = cells
    more = (tag("td", cell, class_=_right(is_right)) for cell, is_right in zip(others, right[1:], strict=True))
    return tag("tr", tag("th", first, scope="row"), *more)


def _right(is_right: bool) -> str | None:
    return "number" if is_right else None


def pairs(items: Iterable[tuple[str, str]]) -> Markup:
    """Names and what they are, as a list of terms; what is "" is left out."""
    return tag("dl", *(tag("div", tag("dt", name), tag("dd", value)) for name, value in items if value), class_="facts")


def note(*content: str) -> Markup:
    """A sentence beside what is shown."""
    return tag("p", *content, class_="note")
