"""Delays as any moment would have met them, not only those in which a timer could count."""

import numpy as np
import pytest

from core.bench.window import at_any_moment


def test_short_delays_count_as_they_are() -> None:
    np.testing.assert_array_equal(at_any_moment([0.0, 1.0, 5.0], 5), [0, 1, 5])


def test_a_long_delay_counts_for_every_moment_in_it() -> None:
    assert sorted(at_any_moment([0.5, 17.0], 5)) == [0.5, 2, 7, 12, 17]


@pytest.mark.parametrize("interval", [1.0, 5.0])
def test_share_of_the_time_is_that_of_the_waiting(interval: float) -> None:
    """A loop that is blocked for 100 ms of every second lets a tenth of all events wait, however the timer is set."""
    timer = [0.0] * int(900 / interval) + [100.0]
    share = float(np.mean(at_any_moment(timer, interval) > 0))
    assert share == pytest.approx(0.1, abs=0.01)
