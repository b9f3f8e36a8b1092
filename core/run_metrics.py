"""Reading ``metrics.jsonl``: all of it event by event, or in a blink what a list of runs wants to know."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from core.events import Event, from_json
from core.step_block import StepBlock, is_steps, loads, parse

FILE = "metrics.jsonl"
_BLOCK = 1 << 22  # bytes read at a time
_TOGETHER = 1 << 19  # bytes of steps that are made one block: others in the process have to wait meanwhile
_RARE = (b'"started"', b'"evaluated"', b'"finished"', b'"failed"')
_CONFUSION = re.compile(rb',\s*"confusion":')  # the last field of the line
_NUMBERS = {"steps": ("time", "step", "images", "seconds"), "evaluated": ("time", "accuracy")}
_RATE_EVENTS = 20  # so many of the last `Steps` give the throughput

Ending = Literal["", "done", "stopped", "failed"]


@dataclass(frozen=True, slots=True)
class Digest:
    """What the events of a run come to. ``ending``: "done", "stopped", "failed", or "" while it has none."""

    started: float | None = None
    last_time: float | None = None
    ending: Ending = ""
    message: str = ""  # of the failure
    epochs_done: int = 0
    step: int = 0
    accuracy: float | None = None
    best_accuracy: float | None = None
    loss: float | None = None
    seconds: float = 0.0
    images_per_second: float | None = None


def events_of(file: Path) -> Iterator[Event]:
    """The events in `file` in order. A torn or foreign line is passed over, as is an unknown event.

    Raises OSError when the file cannot be read.
    """
    with file.open("rb") as lines:
        for line in lines:
            event = event_in(line)
            if event is not None:
                yield event


def event_in(line: bytes) -> Event | None:
    """The event that a line of the file holds; None for a torn or foreign line, and for an unknown event."""
    try:
        row = loads(line)
        return from_json(row) if isinstance(row, dict) else None
    except (ValueError, TypeError):
        return None


def blocks_of(file: Path) -> Iterator[Event | StepBlock]:
    """As `events_of`, many times faster: events of steps that follow each other come in blocks."""
    with file.open("rb") as lines:
        yield from in_blocks(lines)


def in_blocks(lines: Iterable[bytes]) -> Iterator[Event | StepBlock]:
    """The events that lines hold, of steps in blocks."""
    together: list[bytes] = []
    size = 0
    for line in lines:
        is_more = is_steps(line)
        if is_more:
            together.append(line)
            size += len(line)
        if together and (not is_more or size >= _TOGETHER):
            yield from _block(together)
            together, size = [], 0
        if not is_more and (event := event_in(line)) is not None:
            yield event
    if together:
        yield from _block(together)


def _block(lines: list[bytes]) -> Iterator[Event | StepBlock]:
    block = parse(lines)
    if block:
        yield block
    else:
        yield from (event for line in lines if (event := event_in(line)) is not None)


def digest(file: Path) -> Digest:
    """The digest of `file`, an empty one when there is no such file. Raises OSError when it cannot be read.

    Lines of steps are not parsed but for the last few, so a million of them take about a second at most, and
    nothing at all where the file has not changed since the last call.
    """
    try:
        found = file.stat()
    except FileNotFoundError:
        return Digest()
    return _digest(file, found.st_size, found.st_mtime_ns)


@lru_cache(maxsize=1024)
def _digest(file: Path, size: int, mtime_ns: int) -> Digest:
    rare = [row for line in _lines_with_rare(file, size) if (row := _rare_row(line)) is not None]
    lately = _lately(file, size)
    evaluated = [row for row in rare if row["event"] == "evaluated"]
    starts = [row for row in rare if row["event"] == "started"]
    last = evaluated[-1] if evaluated else {}
    end = next((row for row in reversed(rare) if row["event"] in ("started", "finished", "failed")), {})
    return Digest(
        started=starts[0]["time"] if starts else None,
        last_time=lately.time,
        ending=_ending(end),
        message=str(end.get("message", "")),
        epochs_done=last.get("epoch", 0),
        step=max(lately.step, *(row.get("step", 0) for row in rare[-1:]), 0),
        accuracy=last.get("accuracy"),
        best_accuracy=max((row["accuracy"] for row in evaluated), default=None),
        loss=last.get("loss"),
        seconds=_seconds(rare, lately.time),
        images_per_second=lately.images / lately.seconds if lately.seconds > 0 else None,
    )


def _ending(row: dict[str, Any]) -> Ending:
    match row.get("event"):
        case "failed":
            return "failed"
        case "finished":
            return "stopped" if row.get("reason") == "stopped" else "done"
        case _:
            return ""


def _seconds(rare: list[dict[str, Any]], last_time: float | None) -> float:
    """The time from each start to the end of that part; one that was killed ends with its last evaluation."""
    total, since, until = 0.0, None, 0.0
    for row in rare:
        if row["event"] == "started":
            total += until - since if since is not None else 0.0
            since = row["time"]
        until = row["time"]
    if since is not None:
        total += max(until, last_time or until) - since
    return max(total, 0.0)


def _lines_with_rare(file: Path, size: int) -> Iterator[bytes]:
    """Every line that may be one of the rare events: found by search, which is far faster than by parsing."""
    with file.open("rb") as source:
        rest = b""
        while size > 0 and (block := source.read(min(_BLOCK, size))):
            size -= len(block)
            block = rest + block
            end = block.rfind(b"\n") + 1
            rest = block[end:]
            yield from _lines_with(block[:end], _RARE)
        yield from _lines_with(rest, _RARE)


def _lines_with(block: bytes, needles: tuple[bytes, ...]) -> Iterator[bytes]:
    starts = set()
    for needle in needles:
        at = block.find(needle)
        while at >= 0:
            starts.add(block.rfind(b"\n", 0, at) + 1)
            at = block.find(needle, _line_end(block, at))
    for start in sorted(starts):
        yield block[start : _line_end(block, start)]


def _line_end(block: bytes, at: int) -> int:
    end = block.find(b"\n", at)
    return len(block) if end < 0 else end


@dataclass(frozen=True, slots=True)
class _Lately:
    """What the last few events of steps come to, of the newest part of the run, and the time of the last event."""

    step: int = 0
    images: int = 0
    seconds: float = 0.0
    time: float | None = None


def _lately(file: Path, size: int) -> _Lately:
    steps: list[dict[str, Any]] = []
    time = None
    for line in _lines_backwards(file, size):
        row = _row(line) if time is None or b'"evaluated"' not in line[:100] else None
        if row is None:
            continue
        time = row["time"] if time is None else time
        if row["event"] == "steps":
            steps.append(row)
        if len(steps) == _RATE_EVENTS or row["event"] == "started":
            break
    return _Lately(
        step=max((row["step"] + len(row["loss"]) - 1 for row in steps), default=0),
        images=sum(row["images"] for row in steps),
        seconds=sum(row["seconds"] for row in steps),
        time=time,
    )


def _lines_backwards(file: Path, size: int) -> Iterator[bytes]:
    with file.open("rb") as source:
        rest = b""
        while size > 0:
            length = min(1 << 16, size)
            size -= length
            source.seek(size)
            first, *lines = (source.read(length) + rest).split(b"\n")
            yield from reversed(lines)
            rest = first
        yield rest


def _rare_row(line: bytes) -> dict[str, Any] | None:
    """The JSON object of a rare event without its confusion matrix (for 1,000 classes a million numbers)."""
    matrix = _CONFUSION.search(line)
    row = _row(line[: matrix.start()] + b"}" if matrix else line)
    return row if row and f'"{row["event"]}"'.encode() in _RARE else None


def _row(line: bytes) -> dict[str, Any] | None:
    """The JSON object of an event with the numbers that are asked of it here; None for a torn or foreign line."""
    try:
        row = loads(line)
        numbers = [row[name] for name in _NUMBERS.get(row["event"], ("time",))]
        if row["event"] == "steps":
            numbers.append(len(row["loss"]))
        return row if all(isinstance(number, float | int) for number in numbers) else None
    except (ValueError, KeyError, TypeError):
        return None
