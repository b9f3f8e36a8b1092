"""Loops in their own processes do what they are told, and their end is noticed."""

import subprocess
import sys
from pathlib import Path

import pytest

from core.bench.partner import Partner
from core.errors import StudioError

LOOP = """
from core.bench.partner import serve
serve(lambda: 8, precision="fp32")
"""


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a loop whose steps take 8 pictures."""
    (tmp_path / "small_loop.py").write_text(LOOP)
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}:{Path(__file__).parents[3]}")
    return "small_loop"


def test_a_loop_makes_whole_steps_and_tells_of_them(module: str) -> None:
    with Partner(module) as loop:
        assert loop.wait() == {"precision": "fp32"}
        first, second = loop.go(16), loop.go(17)
    assert (first.images, second.images) == (16, 24)
    assert 0 < first.seconds < 10
    assert 5e6 < first.answer["peak"] < 10e9


def test_a_loop_that_breaks_is_said(tmp_path: Path, module: str, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "small_loop.py").write_text("raise SystemExit('no more')")
    with Partner(module) as loop, pytest.raises(StudioError, match="small_loop ended too early"):
        loop.wait()
    assert "no more" in capfd.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count more than this process")
def test_peak_memory_counts_what_was_given_back_but_not_the_caller_s() -> None:
    caller_s = bytearray(b"1") * 500_000_000
    code = (
        "from core.bench.partner import peak_memory; before = peak_memory();"
        "block = bytearray(b'1') * 200_000_000; del block; print(before, peak_memory())"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    before, after = map(int, told.split())
    assert before < 200e6 < len(caller_s)
    assert 190e6 < after - before < 210e6
