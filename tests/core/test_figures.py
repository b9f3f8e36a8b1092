import pytest

from core import figures


@pytest.mark.parametrize(
    ("octets", "said"),
    [(0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (9960, "10 kB"), (187_058_984, "187 MB"), (999_600, "1.0 MB"),
     (2.1e9, "2.1 GB"), (3e12, "3000 GB"), (None, "")],
)  # fmt: skip
def test_size(octets: float | None, said: str) -> None:
    assert figures.size(octets) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.21, "0.2 s"), (9.6, "10 s"), (59, "59 s"), (60, "1 min"), (1860, "31 min"), (3600, "1 h 00 min"),
     (7500, "2 h 05 min"), (None, "")],
)  # fmt: skip
def test_duration(seconds: float | None, said: str) -> None:
    assert figures.duration(seconds) == said


def test_share_and_count() -> None:
    assert figures.percent(0.8531) == "85.3 %"
    assert figures.percent(None) == ""
    assert figures.count(46_764_746) == "46,764,746"
