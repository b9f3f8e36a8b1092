"""``alexnet classify``: a row for every file, in three shapes, and the status."""

import csv
import json
from pathlib import Path

import pytest

QUICK = ("--device", "cpu", "--precision", "fp32")


def test_lines(alexnet, trained: Path, pictures: Path) -> None:
    ended = alexnet("classify", pictures, "--model", trained, *QUICK, "--top", "2")
    assert ended.status == 0
    lines = ended.out.splitlines()
    assert [line.endswith(f"{number}.png") for number, line in enumerate(lines[:2])] == [True, True]
    assert all(line.count(" %") == 2 for line in lines[:2])
    assert "words.txt: words.txt is no picture" in lines[2]


def test_objects(alexnet, trained: Path, pictures: Path) -> None:
    gone = pictures / "gone.png"
    ended = alexnet("classify", pictures, gone, "--model", trained, "--json", *QUICK)
    rows = [json.loads(line) for line in ended.out.splitlines()]
    assert [Path(row["path"]).name for row in rows] == ["0.png", "1.png", "words.txt", "gone.png"]
    for row in rows[:2]:
        assert row["error"] is None
        assert len(row["guesses"]) == 3
        assert row["guesses"][0] == {"label": row["label"], "probability": row["probability"]}
        assert 1 >= row["probability"] >= row["guesses"][1]["probability"] > 0
    for row in rows[2:]:
        assert (row["label"], row["probability"], row["guesses"]) == (None, None, [])
        assert row["error"]


def test_a_csv_file(alexnet, trained: Path, pictures: Path, tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    ended = alexnet("classify", pictures, "--model", trained, "--csv", file, "--top", "2", *QUICK)
    assert (ended.status, ended.out) == (0, "")
    assert ended.said == f"3 rows are in {file}, 1 of them of files that could not be read."
    with file.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert list(rows[0]) == ["path", "label", "probability", "label_2", "probability_2", "error"]
    assert [Path(row["path"]).name for row in rows] == ["0.png", "1.png", "words.txt"]
    assert [bool(row["label"]) for row in rows] == [row["error"] == "" for row in rows] == [True, True, False]


def test_more_guesses_than_classes(alexnet, trained: Path, pictures: Path) -> None:
    ended = alexnet("classify", pictures / "0.png", "--model", trained, "--top", "99", "--json", *QUICK)
    row = json.loads(ended.out)
    assert len(row["guesses"]) == 10
    assert sum(guess["probability"] for guess in row["guesses"]) == pytest.approx(1, abs=1e-3)


def test_nothing_readable_is_status_1(alexnet, trained: Path, pictures: Path, tmp_path: Path) -> None:
    assert alexnet("classify", pictures / "words.txt", "--model", trained, *QUICK).status == 1
    empty = tmp_path / "empty"
    empty.mkdir()
    ended = alexnet("classify", empty, "--model", trained, *QUICK)
    assert (ended.status, ended.said) == (1, f"There is no file in {empty}.")


@pytest.mark.parametrize("name", ["nothing", "words.txt"])
def test_a_network_that_is_none_is_status_2(alexnet, pictures: Path, name: str) -> None:
    ended = alexnet("classify", pictures, "--model", pictures / name)
    assert ended.status == 2
    assert name in ended.said
    assert ended.out == ""


def test_a_table_that_cannot_be_written(alexnet, trained: Path, pictures: Path) -> None:
    ended = alexnet("classify", pictures, "--model", trained, "--csv", pictures / "no" / "rows.csv", *QUICK)
    assert ended.status == 1
    assert str(pictures / "no" / "rows.csv") in ended.said
