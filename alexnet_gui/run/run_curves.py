"""The curves of a recorded run, for comparing runs of different lengths and speeds. A worker's part."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.events import Started
from core.out.recorded import Recorded, reading
from core.out.steps import done
from core.smoothing import smooth

AXES = ("steps", "epochs", "seconds")
_MOST = 200_000  # points that are kept of a curve: it is smoothed over more steps than lie between two of them


@dataclass(frozen=True, slots=True, eq=False)
class RunCurves:
    """Training curves (n,), smoothed, and the evaluations (m,). `places` and `test_places` say where they stand on each
    of the `AXES`; seconds are those that the run has taken, its rests between two parts left out."""

    places: dict[str, np.ndarray]
    loss: np.ndarray
    accuracy: np.ndarray
    test_places: dict[str, np.ndarray]
    test_loss: np.ndarray
    test_accuracy: np.ndarray


def curves_of(folder: Path, *, smoothing: float) -> RunCurves:
    """Read and smooth the curves of a run. Raises RunError when `folder` is none."""
    run = done(reading(folder))
    kept = slice(None, None, -(-len(run.step) // _MOST) or 1)
    tests = run.evaluations
    return RunCurves(
        places=_places(run, run.step[kept], run.time[kept]),
        loss=smooth(run.loss, smoothing)[kept].astype(np.float32),
        accuracy=smooth(run.accuracy, smoothing)[kept].astype(np.float32),
        test_places=_places(
            run, np.array([test.step for test in tests], np.int64), np.array([test.time for test in tests], np.float64)
        ),
        test_loss=np.array([test.loss for test in tests], np.float64),
        test_accuracy=np.array([test.accuracy for test in tests], np.float64),
    )


def _places(run: Recorded, steps: np.ndarray, times: np.ndarray) -> dict[str, np.ndarray]:
    epochs = steps / max(1, run.steps_per_epoch)
    return dict(zip(AXES, (steps, epochs, taken(run.starts, run.time, times)), strict=True))


def taken(starts: Sequence[Started], step_times: np.ndarray, times: np.ndarray) -> np.ndarray:
    """Seconds that a run has taken at each of `times`, without what lay between the last step of one of its parts and
    the start of the next. All times are unix seconds; those of the steps rise."""
    if not starts:
        return np.zeros(len(times))
    begins = np.array([start.time for start in starts])
    before = np.searchsorted(step_times, begins)
    ends = np.array([step_times[count - 1] if count else begins[0] for count in before])  # of the part before each
    rests = np.cumsum(np.maximum(begins - ends, 0.0))
    part = np.maximum(np.searchsorted(begins, times, side="right") - 1, 0)
    return times - begins[0] - rests[part]
