"""What a training run says while it goes on: frozen values, one JSON object a line in ``metrics.jsonl``.

Plain numbers, strings and NumPy arrays only, so that an event may cross threads and processes. ``time`` is unix
seconds, ``step`` counts optimiser steps from 1, ``epoch`` counts from 1, losses are mean cross-entropies in nats,
accuracies are fractions in [0, 1].
"""

from dataclasses import Field, dataclass, field, fields
from functools import cache
from typing import Any, ClassVar

import numpy as np

from core.layer_figures import LayerFigures, json_number, number_of
from core.predictions import Predictions


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Event:
    """Base of all events."""

    name: ClassVar[str] = "event"
    time: float


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Started(Event):
    """The run begins or, when ``step`` > 0, goes on after that many steps and ``evaluated`` epochs.

    The last epoch of these steps need not have been evaluated; None in records that were made before this was told.
    """

    name: ClassVar[str] = "started"
    recipe: dict[str, Any]
    device: str
    precision: str
    parameters: int
    steps_per_epoch: int
    classes: list[str]
    train_images: int
    test_images: int
    step: int = 0
    evaluated: int | None = None

    def knows(self, evaluation: "Evaluated") -> bool:
        """Whether an evaluation that was recorded earlier belongs to what this goes on with."""
        if self.evaluated is None:
            return evaluation.step <= self.step
        return evaluation.epoch <= self.evaluated


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Steps(Event):
    """The steps since the last such event. ``step`` is the first of them; the arrays hold one value a step."""

    name: ClassVar[str] = "steps"
    epoch: int
    step: int
    images: int  # pictures seen in these steps
    seconds: float  # that these steps took
    loss: np.ndarray  # (n,) float32, of the training batch
    accuracy: np.ndarray  # (n,) float32, of the training batch
    lr: np.ndarray  # (n,) float32

    @property
    def last_step(self) -> int:
        return self.step + len(self.loss) - 1


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Watched(Event):
    """A look into the layers at one step, see `core.engine.layer_watch`: its gradients before clipping, the weights
    after it, and the activations of the network then for so many ``pictures``."""

    name: ClassVar[str] = "watched"
    step: int
    seconds: float  # that the look took
    pictures: int
    gradient_norm: float  # of all parameters; not a number where it is not finite
    layers: tuple[LayerFigures, ...]  # in the order of the network


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Evaluating(Event):
    """``done`` of ``total`` test pictures are through."""

    name: ClassVar[str] = "evaluating"
    epoch: int
    step: int
    done: int
    total: int


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Evaluated(Event):
    """The network on the whole test set after ``step`` steps. ``confusion[i, j]``: pictures of class i called j.

    ``predictions`` is no part of its JSON: the recorder puts them into a file of their own (`core.predictions`) and
    passes the event on without them.
    """

    name: ClassVar[str] = "evaluated"
    epoch: int
    step: int
    loss: float
    accuracy: float
    seconds: float
    confusion: np.ndarray  # (classes, classes) int64
    predictions: Predictions | None = field(default=None, metadata={"json": False})


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Saved(Event):
    """A checkpoint is safely on the disk. ``path`` is relative to the run folder."""

    name: ClassVar[str] = "saved"
    step: int
    path: str
    best: bool


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Warned(Event):
    """Something a person should know, in one sentence; the run goes on."""

    name: ClassVar[str] = "warned"
    step: int
    message: str


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Changed(Event):
    """Somebody, or a shortage, changed the run after ``step`` steps; with these events a replay is the same run.

    ``what``: "lr" (``value`` is the new peak of the schedule), "parts" (``value`` is in how many parts each batch is
    worked through), "paused", "goes on" and "stops after epoch" (no value; they change no weights).
    """

    name: ClassVar[str] = "changed"
    step: int
    what: str
    value: float | None = None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Load(Event):
    """What the training takes of its machine after ``step`` steps.

    ``processor``: share of all cores that its process kept busy since the last such event. ``gpu``: share of the time
    that the GPU was busy. Bytes in ``memory`` (of the process) and ``gpu_memory`` (that is in use there, by whomever).
    None where there is no GPU or it does not say.
    """

    name: ClassVar[str] = "load"
    step: int
    processor: float
    memory: int
    gpu: float | None = None
    gpu_memory: int | None = None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Tried(Event):
    """A step of a learning-rate range test; ``smoothed`` is the debiased moving average of the losses so far."""

    name: ClassVar[str] = "tried"
    step: int
    lr: float
    loss: float
    smoothed: float


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Suggested(Event):
    """The end of a learning-rate range test; ``lr`` is None where no rate lowered the loss."""

    name: ClassVar[str] = "suggested"
    step: int
    lr: float | None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Finished(Event):
    """The end of the run, or of this part of it.

    ``reason``: "done", "patience" (the test accuracy no longer rose) or "stopped" (it can go on).
    """

    name: ClassVar[str] = "finished"
    step: int
    reason: str
    accuracy: float | None  # of the last evaluation, None before the first
    best_accuracy: float | None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Failed(Event):
    """The run broke; ``message`` is one sentence. The last checkpoint is untouched."""

    name: ClassVar[str] = "failed"
    step: int
    message: str


_KINDS: dict[str, type[Event]] = {
    kind.name: kind
    for kind in (
        *(Started, Steps, Watched, Evaluating, Evaluated, Saved),
        *(Warned, Changed, Load, Tried, Suggested, Finished, Failed),
    )
}
_ARRAYS = {"loss": np.float32, "accuracy": np.float32, "lr": np.float32}


@cache
def _told(kind: type[Event]) -> tuple[Field[Any], ...]:
    """The fields that its JSON has."""
    return tuple(f for f in fields(kind) if f.metadata.get("json", True))


def _plain(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        # a float32 prints itself as the shortest number that brings it back
        return [float(str(v)) for v in value] if value.dtype.kind == "f" else value.tolist()
    if isinstance(value, tuple):
        return [part.to_json() for part in value]
    return json_number(value) if isinstance(value, float) else value


def to_json(event: Event) -> dict[str, Any]:
    """The event as the JSON object that ``metrics.jsonl`` and ``--json`` hold. Inverse of `from_json`."""
    row: dict[str, Any] = {"event": event.name}
    row["time"] = round(event.time, 3)
    row |= {f.name: _plain(getattr(event, f.name)) for f in _told(type(event)) if f.name != "time"}
    return row


def from_json(row: dict[str, Any]) -> Event | None:
    """The event of a JSON object; unknown fields are ignored, and an event of an unknown name is None.

    Raises ValueError for an object that is no event or lacks a field.
    """
    kind = _KINDS.get(row.get("event", ""))
    if kind is None:
        if "event" in row:
            return None
        raise ValueError("Not an event: it has no 'event'.")
    values = {f.name: row[f.name] for f in _told(kind) if f.name in row}
    if kind is Steps:
        values |= {name: np.asarray(values[name], dtype) for name, dtype in _ARRAYS.items() if name in values}
    if kind is Evaluated and "confusion" in values:
        values["confusion"] = np.asarray(values["confusion"], np.int64)
    try:
        if kind is Watched:
            values["gradient_norm"] = number_of(values["gradient_norm"])
            values["layers"] = tuple(LayerFigures.from_json(layer) for layer in values["layers"])
        return kind(**values)
    except (TypeError, KeyError, ValueError) as error:
        raise ValueError(f"Not a whole {kind.name!r} event: {error}") from error
