"""``alexnet runs``: in the home of runs and elsewhere, by name and by folder."""

import json
import shutil
from pathlib import Path

import pytest


@pytest.fixture
def runs(home: Path, trained: Path) -> Path:
    """A home with the two runs "a" and "b", which differ in their seed."""
    folder = home / "runs"
    for name in ("a", "b"):
        shutil.copytree(trained, folder / name)
    recipe = folder / "b" / "recipe.toml"
    recipe.write_text(recipe.read_text().replace("seed = 0", "seed = 5"))
    return folder


def test_list(alexnet, runs: Path) -> None:
    head, *lines = alexnet("runs", "list").out.splitlines()
    assert head.split() == ["name", "title", "star", "tags", "state", "epochs", "accuracy", "best", "time"]
    assert sorted(line.split()[:3] for line in lines) == [["a", "done", "2/2"], ["b", "done", "2/2"]]
    found = [json.loads(line) for line in alexnet("runs", "list", "--json").out.splitlines()]
    assert {row["folder"] for row in found} == {str(runs / "a"), str(runs / "b")}
    assert all(row["recipe"]["model"] == "lenet" and row["epochs_done"] == 2 for row in found)


def test_list_of_another_folder(alexnet, trained: Path) -> None:
    found = json.loads(alexnet("runs", "list", "--in", trained.parent, "--json").out)
    assert found["folder"] == str(trained)
    assert len(alexnet("runs", "list").out.splitlines()) == 1


def test_show(alexnet, runs: Path) -> None:
    said = alexnet("runs", "show", "b").out
    assert str(runs / "b") in said
    assert "2 of 2" in said
    assert "seed = 5" in said
    assert json.loads(alexnet("runs", "show", runs / "b", "--json").out)["recipe"]["seed"] == 5


def test_compare_names_what_differs(alexnet, runs: Path) -> None:
    said = [line.split() for line in alexnet("runs", "compare", "a", "b").out.splitlines()]
    assert ["a", "b"] in said
    assert ["seed", "0", "5"] in said
    assert not any(line[:1] == ["dropout"] for line in said)
    assert len(alexnet("runs", "compare", "a", "b", "--json").out.splitlines()) == 2


def test_tags_star_and_notes(alexnet, runs: Path) -> None:
    assert alexnet("runs", "tag", "a", "baseline", "lr study").out == "baseline, lr study\n"
    assert alexnet("runs", "tag", "a", "--remove", "Baseline").out == "lr study\n"
    assert alexnet("runs", "tag", "b", "other").status == alexnet("runs", "star", "a", "b").status == 0
    assert alexnet("runs", "unstar", "b").status == 0
    assert alexnet("runs", "note", "a", "less dropout, more data").status == 0
    said = alexnet("runs", "show", "a").out
    assert "★" in said and "lr study" in said and "less dropout, more data" in said
    for choice in (("--starred",), ("--tag", "LR study")):
        (line,) = alexnet("runs", "list", *choice, "--json").out.splitlines()
        row = json.loads(line)
        assert (row["tags"], row["starred"], row["folder"]) == (["lr study"], True, str(runs / "a"))


def test_rename_and_delete(alexnet, runs: Path) -> None:
    assert alexnet("runs", "rename", "a", "the first").status == 0
    assert "the first" in alexnet("runs", "list").out
    ended = alexnet("runs", "delete", "a")
    assert ended.status == 0
    assert str(runs / ".trash") in ended.out
    assert not (runs / "a").exists()
    assert "the first" not in alexnet("runs", "list").out


def test_a_name_that_there_is_not(alexnet, runs: Path) -> None:
    shutil.move(runs / "a", runs / "alexnet monday")
    ended = alexnet("runs", "show", "alexnet mondya")
    assert ended.status == 2
    assert ended.said.endswith("Did you mean 'alexnet monday'?")
