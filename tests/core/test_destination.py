from pathlib import Path

import pytest

from core.destination import destination, destination_folder
from core.errors import ArgumentError


def test_a_file_may_be_new_or_old(tmp_path: Path) -> None:
    assert destination(tmp_path / "a") == tmp_path / "a"
    (tmp_path / "a").write_text("")
    assert destination(tmp_path / "a") == tmp_path / "a"


def test_a_folder_may_be_new_or_empty(tmp_path: Path) -> None:
    assert destination_folder(tmp_path / "a") == tmp_path / "a"
    (tmp_path / "a").mkdir()
    assert destination_folder(tmp_path / "a") == tmp_path / "a"
    (tmp_path / "a" / "file").write_text("")
    with pytest.raises(ArgumentError, match="is there already"):
        destination_folder(tmp_path / "a")
    with pytest.raises(ArgumentError, match="is there already"):
        destination_folder(tmp_path / "a" / "file")


def test_what_can_be_neither_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="is a folder or a device"):
        destination(tmp_path)
    for check in (destination, destination_folder):
        with pytest.raises(ArgumentError, match="There is no folder"):
            check(tmp_path / "nowhere" / "a")
