"""``alexnet data``: what ships, and what is wrong with a folder."""

import json
from pathlib import Path

import pytest
from PIL import Image


@pytest.fixture
def set_of_colours(tmp_path: Path) -> Path:
    """Two classes of ten pictures, and a broken file."""
    folder = tmp_path / "colours"
    for colour in ("blue", "red"):
        (folder / colour).mkdir(parents=True)
        for number in range(10):
            Image.new("RGB", (9, 9), colour).save(folder / colour / f"{number}.png")
    (folder / "red" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return folder


def test_list(alexnet) -> None:
    assert json.loads(alexnet("data", "list", "--json").out) == {
        "name": "fashion-mnist",
        "train": 60_000,
        "test": 10_000,
    }
    assert "60,000  10,000" in alexnet("data", "list").out


def test_check_counts_and_names_the_broken(alexnet, set_of_colours: Path) -> None:
    ended = alexnet("data", "check", set_of_colours, "--json")
    assert ended.status == 0
    found = json.loads(ended.out)
    assert [one["name"] for one in found["classes"]] == ["blue", "red"]
    assert [one["train"] + one["test"] for one in found["classes"]] == [10, 10]
    assert (found["train"] + found["test"], found["train"] > found["test"] > 0) == (20, True)
    (broken,) = found["skipped"]
    assert "broken.png" in broken
    said = alexnet("data", "check", set_of_colours).out.splitlines()
    assert said[1].split()[0] == "blue"
    assert "broken.png" in said[-1]


def test_check_of_no_data_set(alexnet, tmp_path: Path) -> None:
    assert alexnet("data", "check", tmp_path / "nothing").status == 2
    ended = alexnet("data", "check", tmp_path)
    assert ended.status == 1
    assert "no class with pictures" in ended.err
