from pathlib import Path

import pytest

from core.errors import ArgumentError, RunError
from core.out.export import FORMATS, export
from core.out.steps import done


def test_a_file_is_replaced_when_the_new_one_is_whole(trained: Path, tmp_path: Path) -> None:
    file = tmp_path / "curves.csv"
    file.write_text("old")
    work = export(trained, "csv", file)
    next(work)
    work.close()
    assert [entry.name for entry in tmp_path.iterdir()] == ["curves.csv"]
    assert file.read_text() == "old"
    assert done(export(trained, "csv", file)) == file
    assert file.read_text().startswith("step,")


def test_it_tells_how_far_it_is(trained: Path, tmp_path: Path) -> None:
    for name, format in FORMATS.items():
        shares = list(export(trained, name, tmp_path / f"out{format.suffix}"))
        assert shares == sorted(shares)
        assert all(0 <= share <= 1 for share in shares)


@pytest.mark.parametrize(("format", "file", "said"), [("doc", "a", "no format"), ("csv", "nowhere/a", "no folder")])
def test_wrong_arguments_are_a_sentence(trained: Path, tmp_path: Path, format: str, file: str, said: str) -> None:
    with pytest.raises(ArgumentError, match=said):
        done(export(trained, format, tmp_path / file))


def test_what_is_no_run_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="is no run"):
        done(export(tmp_path, "csv", tmp_path / "curves.csv"))
    assert list(tmp_path.iterdir()) == []
