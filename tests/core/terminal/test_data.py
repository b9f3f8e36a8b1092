"""``alexnet data``: what ships, and what is wrong with a folder."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from core.catalogue import SETS
from resources import path as resource


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
    rows = [json.loads(line) for line in alexnet("data", "list", "--json").out.splitlines()]
    assert rows[0].items() >= {"name": "fashion-mnist", "train": 60_000, "test": 10_000, "here": True}.items()
    assert {row["name"]: row["here"] for row in rows[1:]} == dict.fromkeys(SETS, False)
    assert "60,000  10,000  yes" in alexnet("data", "list").out


def test_download_from_a_folder_file_by_file(alexnet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = SETS["mnist"]
    files = tuple(
        replace(file, md5=hashlib.md5(resource("fashion_mnist", file.name).read_bytes()).hexdigest())
        for file in known.files
    )
    monkeypatch.setitem(SETS, "mnist", replace(known, files=files))
    ended = alexnet("data", "download", "mnist", "--from", resource("fashion_mnist", files[0].name))
    assert ended.status == 0 and "Still missing of MNIST: train-labels" in ended.err
    assert alexnet("data", "download", "mnist", "--from", tmp_path).status == 1
    ended = alexnet("data", "download", "mnist", "--from", resource("fashion_mnist"), "--json")
    assert ended.status == 0 and json.loads(ended.out)["missing"] == []
    assert json.loads(alexnet("data", "check", "mnist", "--json").out)["train"] == 60_000


def test_download_of_what_cannot_be(alexnet) -> None:
    assert (alexnet("data", "download", "mnits").status, alexnet("data", "download", "fashion-mnist").status) == (2, 2)
    assert "one of the files" in alexnet("data", "download", "mnist", "--from", __file__).said.replace("none", "one")


def test_training_on_a_set_that_is_not_here(alexnet) -> None:
    ended = alexnet("train", "--data", "cifar10", "--device", "cpu", "--precision", "fp32")
    assert ended.status == 1 and "alexnet data download cifar10" in ended.said


def test_unequal_classes_are_said(alexnet, tmp_path: Path) -> None:
    for label, count in (("few", 5), ("many", 60)):
        (tmp_path / label).mkdir()
        for number in range(count):
            Image.new("RGB", (9, 9)).save(tmp_path / label / f"{number}.png")
    ended = alexnet("data", "check", tmp_path)
    assert "'many' has" in ended.err and "--class-weights" in ended.err
    assert json.loads(alexnet("data", "check", tmp_path, "--json").out)["imbalance"] > 5


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
