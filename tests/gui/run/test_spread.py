"""Histograms on one axis."""

import numpy as np
import pytest

from alexnet_gui.run.spread import Spread, middle_half


def spread(*moments: tuple[float, float, list[float]]) -> Spread:
    low, high, bins = zip(*moments, strict=True)
    return Spread(low=np.array(low, float), high=np.array(high, float), bins=np.array(bins, float))


def test_each_moment_is_brought_onto_the_same_axis() -> None:
    both = spread((0, 4, [1, 1, 1, 1]), (0, 2, [0, 0, 2, 2]))
    low, high = both.axis
    assert (low, high) == pytest.approx((0, 3.8))
    columns = both.columns(38)
    assert columns.shape == (38, 2)
    assert columns[:, 0] == pytest.approx(np.ones(38)), "the first fills it evenly"
    assert columns[:18, 1].max() < 1e-9, "the second lies below 2"
    assert columns[18:28, 1] == pytest.approx(np.ones(10)) and columns[28:, 1].max() < 1e-9


def test_one_moment_far_wider_than_the_others_does_not_hide_them() -> None:
    axis = spread(*[(-1, 1, [1.0, 1.0])] * 19, (-1000, 1000, [1, 1])).axis
    assert axis == pytest.approx((-1, 1))


def test_of_many_moments_as_many_as_show_are_taken_from_first_to_last() -> None:
    many = spread(*[(0, number, [1.0]) for number in range(1, 1001)])
    assert many.thinned(3).high.tolist() == [1, 501, 1000]
    assert many.thinned(1000) is many


def test_moments_without_values_are_empty() -> None:
    columns = spread((0, 0, [0, 0]), (-1, 1, [1, 1])).columns(4)
    assert columns[:, 0].max() == 0 and columns[:, 1].min() > 0
    assert spread((0, 0, [0, 0])).columns(4).max() == 0


def test_the_middle_half_of_a_histogram() -> None:
    assert middle_half(0, 8, np.array([1, 1, 1, 1])) == pytest.approx((2, 6))
    assert middle_half(-1, 1, np.array([0, 0])) == (-1, 1)
