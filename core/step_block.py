"""Many `Steps` events as arrays, read in one go: a run of a million steps is there in a blink, not in many seconds."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from itertools import chain
from typing import Any

import numpy as np
import orjson

from core.events import Steps

_BEGIN = b'{"event":"steps",'  # as the recorder writes it
_SINGLE = ("time", "epoch", "step", "images", "seconds")
_LISTS = ("loss", "accuracy", "lr")


@dataclass(frozen=True, eq=False)
class StepBlock:
    """What m consecutive `Steps` tell of n steps."""

    time: np.ndarray  # (m,) float64, and so are the next four but for their type
    epoch: np.ndarray  # (m,) int64
    first: np.ndarray  # (m,) int64: the first step that each tells of
    images: np.ndarray  # (m,) int64
    seconds: np.ndarray  # (m,) float64
    lengths: np.ndarray  # (m,) int64: how many steps each tells of
    loss: np.ndarray  # (n,) float32
    accuracy: np.ndarray  # (n,) float32
    lr: np.ndarray  # (n,) float32

    @classmethod
    def of(cls, event: Steps) -> "StepBlock":
        """The same as the event."""
        scalars = (event.time, event.epoch, event.step, event.images, event.seconds, len(event.loss))
        kinds = (np.float64, np.int64, np.int64, np.int64, np.float64, np.int64)
        one = (np.array([value], kind) for value, kind in zip(scalars, kinds, strict=True))
        return cls(*one, loss=event.loss, accuracy=event.accuracy, lr=event.lr)

    @classmethod
    def joined(cls, blocks: "Sequence[StepBlock]") -> "StepBlock":
        """What these tell together, one after the other."""
        return cls(
            **{field.name: np.concatenate([getattr(block, field.name) for block in blocks]) for field in fields(cls)}
        )

    @cached_property
    def steps(self) -> np.ndarray:
        """(n,) int64: the number of each step, from 1."""
        return self._each(self.first - self._begins) + np.arange(len(self.loss))

    @cached_property
    def speed(self) -> np.ndarray:
        """(n,) float32: images a second while each step was done; NaN where that was not measured."""
        with np.errstate(divide="ignore", invalid="ignore"):
            speed = np.where(self.seconds > 0, self.images / self.seconds, np.nan)
        return self._each(speed).astype(np.float32)

    @cached_property
    def times(self) -> np.ndarray:
        """(n,) float64: when each step was done, in unix seconds. Those of one event took equally long."""
        behind = self._each(self._begins + self.lengths - 1) - np.arange(len(self.loss))  # steps to the event's last
        return self._each(self.time) - behind * self._each(self.seconds / np.maximum(self.lengths, 1))

    @property
    def last(self) -> Steps:
        """The last of the events."""
        begin = int(self._begins[-1])
        return Steps(
            time=float(self.time[-1]),
            epoch=int(self.epoch[-1]),
            step=int(self.first[-1]),
            images=int(self.images[-1]),
            seconds=float(self.seconds[-1]),
            loss=self.loss[begin:],
            accuracy=self.accuracy[begin:],
            lr=self.lr[begin:],
        )

    @cached_property
    def _begins(self) -> np.ndarray:
        return np.cumsum(self.lengths) - self.lengths

    def _each(self, values: np.ndarray) -> np.ndarray:
        """A value an event, (m,), as a value a step, (n,)."""
        return np.repeat(values, self.lengths)


def is_steps(line: bytes) -> bool:
    """Whether the line is one that `parse` may understand."""
    return line.startswith(_BEGIN)


def parse(lines: Sequence[bytes]) -> StepBlock | None:
    """What these lines tell of steps; None where one is not as the recorder writes it: read each by itself."""
    try:
        rows = [loads(line) for line in lines]
        time, epoch, first, images, seconds = single = [[row[name] for row in rows] for name in _SINGLE]
        lists = [[row[name] for row in rows] for name in _LISTS]
        lengths, *others = ([len(values) for values in each] for each in lists)
        is_right = all(set(map(type, values)) <= {int, float} for values in single)
        if not is_right or 0 in lengths or any(other != lengths for other in others):
            return None
        return StepBlock(
            time=np.array(time, np.float64),
            epoch=np.array(epoch, np.int64),
            first=np.array(first, np.int64),
            images=np.array(images, np.int64),
            seconds=np.array(seconds, np.float64),
            lengths=np.array(lengths, np.int64),
            **{name: _joined(each) for name, each in zip(_LISTS, lists, strict=True)},
        )
    except (ValueError, TypeError, KeyError, OverflowError):
        return None


def loads(line: bytes) -> Any:
    """A line of JSON. Raises ValueError."""
    try:
        return orjson.loads(line)
    except ValueError:
        return json.loads(line)  # slower, but it knows what is not a number, for which JSON has no word


def _joined(lists: list[list[float]]) -> np.ndarray:
    return np.array(list(chain.from_iterable(lists)), np.float32)
