from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from alexnet_gui.figure.figure_files import SCALE, save
from core.errors import ArgumentError, RunError

SIZE = QSize(60, 40)


def draw(painter: QPainter) -> None:
    painter.fillRect(painter.viewport(), QColor("white"))
    right = QRectF(painter.viewport())
    right.setLeft(right.width() / 2)
    painter.fillRect(right, QColor("red"))


@pytest.mark.usefixtures("qapp")
def test_a_picture_has_more_pixels_than_the_window(tmp_path: Path) -> None:
    save(draw, SIZE, tmp_path / "net.png")
    image = QImage(str(tmp_path / "net.png"))
    assert image.size() == SIZE * SCALE
    assert (image.pixelColor(10, 10), image.pixelColor(100, 10)) == (QColor("white"), QColor("red"))


@pytest.mark.usefixtures("qapp")
def test_a_drawing_is_as_large_as_the_window(tmp_path: Path) -> None:
    save(draw, SIZE, tmp_path / "net.svg")
    drawn = QSvgRenderer(str(tmp_path / "net.svg"))
    assert drawn.isValid() and drawn.viewBox().size() == SIZE
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    drawn.render(painter)
    painter.end()
    assert (image.pixelColor(5, 5), image.pixelColor(50, 5)) == (QColor("white"), QColor("red"))


@pytest.mark.usefixtures("qapp")
def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match=r"\.svg or \.png"):
        save(draw, SIZE, tmp_path / "net.gif")
    with pytest.raises((ArgumentError, RunError)):
        save(draw, SIZE, tmp_path / "no" / "net.png")
    assert list(tmp_path.iterdir()) == []
