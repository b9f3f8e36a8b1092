"""A slider over the moments of a run: at its end it follows the newest one, anywhere else it stays where it is."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QSlider, QWidget


class MomentSlider(QSlider):
    """``valueChanged`` tells of what a person does, not of what `follow` does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setMinimumWidth(80)
        self.setRange(0, 0)

    def follow(self, count: int, *, anew: bool = False) -> None:
        """There are so many moments now. While it is held it does not move. `anew`: they are of another run."""
        at_end = anew or (self.value() == self.maximum() and not self.isSliderDown())
        with QSignalBlocker(self):
            self.setRange(0, max(0, count - 1))
            if at_end:
                self.setValue(self.maximum())
        self.setEnabled(count > 1)
