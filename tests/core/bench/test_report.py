"""A report is one JSON object of a fixed form."""

import json
import subprocess
import sys

import pytest

from core.bench import BENCHMARKS, Figure, Report
from core.bench.report import at_least, at_most


def test_report_as_json() -> None:
    report = Report("train", {"cores": 2}, (at_least(2.3, "speed", 2.5, "×"), Figure("memory", 1.5, "MB")))
    assert json.loads(json.dumps(report.to_json())) == {
        "benchmark": "train",
        "machine": {"cores": 2},
        "figures": [
            {"name": "speed", "value": 2.5, "unit": "×", "target": 2.3, "met": True},
            {"name": "memory", "value": 1.5, "unit": "MB", "target": None, "met": None},
        ],
    }


@pytest.mark.parametrize(("value", "enough", "little"), [(1.9, False, True), (2.0, True, True), (2.1, True, False)])
def test_a_target_is_met_on_its_side(value: float, enough: bool, little: bool) -> None:
    assert at_least(2.0, "f", value, "").met is enough
    assert at_most(2.0, "f", value, "").met is little


def test_names_are_known_without_torch() -> None:
    code = "import sys; from core.bench import BENCHMARKS; print('torch' in sys.modules, *BENCHMARKS)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert told == ["False", *BENCHMARKS]
