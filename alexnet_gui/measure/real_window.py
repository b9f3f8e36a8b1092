"""The program as `alexnet_gui.program` builds it, with its parts in the hands of whoever measures them."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import shiboken6
from PySide6.QtWidgets import QApplication

from alexnet_gui.background import Background
from alexnet_gui.context import Studio
from alexnet_gui.error_report import ErrorReport
from alexnet_gui.main_window import MainWindow
from alexnet_gui.run_state import RunState
from alexnet_gui.settings import Settings
from alexnet_gui.startup import Startup
from alexnet_gui.theme import Theme
from alexnet_gui.training_thread import TrainingRunner
from alexnet_gui.translation import Translation
from core.recipe import checked


@dataclass(eq=False, slots=True)
class RealWindow:
    """The running program."""

    app: QApplication
    studio: Studio
    window: MainWindow

    def train(self, batch_size: int) -> None:
        """Begin what is trained in every measurement: the book's recipe, on the CPU."""
        self.studio.runner.start(checked(batch_size=batch_size, device="cpu"))

    def give_up(self, sentence: str) -> None:
        """End with a sentence on standard error: there is nothing to measure."""
        print(sentence, file=sys.stderr, flush=True)
        self.app.exit(1)


@contextmanager
def opened() -> Iterator[RealWindow]:
    """The window, shown; taken down afterwards."""
    app = QApplication(["alexnet-studio"])
    app.setStyle("Fusion")
    report = ErrorReport(app)
    report.install()
    report.said.connect(app.quit)  # it is on standard error too; what is broken is not measured
    settings = Settings(app)
    parts = Theme(settings, app), Translation(settings, app)
    background = Background(app)
    state = RunState(background, app)
    runner = TrainingRunner(state, settings, app)
    studio = Studio(
        settings,
        background,
        runner,
        state,
        show_page=lambda key: window.show_page(key),
        message=lambda text, kind: window.say(text, kind),
    )
    window = MainWindow(studio)
    Startup(studio, window, [])
    window.show()
    try:
        yield RealWindow(app, studio, window)
    finally:
        runner.close()
        background.close()
        shiboken6.delete(window)
        report.remove()
        del parts
