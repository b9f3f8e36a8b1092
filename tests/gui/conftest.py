"""For the tests of the window: a real `Studio`, and a real `MainWindow` around it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import resources
from alexnet_gui.background import Background
from alexnet_gui.context import Studio
from alexnet_gui.pages import PAGES
from alexnet_gui.run.run_state import RunState
from alexnet_gui.run.training_thread import TrainingRunner
from alexnet_gui.settings import Settings
from alexnet_gui.theme import Theme
from alexnet_gui.window.main_window import MainWindow


class Messages(list[tuple[str, str]]):
    """What was said in the status line: (text, kind)."""

    def say(self, text: str, kind: str) -> None:
        self.append((text, kind))


@pytest.fixture
def messages() -> Messages:
    return Messages()


@pytest.fixture(scope="session")
def english(qapp: QApplication) -> QTranslator:
    """The plurals of English, as the program installs them."""
    plurals = QTranslator(qapp)
    assert plurals.load(str(resources.path("translations") / "alexnet_en.qm"))
    QCoreApplication.installTranslator(plurals)
    return plurals


@pytest.fixture
def studio(qtbot: QtBot, english: QTranslator, messages: Messages) -> Iterator[Studio]:
    """The real parts of the program without a main window: `show_page` makes pages that qtbot closes."""
    settings, background = Settings(), Background()
    run_state = RunState(background)
    runner = TrainingRunner(run_state, settings)
    pages: dict[str, QWidget] = {}

    def show_page(key: str) -> QWidget:
        if key not in pages:
            pages[key] = next(entry for entry in PAGES if entry.key == key).make(made)
            qtbot.addWidget(pages[key])
        return pages[key]

    made = Studio(settings, background, runner, run_state, show_page, messages.say)
    yield made
    made.runner.close(30)
    background.close()


@pytest.fixture
def window(qtbot: QtBot, studio: Studio) -> MainWindow:
    """A main window on the studio, not shown yet; no page is made before it is asked for."""
    made = MainWindow(studio)
    studio.show_page, studio.message = made.show_page, made.say
    qtbot.addWidget(made)
    return made


@pytest.fixture
def themed(qapp: QApplication, studio: Studio) -> Iterator[Theme]:
    """The look of the program follows the studio's settings; the application's own look comes back afterwards."""
    palette, owner = qapp.palette(), QObject()
    yield Theme(studio.settings, owner)
    studio.settings.theme = "system"
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
