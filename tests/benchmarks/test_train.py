"""The benchmark of the training, in the small: its figures are there and hang together."""

import pytest

from core.bench.train import TRICKS, flops_per_image, train


def test_small_benchmark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "1")  # of the loops: so small a step is not shared out well
    lines: list[str] = []
    report = train(lines.append, rounds=1, book_steps=1, our_steps=1, batch_size=8, gemm_side=256, tricks=["folded"])
    figures = {figure.name: figure for figure in report.figures}
    speed, book, ratio = (
        figures[name].value for name in ("speed", "speed of the book's loop", "speed against the book's loop")
    )
    assert ratio == pytest.approx(speed / book)
    peak = next(figure for name, figure in figures.items() if name.endswith("GEMM peak") and figure.unit == "GFLOP/s")
    share = next(figure for name, figure in figures.items() if name.startswith("share"))
    assert share.value == pytest.approx(speed * flops_per_image() / (peak.value * 1e9))
    assert 500 < figures["peak memory"].value < 5000  # MB: weights, gradients and moments alone are 750
    assert report.machine["precision"] in ("fp32", "bf16")
    assert any(line.startswith("Round 1 of 1") for line in lines)
    assert figures[f"speed against that without {TRICKS['folded']}"].value > 0
    assert figures["a look into the layers"].value > 0
    assert 0 < figures["share of looking into the layers in the book's run"].value < 0.1
    if report.machine["precision"] != "fp32":
        assert figures["speed in fp32 against the book's loop"].value > 0


def test_flops_of_an_image() -> None:
    assert flops_per_image() == pytest.approx(5.56e9, rel=0.001)
