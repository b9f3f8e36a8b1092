"""When layers are looked into: at once, then as much as is affordable, and ever more seldom."""

from core.engine.watch_times import WatchTimes


def looks(*, step: float, look: float, steps: int) -> list[int]:
    """The steps that are looked into, where a step and a look take so many seconds."""
    times, found = WatchTimes(), []
    for number in range(1, steps + 1):
        if due := times.is_due(number):
            found.append(number)
            times.looked(number, look)
        times.trained(step + due * look)
    return found


def test_the_start_is_dense_and_the_rest_keeps_to_its_share() -> None:
    found = looks(step=1.7, look=0.25, steps=2345)  # as on two cores, for AlexNet
    assert found[:6] == [1, 2, 4, 8, 16, 32]
    for number in found[6:]:
        assert 0.25 * (found.index(number) + 1) <= 0.01 * 1.8 * number
    assert len(found) > 100


def test_a_short_run_has_something_to_show_and_not_at_its_start_alone() -> None:
    found = looks(step=0.05, look=0.012, steps=188)
    assert 0.012 * len(found) <= 0.5
    assert len(found) > 20 and len([number for number in found if number > 94]) >= 4


def test_where_a_look_costs_nothing_a_long_run_has_not_many_more() -> None:
    found = looks(step=0.01, look=0.0, steps=100_000)
    assert found[:40] == list(range(1, 41))
    assert len(found) < 500


def test_a_resumed_run_is_looked_into_as_soon_as_it_can_be_afforded() -> None:
    times = WatchTimes()
    assert times.is_due(5000)
    times.looked(5000, 1.0)
    times.trained(199.0)
    assert not times.is_due(6000)
    times.trained(1.0)
    assert times.is_due(6000) and times.is_due(5101)
    assert not times.is_due(5001)
