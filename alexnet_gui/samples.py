"""The sample pictures that ship with the program."""

from dataclasses import dataclass
from pathlib import Path

import resources

_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp")


@dataclass(frozen=True, slots=True)
class Sample:
    """A picture to try. ``label`` names it for a person."""

    file: Path
    label: str
    truth: str | None


def samples() -> list[Sample]:
    """All of them in the order of their names; none where none ship."""
    try:
        folder = resources.path("samples")
    except FileNotFoundError:
        return []
    files = sorted(file for file in folder.rglob("*") if file.suffix.lower() in _SUFFIXES)
    return [Sample(file, file.stem.replace("-", " ").replace("_", " ").capitalize(), None) for file in files]
