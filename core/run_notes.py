"""What a person keeps with a run, in its ``run.json``: a title, notes, tags and a star. A run knows nothing of them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.atomic import atomic_write
from core.errors import RunError

FILE = "run.json"


@dataclass(frozen=True, slots=True)
class RunNotes:
    """``title`` is "" where the run has none of its own."""

    title: str = ""
    notes: str = ""
    tags: tuple[str, ...] = ()
    starred: bool = False


def read(folder: Path) -> RunNotes:
    """What is kept with the run in `folder`; nothing where its file is missing or damaged."""
    values = _values(folder)
    tags = values.get("tags")
    return RunNotes(
        title=str(values.get("title") or ""),
        notes=str(values.get("notes") or ""),
        tags=tags_of(map(str, tags)) if isinstance(tags, list) else (),
        starred=values.get("starred") is True,
    )


def rename(folder: Path, title: str) -> None:
    """Gives the run a title; an empty one brings back the folder's name. Raises RunError."""
    _keep(folder, "title", title.strip())


def annotate(folder: Path, notes: str) -> None:
    """Keeps a person's notes with the run. Raises RunError."""
    _keep(folder, "notes", notes)


def tag(folder: Path, tags: Iterable[str]) -> None:
    """Gives the run these tags in place of those that it has. Raises RunError."""
    _keep(folder, "tags", list(tags_of(tags)))


def star(folder: Path, is_starred: bool = True) -> None:
    """Marks the run with a star, or takes it away. Raises RunError."""
    _keep(folder, "starred", is_starred)


def tags_of(texts: Iterable[str]) -> tuple[str, ...]:
    """The tags in these texts, in which commas part them: each once, however it is written, with single spaces."""
    words = (" ".join(word.split()) for text in texts for word in text.split(","))
    found: dict[str, str] = {}
    for word in words:
        if word:
            found.setdefault(word.casefold(), word)
    return tuple(found.values())


def _values(folder: Path) -> dict[str, Any]:
    try:
        values = json.loads((folder / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}


def _keep(folder: Path, key: str, value: str | bool | list[str]) -> None:
    if not folder.is_dir():
        raise RunError(f"The run {folder} is gone.")
    values = _values(folder) | {key: value}
    try:
        atomic_write(folder / FILE, json.dumps(values, ensure_ascii=False, indent=2) + "\n")
    except OSError as error:
        raise RunError(f"The {key} of the run {folder.name!r} cannot be kept: {error.strerror}.") from None
