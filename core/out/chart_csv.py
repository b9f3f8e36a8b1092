"""The values of charts as CSV: a line for each place on the x axis, a column for each curve."""

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from core.out.chart import Chart

_LINES = 10_000  # at a time


def write(charts: Sequence[Chart], file: Path) -> None:
    """All values of charts that have the same x axis, also those that they do not show just now; empty where a curve
    has none. Columns are called as the curves; of several charts with their titles before that.

    Raises OSError when `file` cannot be written.
    """
    curves = [curve for chart in charts for curve in chart.curves]
    places = np.unique(np.concatenate([curve.x for curve in curves])) if curves else np.empty(0)
    columns = [_words(places)]
    for curve in curves:
        column = np.full(len(places), "", dtype=np.dtypes.StringDType())
        column[np.searchsorted(places, curve.x)] = _words(curve.y)
        columns.append(column)
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow([charts[0].x_label if charts else "", *_names(charts)])
        for start in range(0, len(places), _LINES):
            writer.writerows(zip(*(column[start : start + _LINES].tolist() for column in columns), strict=True))


def _names(charts: Sequence[Chart]) -> list[str]:
    return [
        curve.name if len(charts) == 1 else f"{chart.title}: {curve.name}" for chart in charts for curve in chart.curves
    ]


def _words(values: np.ndarray) -> np.ndarray:
    """Each number as the shortest one that brings it back; nothing for what is not finite."""
    return np.where(np.isfinite(values), values.astype(str), "")
