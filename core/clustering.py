"""Numbers that share a few values: k-means in one dimension (Lloyd 1982), exact and without a loop over numbers."""

import numpy as np


def clusters(values: np.ndarray, count: int, *, rounds: int = 200) -> tuple[np.ndarray, np.ndarray]:
    """At most `count` values, ascending, (k,) float32, and for each number the place of its nearest, int64.

    `values` is (n,) float32. The centres start evenly between the least and the greatest number, which keeps the
    large and rare ones (arXiv:1510.00149, section 3.2), and move until none moves any more, `rounds` times at most.
    """
    if not len(values):
        return np.zeros(0, np.float32), np.zeros(0, np.int64)
    ordered = np.sort(values).astype(np.float64)
    distinct = ordered[np.flatnonzero(np.diff(ordered, prepend=-np.inf))]
    centres = distinct if len(distinct) <= count else _lloyd(ordered, count, rounds)
    centres = np.unique(centres.astype(np.float32))
    return centres, np.searchsorted(_between(centres), values, side="right")


def _lloyd(ordered: np.ndarray, count: int, rounds: int) -> np.ndarray:
    sums = np.concatenate([[0.0], np.cumsum(ordered)])
    centres = np.linspace(ordered[0], ordered[-1], count)
    for _ in range(rounds):
        edges = np.concatenate([[0], np.searchsorted(ordered, _between(centres)), [len(ordered)]])
        members = np.diff(edges)
        means = np.diff(sums[edges]) / np.maximum(members, 1)
        moved = np.where(members > 0, means, centres)
        if np.array_equal(moved, centres):
            break
        centres = moved
    return centres


def _between(centres: np.ndarray) -> np.ndarray:
    """Where one centre's numbers end and the next one's begin."""
    return (centres[1:] + centres[:-1]) / 2
