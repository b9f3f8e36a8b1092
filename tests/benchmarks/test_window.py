"""The benchmarks of the window, in the small: a real window on no screen, in processes of its own."""

import math
from pathlib import Path

import pytest

from core.bench.drop import drop
from core.bench.plot import plot
from core.bench.runs import runs
from core.bench.start import start
from core.bench.window import window
from core.checkpoint import save_weights
from core.data.fashion_mnist import CLASSES
from core.models import build
from core.network import NetworkSpec, preparation_for


@pytest.fixture(autouse=True)
def one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """So small a step is not shared out well."""
    monkeypatch.setenv("OMP_NUM_THREADS", "1")


def test_training_in_the_window_and_without() -> None:
    report = window([].append, rounds=1, steps=2, batch_size=8)
    figures = {figure.name: figure.value for figure in report.figures}
    assert figures["speed against the same run without a window"] == pytest.approx(
        figures["speed"] / figures["speed without a window"]
    )
    delays = [figures[f"event loop delay, {which}"] for which in ("median", "99th percentile", "longest")]
    assert 0 <= delays[0] <= delays[1] <= delays[2] < 1e3 * figures["time observed"]
    assert report.machine["display"] == "offscreen"


def test_pictures_dropped_idle_and_in_training(tmp_path: Path) -> None:
    spec = NetworkSpec("lenet", CLASSES, preparation_for("lenet", channels=1))
    save_weights(tmp_path / "lenet.safetensors", build(spec), spec)
    report = drop([].append, drops=2, batch_size=8, network=str(tmp_path / "lenet.safetensors"))
    figures = {figure.name: figure.value for figure in report.figures}
    assert 0 < figures["a dropped picture, median"] <= figures["a dropped picture, longest"]
    assert 0 < figures["while training, median"] <= figures["while training, 95th percentile"]


def test_plots_of_growing_runs() -> None:
    report = plot([].append, points=(1000, 50_000), updates=8)
    figures = {figure.name: figure.value for figure in report.figures}
    assert list(figures) == [
        name
        for count in ("1,000", "50,000")
        for name in (
            f"a plot of {count} points, 95th percentile",
            f"the page with {count} points, 95th percentile",
            f"pyqtgraph alone with {count} points, median",
        )
    ]
    assert all(0 < value < math.inf for value in figures.values())
    assert (report.machine["display"], report.machine["plot_size"]) == ("offscreen", [900, 500])


def test_start_of_the_real_window() -> None:
    lines: list[str] = []
    report = start(lines.append, starts=1)
    figures = {figure.name: figure.value for figure in report.figures}
    assert 0.1 < figures["to the painted window"] < figures["to being ready"]
    assert len(lines) == 2


def test_opening_of_runs() -> None:
    report = runs([].append, count=4, steps=3000, compared=2)
    figures = {figure.name: figure.value for figure in report.figures}
    assert list(figures) == [
        "list 4 runs",
        "list them again",
        "read 3,000 steps",
        "the page of 4 runs, to its rows",
        "a run of 3,000 steps, to its whole curves",
        "event loop delay as it opens, longest",
        "2 runs compared",
        "event loop delay as they are compared, longest",
    ]
    assert all(0 <= value < math.inf for value in figures.values())
