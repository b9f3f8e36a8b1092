"""The recorder: writes the events of a run into its folder while they pass by."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from time import time
from typing import IO

from core import predictions
from core.atomic import atomic_write
from core.errors import RunError, StudioError
from core.events import Changed, Evaluated, Event, Failed, Finished, Saved, Started, Steps, Warned, from_json, to_json
from core.recipe import Recipe
from core.run_lock import RunLock

METRICS, RECIPE, LOG = "metrics.jsonl", "recipe.toml", "log.txt"


def record(events: Iterator[Event], folder: Path) -> Iterator[Event]:
    """Pass `events` on and write each to ``metrics.jsonl`` of `folder` first, with ``recipe.toml`` and ``log.txt``.

    The predictions of an evaluation go into a file of their own, and are passed on no further (see `core.predictions`).
    A run that goes on first loses what was recorded after its checkpoint. What breaks the run is recorded as a
    `Failed` event, yielded, and raised again. Raises RunError when another process trains in this folder, and when the
    folder cannot be written, or not any more: the disk is full, the folder is gone.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from None
    with RunLock(folder):
        metrics: IO[str] | None = None
        step = 0
        try:
            for event in events:
                if isinstance(event, Started):
                    if metrics:  # a run that is followed may be told anew; what is cut is another file
                        metrics.close()
                    _cut(folder / METRICS, event)
                    atomic_write(folder / RECIPE, Recipe(**event.recipe).toml())
                    metrics = (folder / METRICS).open("a", encoding="utf-8")
                if isinstance(event, Evaluated) and event.predictions:
                    predictions.write(event.predictions, folder, event.epoch)
                    event = replace(event, predictions=None)  # a run of many epochs would fill its follower's memory
                step = event.last_step if isinstance(event, Steps) else getattr(event, "step", step)
                _write(event, metrics, folder)
                yield event
        except Exception as error:
            broken = _unwritable(folder, error) if isinstance(error, OSError) else error
            said = str(broken) if isinstance(broken, StudioError) else f"The training broke: {_words(broken)}"
            failed = Failed(time=time(), step=step, message=said)
            with suppress(OSError):
                _write(failed, metrics, folder)
            yield failed
            if broken is error:
                raise
            raise broken from error
        finally:
            with suppress(OSError):  # it tries once more to write what could not be written
                if metrics:
                    metrics.close()


def _unwritable(folder: Path, error: OSError) -> RunError:
    return RunError(f"The run {folder} cannot be written: {error.strerror or error}.")


def _words(error: Exception) -> str:
    return str(error) or type(error).__name__


def _write(event: Event, metrics: IO[str] | None, folder: Path) -> None:
    if metrics:
        os.stat(folder / METRICS)  # into a file that is deleted one could write for ever
        metrics.write(json.dumps(to_json(event), ensure_ascii=False, separators=(",", ":")) + "\n")
        metrics.flush()
    said = in_words(event)
    if said:
        with (folder / LOG).open("a", encoding="utf-8") as log:
            log.write(f"{datetime.fromtimestamp(event.time):%Y-%m-%d %H:%M:%S}  {said}\n")


def in_words(event: Event) -> str:
    """The event as a line of the log; "" for those that come too often to be read."""
    match event:
        case Started():
            verb = f"goes on after step {event.step}" if event.step else "starts"
            return f"The run {verb} on {event.device} in {event.precision}: {event.parameters:,} parameters."
        case Evaluated():
            return f"Epoch {event.epoch}: test loss {event.loss:.4f}, test accuracy {event.accuracy:.4f}."
        case Saved():
            return f"Saved {event.path}{', the best so far' if event.best else ''}."
        case Warned() | Failed():
            return event.message
        case Changed(what="lr", value=float() | int()):
            return f"The learning rate is {event.value:g} from step {event.step + 1} on."
        case Changed(what="parts", value=float() | int()):
            return f"Each batch is worked through in {event.value:g} parts from step {event.step + 1} on."
        case Changed(what="paused"):
            return f"The run is paused after step {event.step}."
        case Changed(what="goes on"):
            return f"The run goes on after step {event.step}."
        case Changed(what="stops after epoch"):
            return "The run will stop after this epoch."
        case Finished(reason="patience"):
            return f"The run is over after step {event.step}: the test accuracy no longer rises."
        case Finished():
            return f"The run is {event.reason} after step {event.step}."
        case _:
            return ""


def _cut(file: Path, started: Started) -> None:
    """Keep only what was recorded up to the checkpoint of `started`, and no line that a crash cut off."""
    step = started.step
    if not file.exists():
        return
    kept: list[str] = []
    behind: list[int] = []  # of these the changes that the checkpoint does not know: no step lies between
    is_saved = False
    for line in file.read_text("utf-8", errors="replace").split("\n"):  # a class may be named with a U+2028
        try:
            row = json.loads(line)
            event = from_json(row)
        except ValueError:
            continue
        if isinstance(event, Steps) and event.step <= step < event.last_step:
            keep = step - event.step + 1
            row |= {name: row[name][:keep] for name in ("loss", "accuracy", "lr")}
            row["images"] = round(row["images"] * keep / len(event.loss))
            row["seconds"] = row["seconds"] * keep / len(event.loss)
            line = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        elif row.get("step", 0) > step or (isinstance(event, Evaluated) and not started.knows(event)):
            continue
        elif isinstance(event, Saved) and event.step == step:
            is_saved = True
            behind.clear()
        elif isinstance(event, Changed) and is_saved:
            behind.append(len(kept))
        kept.append(line + "\n")
    for number in reversed(behind):
        del kept[number]
    atomic_write(file, "".join(kept))
