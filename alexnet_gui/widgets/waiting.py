"""What stands in the place of something that is being read: a sentence, how far it is, a way out."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget


class Waiting(QWidget):
    """``cancelled()`` and ``retried()`` when a person presses one of its buttons, of which one is shown at most."""

    cancelled = Signal()
    retried = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar, self.cancel, self.retry = QProgressBar(), QPushButton(), QPushButton()
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(280)
        self.cancel.clicked.connect(self.cancelled)
        self.retry.clicked.connect(self.retried)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch()
        column.addWidget(self._sentence)
        for part in (self.bar, self.cancel, self.retry):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self.say("")
        self._retranslate()

    @property
    def sentence(self) -> str:
        """What is said."""
        return self._sentence.text()

    def say(self, sentence: str, *, busy: bool = False, again: bool = False) -> None:
        """Show a sentence: with a bar and a way to give up, with a way to try again, or alone."""
        self._sentence.setText(sentence)
        self.bar.setRange(0, 0)
        self.bar.setVisible(busy)
        self.cancel.setVisible(busy)
        self.retry.setVisible(again)

    def move_to(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.bar.setAccessibleName(self.tr("Progress of reading"))
        self.cancel.setText(self.tr("Cancel"))
        self.retry.setText(self.tr("Read again"))
