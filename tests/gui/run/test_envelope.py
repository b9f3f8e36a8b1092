"""Which points of a curve are drawn, and that a curve that grows is drawn like one that was there at once."""

import numpy as np
import pytest

from alexnet_gui.run.envelope import Envelope


@pytest.mark.parametrize("count", [3, 999, 1000, 12_345, 100_000, 777_777])
def test_at_most_two_points_a_pixel_and_the_extremes_are_kept(count: int) -> None:
    x = np.arange(count)
    y = np.random.default_rng(count).normal(size=count)
    thin_x, thin_y = Envelope(y).thin(x, 0, count, 500)
    assert len(thin_x) <= 2 * 500
    assert thin_y.min() == y.min() and thin_y.max() == y.max()
    assert (np.diff(thin_x) >= 0).all()
    np.testing.assert_array_equal(y[thin_x], thin_y)


def test_only_what_is_visible_is_kept_and_one_point_beyond() -> None:
    x = np.arange(100)
    thin_x, _ = Envelope(x).thin(x, 40, 50, 200)
    assert thin_x.tolist() == list(range(39, 52))


def test_the_same_points_are_chosen_while_a_view_moves() -> None:
    x = np.arange(100_000)
    y = np.random.default_rng(1).normal(size=len(x))
    before, _ = Envelope(y).thin(x, 20_000, 60_000, 300)
    after, _ = Envelope(y).thin(x, 20_500, 60_500, 300)
    inside = lambda chosen: set(chosen[(chosen > 21_000) & (chosen < 59_000)])  # noqa: E731
    assert inside(before) == inside(after)


def test_a_hole_does_not_hide_its_neighbours() -> None:
    y = np.ones(10_000)
    y[5000], y[5001] = np.nan, 9
    assert np.nanmax(Envelope(y).thin(np.arange(10_000), 0, 10_000, 100)[1]) == 9


def test_nothing_is_thinned_to_nothing() -> None:
    empty = np.empty(0)
    assert len(Envelope(empty).thin(empty, 0, 1, 100)[0]) == 0


def test_a_curve_that_grows_and_is_cut_shows_what_one_that_was_there_at_once_shows() -> None:
    random = np.random.default_rng(2)
    values = random.normal(size=300_000).astype(np.float32)
    values[random.integers(0, len(values), 9000)] = np.nan
    values[70_000:71_000], values[5000] = np.nan, np.inf
    growing = Envelope()
    lengths = [0, 1, 63, 64, 65, 5000, 5010, 128_000, 299_999, 300_000]
    for version, length in [*((1, length) for length in lengths), (2, 200_000), (2, 250_000), (2, 100_000)]:
        growing.follow(values[:length], version)
        for left, right in ((0, length), (-5, 2 * length), (length / 3, length / 2), (length - 10, length)):
            x = np.arange(length)
            found, wanted = (e.thin(x, left, right, 300) for e in (growing, Envelope(values[:length])))
            np.testing.assert_array_equal(found, wanted)
            seen = values[: min(length, int(right))]
            assert not len(seen) or left or np.nanmax(seen) == np.nanmax(found[1])


def test_what_has_another_version_is_looked_at_anew() -> None:
    envelope = Envelope()
    x = np.arange(100_000)
    envelope.follow(np.zeros(100_000), 1)
    envelope.follow(np.ones(100_000), 2)
    assert envelope.thin(x, 0, 100_000, 100)[1].min() == 1
