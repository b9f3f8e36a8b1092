import csv
from pathlib import Path

import numpy as np

from core.out import curves_csv
from core.out.recorded import reading
from core.out.steps import done


def table(run: Path, file: Path) -> list[dict[str, str]]:
    done(curves_csv.write(run, file))
    with file.open(newline="", encoding="utf-8") as text:
        return list(csv.DictReader(text))


def test_every_value_comes_back(trained: Path, tmp_path: Path) -> None:
    rows, run = table(trained, tmp_path / "curves.csv"), done(reading(trained))
    assert tuple(rows[0]) == curves_csv.COLUMNS
    for column in ("step", "epoch", "loss", "accuracy", "lr"):
        found = np.array([float(row[column]) for row in rows])
        assert np.array_equal(found.astype(getattr(run, column).dtype), getattr(run, column))


def test_an_evaluation_stands_with_its_step(trained: Path, tmp_path: Path) -> None:
    rows, run = table(trained, tmp_path / "curves.csv"), done(reading(trained))
    tested = {int(row["step"]): float(row["test_accuracy"]) for row in rows if row["test_accuracy"]}
    assert tested == {evaluated.step: evaluated.accuracy for evaluated in run.evaluations}
    assert rows[0]["test_loss"] == ""


def test_an_evaluation_without_its_step_has_a_line_of_its_own(trained: Path, tmp_path: Path) -> None:
    for name in ("recipe.toml", "metrics.jsonl"):
        (tmp_path / name).write_bytes((trained / name).read_bytes())
    lines = (tmp_path / "metrics.jsonl").read_text().splitlines(keepends=True)
    (tmp_path / "metrics.jsonl").write_text("".join(line for line in lines if '"steps"' not in line))
    rows = table(tmp_path, tmp_path / "curves.csv")
    assert [(row["step"], row["epoch"], row["loss"]) for row in rows] == [("7", "1", ""), ("14", "2", "")]
    assert all(row["test_loss"] and row["time"] for row in rows)


def test_a_run_that_has_said_nothing_is_a_table_without_lines(trained: Path, tmp_path: Path) -> None:
    (tmp_path / "recipe.toml").write_bytes((trained / "recipe.toml").read_bytes())
    assert table(tmp_path, tmp_path / "curves.csv") == []
