"""The curves of a run as CSV, a line a step; what was measured on the test pictures stands with the step after which
it was measured."""

import csv
from pathlib import Path

import numpy as np

from core.out.recorded import Recorded, reading
from core.out.steps import Work, part

COLUMNS = ("step", "epoch", "time", "loss", "accuracy", "lr", "images_per_second", "test_loss", "test_accuracy")
_LINES = 10_000  # are written between two words of progress
_READING = 0.6  # of the whole time


def write(run: Path, file: Path) -> Work[None]:
    """Writes the table of the run in the folder `run`. ``time`` is in unix seconds; what was not measured is empty.

    Raises RunError as `core.out.recorded.reading`, OSError when `file` cannot be written.
    """
    columns = _columns((yield from part(reading(run), 0, _READING)))
    count = len(columns[0])
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        for start in range(0, count, _LINES):
            writer.writerows(zip(*(_words(column[start : start + _LINES]) for column in columns), strict=True))
            yield _READING + (1 - _READING) * min(start + _LINES, count) / count


def _columns(run: Recorded) -> list[np.ndarray]:
    """The values of each column, NaN where there is none; a line for each step of which anything is known."""
    trained = (run.loss, run.accuracy, run.lr, run.speed)
    tests = {evaluated.step: evaluated for evaluated in run.evaluations}
    trained_steps = set(run.step.tolist())
    alone = [test for step, test in tests.items() if step not in trained_steps]
    steps = np.concatenate([run.step, np.array([test.step for test in alone], np.int64)])
    epochs = np.concatenate([run.epoch, np.array([test.epoch for test in alone], np.int64)])
    times = np.concatenate([run.time, np.array([test.time for test in alone], np.float64)]).round(3)
    losses, accuracies = np.full(len(steps), np.nan), np.full(len(steps), np.nan)
    for place in np.flatnonzero(np.isin(steps, list(tests))):
        losses[place], accuracies[place] = tests[steps[place]].loss, tests[steps[place]].accuracy
    nothing = np.full(len(alone), np.nan, np.float32)
    order = np.argsort(steps, kind="stable")
    columns = [steps, epochs, times, *(np.concatenate([values, nothing]) for values in trained), losses, accuracies]
    return [column[order] for column in columns]


def _words(values: np.ndarray) -> list[str]:
    """Each number as the shortest one that brings it back; "" for what is not known."""
    if values.dtype == np.float64:
        return ["" if value != value else repr(value) for value in values.tolist()]
    found, places = np.unique(values, return_inverse=True)  # many are the same, and putting one into words is slow
    words = found.astype(str)
    return np.where(words == "nan", "", words)[places].tolist()
