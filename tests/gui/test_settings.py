"""Settings are typed, kept, told, and never spoilt by what stands in the file."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from alexnet_gui.settings import Settings
from core import places


def written(text: str) -> Settings:
    file = places.settings_folder() / "window.ini"
    file.parent.mkdir(parents=True)
    file.write_text(f"[General]\n{text}\n")
    return Settings()


def test_a_change_is_kept_and_told(qtbot: QtBot) -> None:
    settings = Settings()
    told: list[str] = []
    settings.changed.connect(told.append)
    settings.theme = "dark"
    settings.threads = 3
    settings.geometry = b"\x00\x01here\xff"
    settings.recipe_shown = False
    settings.runs_folder = Path("/somewhere/ünï")
    settings.theme = "dark"
    assert told == ["theme", "threads", "geometry", "recipe_shown", "runs_folder"]
    settings.store.sync()
    again = Settings()
    assert (again.theme, again.threads, again.recipe_shown) == ("dark", 3, False)
    assert again.geometry == b"\x00\x01here\xff"
    assert again.runs_folder == Path("/somewhere/ünï")


@pytest.mark.parametrize("text", ["loss", "", "lr lr", "loss colour"])
def test_charts_are_some_of_those_there_are_each_once(text: str) -> None:
    assert written(f"charts={text}").charts == (("loss",) if text == "loss" else ("loss", "accuracy"))


@pytest.mark.parametrize("text", ["theme=pink", "threads=many", "precision=", "language=xx"])
def test_what_cannot_be_is_read_as_the_default(text: str) -> None:
    settings = written(text)
    assert (settings.theme, settings.threads, settings.precision, settings.language) == ("system", 0, "auto", "system")


def test_what_cannot_be_is_not_taken() -> None:
    settings = Settings()
    with pytest.raises(ValueError, match="'pink' is none of system, light, dark"):
        settings.theme = "pink"
    assert settings.theme == "system"


def test_runs_are_kept_where_the_core_keeps_them() -> None:
    assert Settings().runs_folder == places.runs_folder()
