"""The class that a picture is known to be of, because it lies in a folder of that name."""

from collections.abc import Sequence
from pathlib import Path


def _plain(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def truth_of(path: Path, classes: Sequence[str]) -> str | None:
    """The class of which the picture's folder has the name ("T-shirt/top": "t-shirt top"), else None."""
    named = {_plain(name): name for name in classes}
    return named.get(_plain(path.parent.name))
