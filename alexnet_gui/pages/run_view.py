"""What a view of a run has in common with the others: it follows the state of the run while somebody sees it."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from alexnet_gui.run.run_state import RunState


class RunView(QWidget):
    """Calls `follow` when it is shown and whenever its state changes meanwhile, `_retranslate` in another language."""

    def __init__(self, state: RunState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        state.changed.connect(self._follow_if_visible)

    def follow(self) -> None:
        """Show the state as it is."""
        raise NotImplementedError

    def _retranslate(self) -> None:
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.follow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _follow_if_visible(self) -> None:
        if self.isVisible():
            self.follow()
