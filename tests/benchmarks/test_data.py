"""The benchmark of the data, in the small; and what a folder of a million pictures costs, in the large."""

import pytest

from core.bench import Figure
from core.bench.data import data


@pytest.fixture(autouse=True)
def one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """So small a step is not shared out well."""
    monkeypatch.setenv("OMP_NUM_THREADS", "1")


def figures(**sizes: int) -> dict[str, Figure]:
    return {figure.name: figure for figure in data([].append, **sizes).figures}


def test_small_benchmark() -> None:
    found = figures(names=400, portions=2, side=32, photographs=4, rounds=1, steps=2, batch_size=8)
    assert 0 < found["listing all names"].value < found["start to the first batch"].value
    assert 200 < found["memory after 200 pictures"].value < 2000  # MB: torch alone takes some hundreds
    assert found["memory after 400 pictures"].value > 0
    assert found["photographs decoded against one at a time"].value == pytest.approx(
        found["photographs decoded"].value / found["one at a time"].value
    )
    assert found["photographs from the cache"].value > found["photographs decoded"].value
    assert 0 < found["share of a training step that data takes"].value < 100


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_million_pictures_in_constant_memory() -> None:
    found = figures(names=1_000_000, photographs=4, rounds=1, steps=2, batch_size=8)
    assert found["listing all names"].value < 60
    assert found["memory of the listing"].met
    assert found["growth of the memory over the pictures"].met
