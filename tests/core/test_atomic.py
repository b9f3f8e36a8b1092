import os
from pathlib import Path

import pytest

from core.atomic import atomic_write, new_folder, replacing


def test_writes_bytes_and_text_over_an_old_file(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    atomic_write(file, b"old")
    atomic_write(file, "neu: ü")
    assert file.read_bytes() == "neu: ü".encode()
    assert os.listdir(tmp_path) == ["a.json"]


def test_a_failing_body_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "weights.bin"
    atomic_write(file, b"old")
    with pytest.raises(RuntimeError, match="half"), replacing(file) as part:
        part.write_bytes(b"new, but half")
        raise RuntimeError("half way")
    assert file.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["weights.bin"]


def test_the_temporary_file_is_in_the_same_folder_and_hidden(tmp_path: Path) -> None:
    with replacing(tmp_path / ("x" * 250)) as part:  # the longest name that file systems take
        assert part.parent == tmp_path
        assert part.name.startswith(".")
        part.write_bytes(b"1")
    assert os.listdir(tmp_path) == ["x" * 250]


def test_a_missing_folder_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        atomic_write(tmp_path / "gone" / "a", b"1")


def test_a_folder_is_there_when_it_is_whole(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    with pytest.raises(RuntimeError), new_folder(folder) as part:
        (part / "half").write_text("")
        raise RuntimeError("half way")
    assert os.listdir(tmp_path) == []
    folder.mkdir()  # an empty one is taken
    with new_folder(folder) as part:
        (part / "whole").write_text("")
    assert os.listdir(tmp_path) == ["logs"]
    assert os.listdir(folder) == ["whole"]
