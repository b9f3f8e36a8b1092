"""A drop anywhere on the window arrives, also above a field that takes drops itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QWindow
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.widgets.drop_cue import DropCue
from alexnet_gui.window.main_window import MainWindow

# Qt 6.12 wants a QPointF there, the versions before it know a QPoint only
pytestmark = pytest.mark.filterwarnings("ignore:.*QDragEnterEvent.*:DeprecationWarning")

COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction


class Desk:
    """The window on the screen, and a pointer that drags over it."""

    def __init__(self, window: MainWindow) -> None:
        native, cue = window.windowHandle(), window.findChild(DropCue)
        assert isinstance(native, QWindow)
        assert isinstance(cue, DropCue)
        self.native, self.cue, self.at = native, cue, QPoint(300, 300)

    def enter(self, mime: QMimeData) -> QDragEnterEvent:
        event = QDragEnterEvent(self.at, COPY | MOVE, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(self.native, event)
        return event

    def drop(self, mime: QMimeData) -> QDropEvent:
        event = QDropEvent(
            QPointF(self.at), COPY | MOVE, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        QCoreApplication.sendEvent(self.native, event)
        return event


@pytest.fixture
def opened(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[list[Path | bytes]]:
    """What the window was asked to open."""
    asked: list[list[Path | bytes]] = []
    monkeypatch.setattr(window.opening, "open", asked.append)
    return asked


@pytest.fixture
def desk(window: MainWindow, studio: Studio, qtbot: QtBot, opened: object) -> Iterator[Desk]:
    with qtbot.waitExposed(window):
        window.show()
    yield Desk(window)


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def test_a_drag_is_welcomed_and_told_where_it_goes(desk: Desk, tmp_path: Path) -> None:
    event = desk.enter(files(tmp_path / "shoe.png"))
    assert event.isAccepted()
    assert desk.cue.isVisible()
    assert desk.cue.text == "Classify shoe.png"
    QCoreApplication.sendEvent(desk.native, QDragLeaveEvent())
    assert not desk.cue.isVisible()


def test_a_drop_is_opened_and_never_moved(desk: Desk, tmp_path: Path, opened: list[list[Path | bytes]]) -> None:
    paths = [tmp_path / "a.png", tmp_path / "b.png"]
    desk.enter(files(*paths))
    event = desk.drop(files(*paths))
    assert opened == [paths]
    assert event.dropAction() == COPY
    assert not desk.cue.isVisible()


def test_a_drop_on_a_field_is_the_windows(
    desk: Desk, window: MainWindow, tmp_path: Path, opened: list[list[Path | bytes]]
) -> None:
    field = QLineEdit(window)
    field.setGeometry(0, 0, 800, 800)
    field.show()
    desk.enter(files(tmp_path / "a.png"))
    desk.drop(files(tmp_path / "a.png"))
    assert opened == [[tmp_path / "a.png"]]
    assert field.text() == ""


def test_a_run_is_announced_as_one(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "recipe.toml").touch()
    desk.enter(files(tmp_path))
    assert desk.cue.text == f"Show the run {tmp_path.name}"


def test_an_address_is_refused_in_a_sentence(
    desk: Desk, messages: object, studio: Studio, opened: list[list[Path | bytes]]
) -> None:
    said: list[tuple[str, str]] = []
    studio.message = lambda text, kind: said.append((text, kind))
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/shoe.png")])
    desk.enter(mime)
    assert not desk.cue.welcome
    desk.drop(mime)
    assert said == [("Nothing is downloaded here: save the picture first, then drop the file.", "warning")]
    assert opened == []


def test_words_are_left_to_the_fields(desk: Desk) -> None:
    mime = QMimeData()
    mime.setText("good morning")
    desk.enter(mime)
    assert not desk.cue.isVisible()


def test_the_cue_covers_the_window_and_lets_clicks_through(desk: Desk, window: MainWindow, tmp_path: Path) -> None:
    desk.enter(files(tmp_path / "a.png"))
    assert desk.cue.geometry() == window.rect()
    assert desk.cue.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
