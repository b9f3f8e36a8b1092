"""Many `Steps` events as arrays, read in one go: a run of a million steps is there in a blink, not in many seconds."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from core.events import Steps

# what stands between the numbers of a line as the recorder writes it; marks tell where lines and lists begin
_LINE, _LOSS, _ACCURACY, _LR = -1e300, -1e301, -1e302, -1e303  # no value of a run
_BEGIN = b'{"event":"steps","time":'
_END = b"]}\n"
_BETWEEN = (
    (_BEGIN, b"%g," % _LINE),
    (b',"epoch":', b","),
    (b',"step":', b","),
    (b',"images":', b","),
    (b',"seconds":', b","),
    (b',"loss":[', b",%g," % _LOSS),
    (b'],"accuracy":[', b",%g," % _ACCURACY),
    (b'],"lr":[', b",%g," % _LR),
    (_END, b","),
)
_SINGLE = 5  # numbers of a line that are not in a list


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
    """What lines of ``metrics.jsonl`` tell of steps; None where one is not as the recorder writes it: read each alone.

    They are not taken for JSON objects, but all of them together for one list of numbers.
    """
    text = b"".join(lines)
    if not text.endswith(_END):
        return None
    for found, instead in _BETWEEN:
        text = text.replace(found, instead)
    try:
        values = np.array(json.loads(b"[" + text[:-1] + b"]"))
    except ValueError:
        return None
    if values.ndim != 1 or values.dtype.kind not in "if":
        return None
    return _parted(values.astype(np.float64, copy=False), len(lines))


def _parted(values: np.ndarray, lines: int) -> StepBlock | None:
    line, loss, accuracy, lr = (np.flatnonzero(values == mark) for mark in (_LINE, _LOSS, _ACCURACY, _LR))
    if not len(line) == len(loss) == len(accuracy) == len(lr) == lines:
        return None
    lengths = accuracy - loss - 1
    ends = np.append(line[1:], len(values))
    whole = (loss - line == _SINGLE + 1) & (lr - accuracy - 1 == lengths) & (ends - lr - 1 == lengths)
    if not whole.all():
        return None
    time, epoch, first, images, seconds = values[line + 1 + np.arange(_SINGLE)[:, None]]
    counted = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    lists = (values[np.repeat(mark + 1, lengths) + counted].astype(np.float32) for mark in (loss, accuracy, lr))
    epoch, first, images = (numbers.astype(np.int64) for numbers in (epoch, first, images))
    return StepBlock(time, epoch, first, images, seconds, lengths, *lists)
