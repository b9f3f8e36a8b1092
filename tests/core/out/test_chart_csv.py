import csv
from pathlib import Path

import numpy as np

from core.out import chart_csv
from core.out.chart import Chart, Curve


def chart(title: str, *curves: Curve) -> Chart:
    return Chart(title, "epoch", "", curves, (0, 1), (0, 1))


def rows(file: Path, *charts: Chart) -> list[list[str]]:
    chart_csv.write(charts, file)
    with file.open(newline="", encoding="utf-8") as text:
        return list(csv.reader(text))


def test_curves_share_their_places(tmp_path: Path) -> None:
    train = Curve("train", np.array([0.5, 1.0]), np.array([2.25, np.nan], np.float32), "#000000")
    test = Curve("test, all", np.array([1.0]), np.array([0.1]), "#000000")
    assert rows(tmp_path / "a.csv", chart("Loss", train, test)) == [
        ["epoch", "train", "test, all"],
        ["0.5", "2.25", ""],
        ["1.0", "", "0.1"],
    ]


def test_columns_of_several_charts_have_their_titles(tmp_path: Path) -> None:
    train = Curve("train", np.array([1.0]), np.array([2.0]), "#000000")
    found = rows(tmp_path / "a.csv", chart("Loss", train), chart("Accuracy", train))
    assert found == [["epoch", "Loss: train", "Accuracy: train"], ["1.0", "2.0", "2.0"]]


def test_nothing(tmp_path: Path) -> None:
    assert rows(tmp_path / "a.csv", chart("Loss")) == [["epoch"]]
