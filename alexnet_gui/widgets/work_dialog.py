"""How far a piece of work is that a person waits for, and the way to give it up."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

from alexnet_gui import theme

_PATIENCE_MS = 300  # work that is done sooner shows nothing
_WIDTH = 360
_STEPS = 1000


class WorkDialog(QDialog):
    """Shows itself when the work takes its time; ``rejected()`` when it is given up. Close it with `finish`."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        says = QLabel(title)
        says.setWordWrap(True)
        self._progress = QProgressBar(maximum=0, textVisible=False)
        self._progress.setAccessibleName(title)
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(2 * theme.GRID)
        for part in (says, self._progress, buttons):
            column.addWidget(part)
        self.setMinimumWidth(_WIDTH)
        self._soon = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._soon.timeout.connect(self.open)
        self._soon.start()

    def set_share(self, share: float) -> None:
        """So much of the work is done, from 0 to 1."""
        self._progress.setMaximum(_STEPS)
        self._progress.setValue(round(share * _STEPS))

    def finish(self) -> None:
        """The work is over, one way or another."""
        self._soon.stop()
        self.accept()
        self.deleteLater()  # also where it was never shown
