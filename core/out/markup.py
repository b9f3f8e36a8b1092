"""HTML and SVG, put together so that a text can never become markup by accident."""

import re
from html import escape

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML has no way to say these
_EMPTY = ("br", "circle", "col", "img", "line", "link", "meta", "path", "polygon", "rect")


class Markup(str):
    """What is markup already; any other string is a text and gets escaped."""

    __slots__ = ()


def text(value: str) -> Markup:
    """A text as markup."""
    return value if isinstance(value, Markup) else Markup(escape(_FORBIDDEN.sub("\ufffd", value)))


def joined(*content: str) -> Markup:
    """Texts and markup, one after the other, as markup."""
    return Markup("".join(text(part) for part in content))


def tag(name: str, /, *content: str, **attributes: str | float | None) -> Markup:
    """An element. An attribute ``stroke_width`` is called stroke-width and ``class_`` class; None is left out."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(value if isinstance(value, str) else number(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _EMPTY and not any(content):
        return Markup(f"<{name}{said}/>")
    return Markup(f"<{name}{said}>{joined(*content)}</{name}>")


def number(value: float) -> str:
    """Of a drawing: to a hundredth, no longer than need be."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"
