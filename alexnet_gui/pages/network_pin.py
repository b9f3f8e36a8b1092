"""Which picture goes through the network: a sample, a test picture of Fashion-MNIST, a file, or one handed in."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QSpinBox, QWidget

from alexnet_gui.figure.map_desk import Pin
from alexnet_gui.pictures.samples import Sample, samples

TEST_PICTURES = 10_000  # of Fashion-MNIST
_TEST, _FILE = "test", "file…"


class PinPicker(QWidget):
    """``picked()`` when another picture is pinned."""

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label, self.choice, self.number = QLabel(), QComboBox(), QSpinBox()
        self.label.setBuddy(self.choice)
        self.choice.setObjectName("networkPicture")
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(12)
        self.number.setObjectName("networkPictureNumber")
        self.number.setRange(0, TEST_PICTURES - 1)
        self.number.setKeyboardTracking(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.label, self.choice, self.number):
            row.addWidget(part)
        self._samples: list[Sample] = samples()
        self._own: list[tuple[str, Pin]] = []  # files and pictures handed in, the newest first
        self._chosen: object = self._samples[0].file if self._samples else _TEST
        self.choice.activated.connect(self._activated)
        self.number.valueChanged.connect(lambda _: self.picked.emit())
        self._retranslate()

    @property
    def pin(self) -> Pin:
        """The picture, as `alexnet_gui.figure.map_desk` takes it."""
        if self._chosen == _TEST:
            return self.number.value()
        if isinstance(self._chosen, int):
            return self._own[self._chosen][1]
        assert isinstance(self._chosen, Path)
        return self._chosen

    def add(self, caption: str, pin: Path | NDArray[np.uint8]) -> None:
        """Pin a picture of one's own."""
        self._own.append((caption, pin))
        self._choose(len(self._own) - 1)

    def _choose(self, chosen: object) -> None:
        self._chosen = chosen
        self._fill()
        self.picked.emit()

    def _entries(self) -> list[tuple[str, object]]:
        own = [(caption, number) for number, (caption, _) in enumerate(self._own)]
        return [
            *((sample.label, sample.file) for sample in self._samples),
            (self.tr("Test picture number"), _TEST),
            *reversed(own),
            (self.tr("Open a picture…"), _FILE),
        ]

    def _fill(self) -> None:
        entries = self._entries()
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for text, chosen in entries:
                self.choice.addItem(text, chosen)
            self.choice.setCurrentIndex([chosen for _, chosen in entries].index(self._chosen))
        self.number.setVisible(self._chosen == _TEST)

    def _activated(self, index: int) -> None:
        chosen = self._entries()[index][1]
        if chosen != _FILE:
            self._choose(chosen)
            return
        self._fill()
        dialog = QFileDialog(self, self.tr("Open a picture"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open_file)
        dialog.open()

    def _open_file(self, name: str) -> None:
        self.add(Path(name).name, Path(name))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.label.setText(self.tr("Picture:"))
        self.choice.setAccessibleName(self.tr("The picture that goes through the network"))
        self.number.setAccessibleName(self.tr("Number of the test picture"))
        self.number.setToolTip(
            self.tr("Which of the {count} test pictures of Fashion-MNIST").format(count=TEST_PICTURES)
        )
        self._fill()
