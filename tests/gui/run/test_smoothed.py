"""A smoothed curve that follows a growing one."""

import numpy as np

from alexnet_gui.run.smoothed import SmoothedCurve
from core.smoothing import smooth

VALUES = np.random.default_rng(0).normal(size=300)


def test_it_is_the_same_as_smoothing_everything_at_once() -> None:
    curve = SmoothedCurve(0.6)
    for end in (1, 10, 250, 300):
        smoothed = curve.follow(VALUES[:end], version=1)
    np.testing.assert_allclose(smoothed, smooth(VALUES, 0.6))


def test_another_version_begins_anew() -> None:
    curve = SmoothedCurve(0.6)
    curve.follow(VALUES, version=1)
    np.testing.assert_allclose(curve.follow(VALUES[100:], version=2), smooth(VALUES[100:], 0.6))


def test_another_weight_holds_for_all() -> None:
    curve = SmoothedCurve(0.6)
    curve.follow(VALUES, version=1)
    curve.set_weight(0.9)
    np.testing.assert_allclose(curve.follow(VALUES, version=1), smooth(VALUES, 0.9))
