import csv
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from alexnet_gui.run.chart_files import picture, save
from core.errors import ArgumentError, RunError
from core.out.chart import Chart, Curve


def chart(title: str = "Loss") -> Chart:
    x = np.linspace(0, 5, 50)
    return Chart(title, "Epoch", "nats", [Curve("Training", x, np.exp(-x), "#0072b2", width=3)], (0, 5), (0, 1))


def test_a_picture_has_the_curve_in_its_colour_on_white(qapp: QApplication, tmp_path: Path) -> None:
    save([chart()], tmp_path / "a.png", "DejaVu Sans")
    with Image.open(tmp_path / "a.png") as image:
        pixels = np.asarray(image.convert("RGB"))
    assert pixels.shape == (840, 1440, 3)
    assert (pixels[0, 0] == 255).all()
    blue = (pixels == (0, 0x72, 0xB2)).all(2)
    rows, columns = np.nonzero(blue[100:])  # below the legend
    assert columns.min() < 2 * 80 and columns.max() > 2 * 690
    assert rows[columns.argmin()] < rows[columns.argmax()]  # it falls


def test_words_are_painted(qapp: QApplication) -> None:
    with_words, without = picture([chart("Loss")], "DejaVu Sans"), picture([chart("")], "DejaVu Sans")
    assert with_words != without


def test_a_drawing_and_values(qapp: QApplication, tmp_path: Path) -> None:
    charts = [chart("A"), chart("B"), chart("C")]
    save(charts, tmp_path / "a.svg", "DejaVu Sans")
    assert ElementTree.parse(tmp_path / "a.svg").getroot().get("width") == "1440"
    save(charts, tmp_path / "a.csv", "")
    with (tmp_path / "a.csv").open(newline="") as text:
        rows = list(csv.reader(text))
    assert (rows[0], len(rows)) == (["Epoch", "A: Training", "B: Training", "C: Training"], 51)


def test_what_cannot_be_written_is_a_sentence(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="end it in"):
        save([chart()], tmp_path / "a.doc", "")
    with pytest.raises(ArgumentError, match="no folder"):
        save([chart()], tmp_path / "nowhere" / "a.png", "")
    for suffix in ("png", "svg", "csv"):
        name = "a" * 260 + "." + suffix  # longer than a name may be
        with pytest.raises((RunError, OSError)):
            save([chart()], tmp_path / name, "")
    assert list(tmp_path.iterdir()) == []
