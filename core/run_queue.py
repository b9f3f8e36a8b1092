"""Recipes that wait to be trained one after another: a folder of one file each, so that several programs may add to it
and take from it at the same time, and nothing is lost when one of them ends."""

import json
import re
import secrets
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from core import places
from core.atomic import atomic_write
from core.errors import ArgumentError, RunError
from core.recipe import Recipe, checked

_NAME = re.compile(r"(\d+)-(\w+)\.json")  # its place, and what it is called wherever it moves


@dataclass(frozen=True, slots=True)
class Waiting:
    """A recipe in the queue, and the tags that its run will get."""

    key: str
    recipe: Recipe
    tags: tuple[str, ...]
    file: Path


def folder() -> Path:
    """Where the queue is kept. May not exist yet."""
    return places.settings_folder() / "queue"


def waiting() -> list[Waiting]:
    """What waits, in its order. What cannot be read is passed over."""
    return [one for file in _files() if (one := _read(file))]


def add(recipes: Iterable[Recipe], tags: Sequence[str] = ()) -> list[Waiting]:
    """Put these at the end. Raises RunError where that cannot be kept."""
    files = _files()
    last = max((_place(file) for file in files), default=0)
    added: list[Waiting] = []
    try:
        folder().mkdir(parents=True, exist_ok=True)
        for place, recipe in enumerate(recipes, start=last + 1):
            key = secrets.token_hex(4)
            file = folder() / f"{place:06d}-{key}.json"
            row = {"recipe": recipe.model_dump(mode="json", exclude_none=True), "tags": list(tags)}
            atomic_write(file, json.dumps(row, ensure_ascii=False, indent=1))
            added.append(Waiting(key, recipe, tuple(tags), file))
    except OSError as error:
        raise RunError(f"The queue {folder()} cannot be written: {error.strerror}.") from None
    return added


def remove(key: str) -> bool:
    """Take it out; False where it is not there any more."""
    return any(_gone(file) for file in _files() if _key(file) == key)


def move(key: str, by: int) -> None:
    """So many places towards the end, or towards the start where `by` is negative."""
    files = _files()
    at = next((number for number, file in enumerate(files) if _key(file) == key), None)
    if at is None:
        return
    moved = files.pop(at)
    files.insert(min(max(at + by, 0), len(files)), moved)
    for place, file in enumerate(files, start=1):
        with suppress(FileNotFoundError):  # another program took it meanwhile
            file.rename(folder() / f"{place:06d}-{_key(file)}.json")


def take() -> Waiting | None:
    """The first of them, out of the queue; None where nothing waits. No two programs get the same one."""
    return next((one for one in waiting() if _gone(one.file)), None)


def _files() -> list[Path]:
    with suppress(OSError):
        return sorted((file for file in folder().iterdir() if _NAME.fullmatch(file.name)), key=lambda file: file.name)
    return []


def _read(file: Path) -> Waiting | None:
    try:
        row = json.loads(file.read_text("utf-8"))
        return Waiting(_key(file), checked(**row["recipe"]), tuple(map(str, row["tags"])), file)
    except (OSError, ValueError, KeyError, TypeError, ArgumentError):
        return None


def _gone(file: Path) -> bool:
    try:
        file.unlink()
    except OSError:
        return False
    return True


def _place(file: Path) -> int:
    return int(file.name.partition("-")[0])


def _key(file: Path) -> str:
    return file.stem.partition("-")[2]
