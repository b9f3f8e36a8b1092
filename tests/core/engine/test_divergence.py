"""A lost run is told from a rough start."""

import numpy as np
import pytest

from core.engine.divergence import PATIENCE, DivergenceWatch
from core.errors import DivergedError


def test_the_first_loss_that_is_not_a_number_is_named() -> None:
    with pytest.raises(DivergedError, match="from step 9 on: lower the learning rate"):
        DivergenceWatch(10).look(np.array([2.3, 50.0, np.nan, np.nan]), first=7, lr=0.1)


def test_a_loss_that_stays_far_beyond_guessing_is_lost_within_50_steps() -> None:
    watch = DivergenceWatch(10)
    for first in range(1, PATIENCE):
        watch.look(np.array([40.0]), first=first, lr=0.1)
    with pytest.raises(DivergedError, match=r"exploded: it is 40 in step 20\. Lower the learning rate"):
        watch.look(np.array([40.0, 40.0]), first=PATIENCE, lr=0.1)
    assert PATIENCE <= 50


def test_a_rough_start_is_not_lost() -> None:
    watch = DivergenceWatch(10)
    for first in range(1, 200, 20):
        watch.look(np.array([300.0] * 19 + [2.0]), first=first, lr=0.1)
