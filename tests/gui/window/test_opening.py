"""What is opened finds its page, and what cannot be is said."""

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.window.opening import Opening
from core.recipe import Recipe


class Shelf(QWidget):
    """Stands for every page; keeps what it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []
        self.given: list[list[Path | bytes]] = []

    def show_page(self, key: str) -> "Shelf":
        self.shown.append(key)
        return self

    def open_sources(self, sources: list[Path | bytes]) -> None:
        self.given.append(sources)


def opening(studio: Studio, qtbot: QtBot) -> tuple[Opening, Shelf]:
    shelf = Shelf()
    qtbot.addWidget(shelf)
    studio.show_page = shelf.show_page
    return Opening(studio), shelf


def test_pictures_go_to_the_classifier(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    opens, shelf = opening(studio, qtbot)
    opens.open([tmp_path, b"\x89PNG"])
    assert shelf.shown == ["classify"]
    assert shelf.given == [[tmp_path, b"\x89PNG"]]


def test_a_run_goes_to_the_curves(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "recipe.toml").write_text(Recipe().toml())
    opens, shelf = opening(studio, qtbot)
    opens.open([tmp_path])
    assert shelf.shown == ["train"]
    assert studio.run_state.folder == tmp_path
    assert studio.run_state.foreign


def test_a_folder_that_is_no_run_is_said(
    studio: Studio, qtbot: QtBot, tmp_path: Path, messages: list[tuple[str, str]]
) -> None:
    opens, shelf = opening(studio, qtbot)
    opens.open_run(tmp_path)
    assert shelf.shown == []
    ((text, kind),) = messages
    assert (tmp_path.name in text, kind) == (True, "warning")


def test_a_run_is_not_opened_over_one_that_goes_on(
    studio: Studio, qtbot: QtBot, tmp_path: Path, messages: list[tuple[str, str]]
) -> None:
    (tmp_path / "metrics.jsonl").touch()
    studio.run_state.set_phase("running")
    opens, shelf = opening(studio, qtbot)
    opens.open_run(tmp_path)
    studio.run_state.set_phase("idle")
    assert shelf.shown == []
    assert messages[0][0].startswith("A run goes on.")


def test_an_empty_clipboard_is_said(studio: Studio, qtbot: QtBot, messages: list[tuple[str, str]]) -> None:
    opens, _ = opening(studio, qtbot)
    opens.open_mime(QMimeData())
    assert messages == [("There is no picture to paste.", "warning")]
