"""Scores of each class and calibration, against what one works out by hand."""

import numpy as np
from numpy.testing import assert_allclose

from core.class_scores import calibration, class_scores
from core.predictions import Predictions


def predictions(confidence: list[float], right: list[bool]) -> Predictions:
    sure = np.array(confidence, np.float32)
    labels = np.zeros(len(right), np.int32)
    return Predictions(
        labels, np.where(right, 0, 1).astype(np.int32), sure, np.where(right, sure, 0).astype(np.float32)
    )


def test_precision_recall_and_f1() -> None:
    scores = class_scores(np.array([[8, 2, 0], [4, 6, 0], [0, 0, 0]]))
    assert_allclose(scores.precision, [8 / 12, 6 / 8, np.nan])
    assert_allclose(scores.recall, [0.8, 0.6, np.nan])
    assert_allclose(scores.f1, [2 * 8 / 22, 2 * 6 / 18, np.nan])
    assert scores.pictures.tolist() == [10, 10, 0]


def test_calibration_of_a_network_that_is_too_sure() -> None:
    found = calibration(predictions([0.95, 0.95, 0.95, 0.95, 0.55], [True, False, True, False, True]), bins=10)
    assert found.count.tolist() == [0, 0, 0, 0, 0, 1, 0, 0, 0, 4]
    assert_allclose(found.confidence[[5, 9]], [0.55, 0.95], rtol=1e-6)
    assert_allclose(found.accuracy[[5, 9]], [1.0, 0.5])
    assert_allclose(found.error, (4 * 0.45 + 0.45) / 5, rtol=1e-6)
    assert_allclose(found.bias, (4 * 0.45 - 0.45) / 5, rtol=1e-6)


def test_full_confidence_counts_and_nothing_is_not_an_error() -> None:
    assert calibration(predictions([1.0], [True])).count.tolist() == [0] * 9 + [1]
    assert np.isnan(calibration(predictions([], [])).error)
