"""Tables for people, and JSON for machines."""

import io
import json
import sys

import pytest

from core.terminal import output


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
