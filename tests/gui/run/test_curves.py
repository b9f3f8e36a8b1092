"""Framing of curves."""

import numpy as np

from alexnet_gui.run.curves import frame_end, nearest, value_frame


def test_the_axis_of_a_run_seldom_jumps_and_is_at_least_half_full() -> None:
    ends = [frame_end(step, 2345) for step in range(1, 2346)]
    assert all(step <= end <= 2 * step for step, end in enumerate(ends, 1))
    assert len(set(ends)) <= 13
    assert ends[-1] == 2345
    assert frame_end(100, 2345, over=True) == 100
    assert frame_end(0, 2345) == 2345
    assert frame_end(10, 0) == 10


def test_the_frame_holds_the_values_but_for_wild_ones_of_the_raw_series() -> None:
    raw = np.concatenate([np.linspace(1, 2, 99), [1e6]])
    low, high = value_frame(raw, np.array([0.5]))
    assert low < 0.5 and 2 < high < 3
    assert value_frame(np.array([0.2, 1.0]), least=0, most=1)[1] == 1
    assert value_frame(np.empty(0)) == (0.0, 1.0)
    low, high = value_frame(np.full(5, 0.3))
    assert low < 0.3 < high


def test_the_nearest_point() -> None:
    x = np.array([1, 2, 10])
    assert [nearest(x, at) for at in (-5, 1.4, 1.6, 6.1, 99)] == [0, 0, 1, 2, 2]
    assert nearest(x[:1], 7) == 0
    assert nearest(x[:0], 7) is None
