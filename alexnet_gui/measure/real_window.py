"""The program as a person runs it, in the hands of whoever measures it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from alexnet_gui import program
from alexnet_gui.context import Studio
from alexnet_gui.window.main_window import MainWindow
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
    """The window, shown; taken down afterwards. What breaks in it ends it: what is broken is not measured."""
    with program.opened([]) as running:
        running.report.said.connect(running.app.quit)  # it is on standard error too
        yield RealWindow(running.app, running.studio, running.window)
