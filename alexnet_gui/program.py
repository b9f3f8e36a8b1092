"""The composition root: builds every part, passes each what it needs, runs the event loop, and takes it all down."""

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import shiboken6
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

import resources
from alexnet_gui.background import Background
from alexnet_gui.context import Studio
from alexnet_gui.error_report import ErrorReport
from alexnet_gui.run.run_state import RunState
from alexnet_gui.run.training_thread import TrainingRunner
from alexnet_gui.settings import Settings
from alexnet_gui.theme import Theme
from alexnet_gui.translation import Translation
from alexnet_gui.window.main_window import MainWindow
from alexnet_gui.window.startup import Startup

_SWITCH = 0.001  # seconds that a thread may compute in Python while the window waits; 5 ms unless it is said


@dataclass(frozen=True, eq=False, slots=True)
class Program:
    """The running program and the parts of it that an owner needs."""

    app: QApplication
    studio: Studio
    window: MainWindow
    report: ErrorReport


def run(sources: Sequence[Path]) -> int:
    """Open the window on these pictures, folders or this run, and give the exit status when it is closed."""
    with opened(sources) as program:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: program.window.leave())
        return program.app.exec()


@contextmanager
def opened(sources: Sequence[Path]) -> Iterator[Program]:
    """Everything built and the window shown; afterwards all of it taken down."""
    sys.setswitchinterval(_SWITCH)
    app = _application()
    report = ErrorReport(app)
    report.install()
    settings = Settings(app)
    parts = (Theme(settings, app), Translation(settings, app))
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
    report.said.connect(window.say)
    Startup(studio, window, sources)
    window.show()
    try:
        yield Program(app, studio, window, report)
    finally:
        runner.close()
        background.close()
        shiboken6.delete(window)  # now, while the application is there for its parts to go in peace
        settings.store.sync()
        report.remove()
        del parts


def _application() -> QApplication:
    app = QApplication(["alexnet-studio"])
    app.setApplicationName("AlexNet Studio")
    app.setDesktopFileName("alexnet-studio")
    app.setStyle("Fusion")  # the one style that takes our palette on every system
    app.setWindowIcon(QIcon(str(resources.path("icons", "app.svg"))))
    return app
