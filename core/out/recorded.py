"""All that a run has recorded, as arrays: what every way out of a run starts from."""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from core.events import Changed, Evaluated, Event, Failed, Finished, Started, Steps, Warned
from core.out.steps import Work
from core.runs import blocks_of
from core.step_block import StepBlock


@dataclass(frozen=True, slots=True, eq=False)
class Recorded:
    """A run's curves (n,), a value a step, and its events. A run that was resumed has one `Started` a part."""

    starts: list[Started]
    step: np.ndarray  # (n,) int64, from 1
    epoch: np.ndarray  # (n,) int64, from 1
    time: np.ndarray  # (n,) float64, unix seconds when the step was done
    loss: np.ndarray  # (n,) float32, of the training batch
    accuracy: np.ndarray  # (n,) float32, of the training batch
    lr: np.ndarray  # (n,) float32
    speed: np.ndarray  # (n,) float32, images/s; NaN where it was not measured
    evaluations: list[Evaluated]
    changes: list[Changed]
    warnings: list[Warned]
    end: Finished | Failed | None  # of the last part; None while it goes on, and of one that was killed

    @property
    def steps_per_epoch(self) -> int:
        """0 of a run that has not begun."""
        return self.starts[-1].steps_per_epoch if self.starts else 0

    @property
    def best(self) -> Evaluated | None:
        """The evaluation of the highest accuracy, the first of equal ones; None before the first."""
        return max(self.evaluations, key=lambda evaluated: evaluated.accuracy, default=None)


def reading(folder: Path) -> Work[Recorded]:
    """Reads the events of the run in `folder`: yields now and then how much of it is read, from 0 to 1.

    Raises RunError when it is no run, or cannot be read.
    """
    found = _Found()
    for item in blocks_of(folder):
        found.take(item)
        yield found.share
    return found.whole()


@dataclass(slots=True)
class _Found:
    """What was read so far."""

    starts: list[Started] = field(default_factory=list)
    steps: list[StepBlock] = field(default_factory=list)
    evaluations: list[Evaluated] = field(default_factory=list)
    changes: list[Changed] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)
    end: Finished | Failed | None = None

    def take(self, item: Event | StepBlock) -> None:
        match item:
            case StepBlock():
                self.steps.append(item)
            case Steps():
                self.steps.append(StepBlock.of(item))
            case Started():
                self.starts.append(item)
                self.end = None
            case Evaluated():
                self.evaluations.append(item)
            case Changed():
                self.changes.append(item)
            case Warned():
                self.warnings.append(item)
            case Finished() | Failed():
                self.end = item
            case _:
                pass

    @property
    def share(self) -> float:
        """Of the steps that the run should have."""
        if not self.starts or not self.steps:
            return 0.0
        total = self.starts[-1].steps_per_epoch * int(self.starts[-1].recipe.get("epochs", 0))
        return min(self.steps[-1].last.last_step / max(total, 1), 1.0)

    def whole(self) -> Recorded:
        return Recorded(
            starts=self.starts,
            step=_joined([block.steps for block in self.steps], np.int64),
            epoch=_joined([np.repeat(block.epoch, block.lengths) for block in self.steps], np.int64),
            time=_joined([block.times for block in self.steps], np.float64),
            loss=_joined([block.loss for block in self.steps], np.float32),
            accuracy=_joined([block.accuracy for block in self.steps], np.float32),
            lr=_joined([block.lr for block in self.steps], np.float32),
            speed=_joined([block.speed for block in self.steps], np.float32),
            evaluations=self.evaluations,
            changes=self.changes,
            warnings=self.warnings,
            end=self.end,
        )


def _joined(parts: list[np.ndarray], dtype: type) -> np.ndarray:
    return np.concatenate(parts).astype(dtype, copy=False) if parts else np.empty(0, dtype)
