"""Which of many classes is meant: one that is chosen, or always the most probable."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from alexnet_gui.widgets.top_k_bars import percentage


class ClassChoice(QComboBox):
    """``picked()`` when a person chooses. A choice stays while there is a class of its name."""

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes: tuple[str, ...] = ()
        self._probabilities: NDArray[np.floating] = np.zeros(0)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(26)
        self.setMaxVisibleItems(24)
        self.activated.connect(self.picked)

    @property
    def label(self) -> str | None:
        """The class that is chosen, None for the most probable."""
        index = self.currentIndex()
        return self._classes[index - 1] if index > 0 else None

    @property
    def meant(self) -> str | None:
        """The class that is chosen or is the most probable now; None without classes."""
        return self.label or (self._classes[int(self._probabilities.argmax())] if self._classes else None)

    def set_classes(self, classes: Sequence[str], probabilities: NDArray[np.floating]) -> None:
        """The classes and (N,) how probable each is now."""
        chosen = self.label
        with QSignalBlocker(self):
            if tuple(classes) != self._classes:
                self._classes = tuple(classes)
                self.clear()
                self.addItems([""] * (1 + len(classes)))
                self.setCurrentIndex(1 + self._classes.index(chosen) if chosen in self._classes else 0)
            self._probabilities = probabilities
            self._say()

    def choose(self, label: str | None) -> None:
        """Pick a class as a person would."""
        self.setCurrentIndex(0 if label is None else 1 + self._classes.index(label))
        self.picked.emit()

    def _say(self) -> None:
        if not self._classes:
            return
        best = int(self._probabilities.argmax())
        first = self.tr("Best guess: {label}, {share}")
        share = percentage(float(self._probabilities[best]))
        self.setItemText(0, first.format(label=self._classes[best], share=share))
        for number, (label, share) in enumerate(zip(self._classes, self._probabilities, strict=True)):
            self.setItemText(1 + number, f"{label}, {percentage(float(share))}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
