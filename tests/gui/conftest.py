"""For the tests of the window: a real `Studio`, and no stray Qt message or exception in a slot."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from alexnet_gui.background import Background
from alexnet_gui.context import Studio
from alexnet_gui.pages import PAGES
from alexnet_gui.run_state import RunState
from alexnet_gui.settings import Settings
from alexnet_gui.training_thread import TrainingRunner


class Messages(list[tuple[str, str]]):
    """What was said in the status line: (text, kind)."""

    def say(self, text: str, kind: str) -> None:
        self.append((text, kind))


@pytest.fixture
def messages() -> Messages:
    return Messages()


@pytest.fixture
def studio(qtbot: QtBot, messages: Messages) -> Iterator[Studio]:
    """The real parts of the program without a main window: `show_page` makes pages that qtbot closes."""
    settings, background = Settings(), Background()
    run_state = RunState(background)
    pages: dict[str, QWidget] = {}

    def show_page(key: str) -> QWidget:
        if key not in pages:
            pages[key] = next(entry for entry in PAGES if entry.key == key).make(made)
            qtbot.addWidget(pages[key])
        return pages[key]

    made = Studio(
        settings, background, TrainingRunner(run_state, settings), run_state, show_page, messages.say
    )
    yield made
    made.runner.close(30)
    background.close()
