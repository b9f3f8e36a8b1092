"""The curves of a recorded run, for comparing runs of different lengths: over epochs. A worker's part."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.events import Evaluated, Started, Steps
from core.runs import events_of
from core.smoothing import smooth


@dataclass(frozen=True, slots=True, eq=False)
class RunCurves:
    """Training curves (n,), smoothed, and the evaluations (m,); `epochs` and `test_epochs` are where they stand."""

    epochs: np.ndarray
    loss: np.ndarray
    accuracy: np.ndarray
    test_epochs: np.ndarray
    test_loss: np.ndarray
    test_accuracy: np.ndarray


def curves_of(folder: Path, *, smoothing: float) -> RunCurves:
    """Read and smooth the curves of a run. Raises RunError when `folder` is none."""
    steps: list[Steps] = []
    evaluations: list[Evaluated] = []
    steps_per_epoch = 1
    for event in events_of(folder):
        if isinstance(event, Started):
            steps_per_epoch = max(1, event.steps_per_epoch)
        elif isinstance(event, Steps):
            steps.append(event)
        elif isinstance(event, Evaluated):
            evaluations.append(event)
    numbers = [np.arange(event.step, event.step + len(event.loss)) for event in steps]
    return RunCurves(
        epochs=_joined(numbers) / steps_per_epoch,
        loss=smooth(_joined([event.loss for event in steps]), smoothing),
        accuracy=smooth(_joined([event.accuracy for event in steps]), smoothing),
        test_epochs=np.array([event.step for event in evaluations], np.float64) / steps_per_epoch,
        test_loss=np.array([event.loss for event in evaluations], np.float64),
        test_accuracy=np.array([event.accuracy for event in evaluations], np.float64),
    )


def _joined(parts: list[np.ndarray]) -> np.ndarray:
    return np.concatenate(parts).astype(np.float64) if parts else np.empty(0)
