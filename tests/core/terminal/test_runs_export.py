"""``alexnet runs export``."""

from pathlib import Path

import pytest


def test_curves(alexnet, trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ended = alexnet("runs", "export", trained, "--format", "csv")
    assert (ended.status, ended.out.strip()) == (0, str(tmp_path / "run.csv"))
    assert (tmp_path / "run.csv").read_text().startswith("step,epoch,")
    assert alexnet("runs", "export", trained, "--format", "csv", "-o", tmp_path / "c.csv").status == 0
    assert (tmp_path / "c.csv").read_bytes() == (tmp_path / "run.csv").read_bytes()


def test_what_cannot_be_written_is_a_sentence(alexnet, trained: Path, tmp_path: Path) -> None:
    ended = alexnet("runs", "export", trained, "--format", "csv", "-o", tmp_path)
    assert (ended.status, ended.out) == (2, "")
    assert "give the name of a file" in ended.said
