"""From logits to probabilities and to the loss. Pure functions, no torch."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True, eq=False)
class Softmax:
    """exp(logit - shift) / total for each class. The shift, the largest logit, changes no probability and keeps the
    exponentials from growing beyond all numbers."""

    logits: np.ndarray  # (N,) float64
    shift: float
    exponentials: np.ndarray  # (N,) float64, in [0, 1]
    total: float
    probabilities: np.ndarray  # (N,) float64, in [0, 1], together 1


def softmax(logits: np.ndarray) -> Softmax:
    """The softmax of (N,) logits; NaN where one of them is no number or infinite."""
    values = logits.astype(np.float64)
    shift = float(values.max())
    with np.errstate(invalid="ignore"):
        exponentials = np.exp(values - shift)
    total = float(exponentials.sum())
    return Softmax(values, shift, exponentials, total, exponentials / total)


def cross_entropy(answer: Softmax, truth: int) -> float:
    """-log of the probability of the true class, in nats, as log(total) - (logit - shift): finite even where that
    probability is too small for a number."""
    return float(np.log(answer.total) - (answer.logits[truth] - answer.shift))
