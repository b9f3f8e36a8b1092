import json
from pathlib import Path

import pytest

from core import run_notes
from core.errors import RunError
from core.run_notes import RunNotes


def test_each_is_kept_beside_the_others(tmp_path: Path) -> None:
    assert run_notes.read(tmp_path) == RunNotes()
    run_notes.rename(tmp_path, "  Mein Lauf: 1/2 ")
    run_notes.annotate(tmp_path, "with less dropout\nand more data")
    run_notes.tag(tmp_path, ["baseline"])
    run_notes.star(tmp_path)
    found = RunNotes("Mein Lauf: 1/2", "with less dropout\nand more data", ("baseline",), True)
    assert run_notes.read(tmp_path) == found
    run_notes.star(tmp_path, False)
    run_notes.tag(tmp_path, [])
    run_notes.rename(tmp_path, "")
    assert run_notes.read(tmp_path) == RunNotes("", found.notes)


@pytest.mark.parametrize("content", ["[", "[1]", '{"title": null, "tags": "baseline", "starred": "no"}'])
def test_a_damaged_file_holds_nothing_and_is_written_anew(tmp_path: Path, content: str) -> None:
    (tmp_path / "run.json").write_text(content)
    assert run_notes.read(tmp_path) == RunNotes()
    run_notes.tag(tmp_path, ["a"])
    assert run_notes.read(tmp_path).tags == ("a",)


def test_what_another_version_kept_stays(tmp_path: Path) -> None:
    (tmp_path / "run.json").write_text('{"title": "a", "mood": {"good": 1}}')
    run_notes.star(tmp_path)
    assert json.loads((tmp_path / "run.json").read_text()) == {"title": "a", "mood": {"good": 1}, "starred": True}


def test_tags_are_parted_by_commas_and_each_is_one() -> None:
    assert run_notes.tags_of(["lr  study, Baseline,, ", "baseline", " new"]) == ("lr study", "Baseline", "new")


def test_what_cannot_be_kept_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="is gone"):
        run_notes.star(tmp_path / "nowhere")
    (tmp_path / "run.json").mkdir()
    with pytest.raises(RunError, match=r"^The notes of the run .+ cannot be kept: .+\.$"):
        run_notes.annotate(tmp_path, "words")
