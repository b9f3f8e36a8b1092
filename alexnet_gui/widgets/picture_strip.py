"""A row of small pictures to click."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QWidget

EDGE = 48


class PictureStrip(QWidget):
    """Shows the pictures of files; ``picked(Path)`` at a click. For a few small files: they are read at once."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addStretch()
        inside = QWidget()
        inside.setLayout(self._row)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        whole.addWidget(self._title)
        whole.addWidget(scroll, 1)
        self.setFixedHeight(EDGE + 28)

    def set_title(self, title: str) -> None:
        """The word before the pictures."""
        self._title.setText(title)

    def set_pictures(self, pictures: Sequence[tuple[Path, str]]) -> None:
        """(file, name) pairs; files that Qt cannot read are left out."""
        for file, name in pictures:
            image = _small(file, round(EDGE * self.devicePixelRatioF()))
            if image.isNull():
                continue
            button = QToolButton()
            button.setIcon(QIcon(QPixmap.fromImage(image)))
            button.setIconSize(QSize(EDGE, EDGE))
            button.setAutoRaise(True)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda _=False, file=file: self.picked.emit(file))
            self._row.insertWidget(self._row.count() - 1, button)


def _small(file: Path, edge: int) -> QImage:
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    if (size := reader.size()).isValid():
        reader.setScaledSize(size.scaled(edge, edge, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
