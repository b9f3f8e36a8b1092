"""Tells a person who looks elsewhere that the run has ended."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from alexnet_gui.context import Studio
from alexnet_gui.run.run_words import state_in_words
from alexnet_gui.window.desktop_message import show_message

_GOES_ON = ("running", "pausing", "paused", "stopping")


class EndNotice(QObject):
    """Follows the run that is shown, also one of another process. Nothing is said while the window is in front."""

    def __init__(self, studio: Studio, window: QWidget) -> None:
        super().__init__(window)
        self._studio, self._window = studio, window
        self._phase = studio.run_state.phase
        studio.run_state.phase_changed.connect(self._follow)

    @Slot(str)
    def _follow(self, phase: str) -> None:
        before, self._phase = self._phase, phase
        ended = before in _GOES_ON and phase in ("done", "stopped", "failed")
        is_in_front = QApplication.activeWindow() is not None  # the window, or a question in front of it
        if ended and self._studio.settings.notify and not is_in_front:
            QApplication.alert(self._window)
            show_message(self._title(phase), self._text(), self)

    def _title(self, phase: str) -> str:
        return {
            "done": self.tr("The run is done"),
            "stopped": self.tr("The run has stopped"),
            "failed": self.tr("The run has failed"),
        }[phase]

    def _text(self) -> str:
        state = self._studio.run_state
        lines = [state.folder.name] if state.folder else []
        if state.phase == "failed" and state.message:
            lines.append(state.message)
        return "\n".join([*lines, state_in_words(state)])
