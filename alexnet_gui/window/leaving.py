"""Closing the window while a run goes on: asked once, saved, and then the window closes by itself."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from alexnet_gui.context import Studio


class Leaving(QObject):
    """Decides whether the window may close now; emits `decided` when it will, and `ready` when it may."""

    decided = Signal()
    ready = Signal()

    def __init__(self, studio: Studio, window: QWidget) -> None:
        super().__init__(window)
        self._studio = studio
        self._window = window
        self._is_leaving = False
        self._dialog: QMessageBox | None = None
        studio.run_state.phase_changed.connect(self._follow, Qt.ConnectionType.QueuedConnection)

    def may_close(self) -> bool:
        """True when no run goes on. Else a person is asked, unless the run is already being stopped for this."""
        if not self._studio.runner.busy:
            return True
        if not self._is_leaving and self._dialog is None:
            self._ask()
        return False

    def stop_and_leave(self) -> None:
        """Stop the run if one goes on, let it save, then `ready`."""
        self._is_leaving = True
        self.decided.emit()
        self._studio.runner.stop()
        self._studio.message(self.tr("The run is stopping and saving; the window then closes."), "info")
        self._follow()

    def _ask(self) -> None:
        box = self._dialog = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("A run goes on"))
        box.setText(self.tr("The network is still training."))
        box.setInformativeText(self.tr("Stopped and saved, the run can be resumed later from the Runs page."))
        stop = box.addButton(self.tr("Stop, save and close"), QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton(self.tr("Keep training"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stop)
        box.setEscapeButton(keep)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._answered)
        box.open()

    @Slot()
    def _answered(self) -> None:
        box, self._dialog = self._dialog, None
        clicked = box.clickedButton() if box else None
        if box and clicked and box.buttonRole(clicked) == QMessageBox.ButtonRole.AcceptRole:
            self.stop_and_leave()

    @Slot()
    def _follow(self) -> None:
        """The run ended: by itself while the question stood there, or because it was stopped."""
        if not self._studio.runner.busy and self._is_leaving:
            self.ready.emit()
