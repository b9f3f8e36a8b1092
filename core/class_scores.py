"""What an evaluation comes to class by class, and how far the network's confidence can be trusted. Pure functions."""

from dataclasses import dataclass

import numpy as np

from core.predictions import Predictions


@dataclass(frozen=True, slots=True, eq=False)
class ClassScores:
    """One value a class, (classes,), in [0, 1]; NaN where nothing can be said: no picture of it, or none called it.

    ``precision``: of the pictures that were called it, how many are; ``recall``: of its pictures, how many were called
    it; ``f1``: the harmonic mean of the two; ``pictures``: how many of it there are.
    """

    precision: np.ndarray  # float64
    recall: np.ndarray  # float64
    f1: np.ndarray  # float64
    pictures: np.ndarray  # int64


def class_scores(confusion: np.ndarray) -> ClassScores:
    """The scores of each class from a confusion matrix, (classes, classes): pictures of class i called j."""
    right, pictures, called = confusion.diagonal(), confusion.sum(1), confusion.sum(0)
    return ClassScores(
        precision=_share(right, called),
        recall=_share(right, pictures),
        f1=_share(2 * right, pictures + called),
        pictures=pictures,
    )


@dataclass(frozen=True, slots=True, eq=False)
class Calibration:
    """A reliability diagram: the pictures by the network's confidence, in equal intervals of [0, 1].

    Of each interval, (bins,): ``count`` of its pictures, their mean ``confidence`` and the share that is right,
    ``accuracy``; NaN where it has none. ``error`` is the expected calibration error, the mean distance of the two over
    all pictures; ``bias`` the mean of confidence less accuracy, above 0 for a network that is too sure of itself.
    Guo et al., "On Calibration of Modern Neural Networks", 2017.
    """

    count: np.ndarray  # int64
    confidence: np.ndarray  # float64
    accuracy: np.ndarray  # float64
    error: float
    bias: float


def calibration(predictions: Predictions, *, bins: int = 10) -> Calibration:
    """How far the confidence of `predictions` is the share that is right; NaN figures of none."""
    confidence, right = predictions.confidence.astype(np.float64), predictions.right
    place = np.minimum((confidence * bins).astype(np.int64), bins - 1)
    count = np.bincount(place, minlength=bins)
    sure, good = (np.bincount(place, weights, minlength=bins) for weights in (confidence, right))
    total = np.float64(len(predictions))
    with np.errstate(invalid="ignore"):
        error, bias = np.abs(sure - good).sum() / total, (sure - good).sum() / total
    return Calibration(count, _share(sure, count), _share(good, count), float(error), float(bias))


def _share(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    return np.divide(part, whole, out=np.full(len(part), np.nan), where=whole > 0)
