import numpy as np

from core.out.chart import Curve, thinned


def curve(y: np.ndarray, points: bool = False) -> Curve:
    return Curve("c", np.arange(len(y), dtype=np.float64), y, "#000000", points=points)


def test_peaks_survive_the_thinning() -> None:
    y = np.sin(np.arange(100_000) / 50)
    y[[31_234, 77_777]] = 5, -5
    few = thinned(curve(y), (0, 100_000), 500)
    assert len(few.x) <= 4 * 500
    assert (few.y.max(), few.y.min()) == (5, -5)
    assert (few.x[0], few.x[-1]) == (0, 99_999)
    assert np.array_equal(few.y, y[few.x.astype(int)])


def test_only_what_is_in_view_is_thinned_and_its_neighbours_lead_out() -> None:
    few = thinned(curve(np.arange(1000.0)), (100, 200), 500)
    assert (few.x[0], few.x[-1]) == (99, 201)


def test_gaps_and_points_are_kept() -> None:
    y = np.arange(10_000.0)
    y[4000:6000] = np.nan
    few = thinned(curve(y), (0, 10_000), 100)
    assert np.isnan(few.y).any()
    assert len(thinned(curve(y, points=True), (0, 100), 2).x) == 10_000
    assert len(thinned(curve(np.empty(0)), (0, 1), 10).x) == 0
