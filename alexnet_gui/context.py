"""What every page is given: the parts of the program that the composition root has built."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from alexnet_gui.background import Background
from alexnet_gui.run.run_state import RunState
from alexnet_gui.run.training_thread import TrainingRunner
from alexnet_gui.settings import Settings


@dataclass(eq=False)
class Studio:
    """The program behind the window."""

    settings: Settings
    background: Background
    runner: TrainingRunner
    run_state: RunState
    show_page: Callable[[str], QWidget]  # by its key in PAGES; gives the page
    message: Callable[[str, str], None]  # (sentence, "info" | "warning" | "error") for the status line
