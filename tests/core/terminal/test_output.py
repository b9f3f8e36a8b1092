"""Figures as people read them, and JSON for machines."""

import io
import json
import sys

import pytest

from core.terminal import output


@pytest.mark.parametrize(
    ("octets", "said"),
    [(0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (9960, "10 kB"), (187_058_984, "187 MB"), (999_600, "1.0 MB"),
     (2.1e9, "2.1 GB"), (3e12, "3000 GB"), (None, "")],
)  # fmt: skip
def test_size(octets: float | None, said: str) -> None:
    assert output.size(octets) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.21, "0.2 s"), (9.6, "10 s"), (59, "59 s"), (60, "1 min"), (1860, "31 min"), (3600, "1 h 00 min"),
     (7500, "2 h 05 min"), (None, "")],
)  # fmt: skip
def test_duration(seconds: float | None, said: str) -> None:
    assert output.duration(seconds) == said


def test_share_and_count() -> None:
    assert output.percent(0.8531) == "85.3 %"
    assert output.percent(None) == ""
    assert output.count(46_764_746) == "46,764,746"


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "gb18030"])
def test_json_survives_any_encoding(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    value = {"path": "图片/é\udcff.png"}
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding=encoding, errors="backslashreplace"))
    output.print_json(value)
    assert json.loads(written.getvalue().decode(encoding)) == value


def test_a_table_prints_what_it_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_table(("name", "n"), [("[bold]x[/bold] :smile:", "1"), ("y", "22")], numbers=("n",))
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["name", "n"],
        ["[bold]x[/bold]", ":smile:", "1"],
        ["y", "22"],
    ]
