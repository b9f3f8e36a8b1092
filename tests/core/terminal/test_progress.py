"""The progress of a run: plain lines in a pipe, one live line in a terminal."""

import io
import json
import sys
from pathlib import Path

import pytest

from core.events import Warned, from_json
from core.terminal.progress import PlainLines, progress


@pytest.fixture
def events(trained: Path) -> list:
    lines = (trained / "metrics.jsonl").read_text("utf-8").splitlines()
    return [from_json(json.loads(line)) for line in lines]


def test_plain_lines(events: list, capsys: pytest.CaptureFixture[str]) -> None:
    show = PlainLines()
    for event in [*events, Warned(time=0, step=1, message="It is hot.")]:
        show(event)
    first, *evaluated, warning = capsys.readouterr().err.splitlines()
    assert first.startswith("Training begins on cpu in fp32: 64 pictures, 61,706 parameters")
    assert [line.split("   ")[0] for line in evaluated] == ["epoch 1/2", "epoch 2/2"]
    assert warning == "Warning: It is hot."


class Screen(io.StringIO):
    """A terminal that keeps what it was sent."""

    def isatty(self) -> bool:
        return True


def test_a_live_line(events: list, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    with progress(json=False) as show:
        for event in events:
            show(event)
    sent = screen.getvalue()
    assert "epoch 2/2   test loss" in sent
    assert "images/s" in sent
    assert sent.index("\x1b[?25l") < sent.rindex("\x1b[?25h"), "the cursor is left hidden"


def test_lines_of_json_and_a_live_line_do_not_share_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Screen())
    monkeypatch.setattr(sys, "stdout", Screen())
    with progress(json=True) as show:
        assert isinstance(show, PlainLines)
