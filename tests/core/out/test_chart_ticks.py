import pytest

from core.out.chart_ticks import labels, log_ticks, ticks


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0, 5, ["0", "1", "2", "3", "4", "5"]),
        (0.1, 2.4, ["0.5", "1.0", "1.5", "2.0"]),
        (0, 0.001, ["0.0000", "0.0002", "0.0004", "0.0006", "0.0008", "0.0010"]),
        (0, 10_000_000, ["0", "2e6", "4e6", "6e6", "8e6", "1e7"]),
        (0, 2e-6, ["0", "5e-7", "1e-6", "1.5e-6", "2e-6"]),
        (3, 3, ["3"]),
    ],
)
def test_round_numbers(low: float, high: float, said: list[str]) -> None:
    assert labels(ticks(low, high)) == said


def test_logarithmic() -> None:
    assert labels(log_ticks(0.04, 3)) == ["0.05", "0.10", "0.20", "0.50", "1.00", "2.00"]
    assert labels(log_ticks(1e-6, 1)) == ["1e-6", "1e-5", "1e-4", "1e-3", "1e-2", "1e-1", "1e0"]
    assert len(log_ticks(1e-30, 1e30)) <= 7
    assert log_ticks(0.41, 0.44)


def test_percent() -> None:
    assert labels(ticks(0.8, 0.9), percent=True) == ["80 %", "82 %", "84 %", "86 %", "88 %", "90 %"]
    assert labels(ticks(0.912, 0.914), percent=True)[0] == "91.20 %"
