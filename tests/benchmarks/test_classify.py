"""The benchmark of the classifier, in the small."""

import pytest

from core.bench.classify import classify


def test_small_benchmark() -> None:
    lines: list[str] = []
    report = classify(lines.append, count=16, rounds=2, one_by_one=2)
    figures = {figure.name: figure.value for figure in report.figures}
    assert figures["speed"] > 0 and figures["speed of one at a time"] > 0
    assert figures["speed against one at a time"] == pytest.approx(
        figures["speed"] / figures["speed of one at a time"], rel=1.0
    )
    assert len(lines) == 3
