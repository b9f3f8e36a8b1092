"""Catalogues are complete and fresh, and a change of language reaches what is on the screen."""

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

import resources
from alexnet_gui.context import Studio
from alexnet_gui.formatting import recipe_title
from alexnet_gui.translation import LANGUAGES, Translation, language_of, update
from alexnet_gui.window.main_window import MainWindow
from core.recipe import Recipe


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogues as `update` leaves them, in a folder of their own."""
    folder = tmp_path_factory.mktemp("translations")
    for file in resources.path("translations").glob("*.ts"):
        shutil.copy(file, folder)
    update(folder)
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_are_up_to_date(fresh: Path, language: str) -> None:
    for name in (f"alexnet_{language}.ts", f"alexnet_{language}.qm"):
        kept = resources.read("translations", name)
        assert kept == (fresh / name).read_bytes(), "run: python -m alexnet_gui.translation update"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    catalogue = ElementTree.fromstring(resources.read("translations", f"alexnet_{language}.ts"))
    unfinished = [
        f"{context.findtext('name')}: {message.findtext('source')}"
        for context in catalogue.iter("context")
        for message in context.iter("message")
        if message.find("translation[@type]") is not None
    ]
    assert not unfinished


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_places_of_their_texts(language: str) -> None:
    catalogue = ElementTree.fromstring(resources.read("translations", f"alexnet_{language}.ts"))
    for message in catalogue.iter("message"):
        source = message.findtext("source") or ""
        forms = message.findall("translation/numerusform") or message.findall("translation")
        for said in filter(None, (form.text for form in forms)):
            assert places(source) == places(said), source


def places(text: str) -> list[str]:
    """What is filled in, what is markup, and whether there is a key to the text."""
    return sorted(set(re.findall(r"\{\w+\}|%L?n|</?\w+>|&(?=\w)", text)))


@pytest.fixture
def translated(studio: Studio, qapp: QApplication) -> Studio:
    studio.settings.language = "en"
    Translation(studio.settings, studio.settings)
    return studio


def test_the_window_changes_its_language_at_once(window: MainWindow, translated: Studio) -> None:
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == ["&File", "&Run", "&View", "&Help"]
    translated.settings.language = "zh_CN"
    QCoreApplication.sendPostedEvents()
    changed = [action.text() for action in window.menuBar().actions()]
    translated.settings.language = "en"
    assert all(one != other for one, other in zip(titles, changed, strict=True))


def test_english_knows_one_and_many(translated: Studio) -> None:
    assert recipe_title(Recipe(epochs=1)).endswith(" · 1 epoch")
    assert recipe_title(Recipe(epochs=5)).endswith(" · 5 epochs")
    assert recipe_title(Recipe(epochs=1000)).endswith(" · 1,000 epochs")


def test_the_english_catalogue_holds_plurals_alone() -> None:
    catalogue = ElementTree.fromstring(resources.read("translations", "alexnet_en.ts"))
    assert all(message.get("numerus") == "yes" for message in catalogue.iter("message"))
    assert all("(s)" not in (form.text or "") for form in catalogue.iter("numerusform"))


def test_the_language_of_the_system_where_we_have_it() -> None:
    assert language_of("system", QLocale("zh_CN")) == "zh_CN"
    assert language_of("system", QLocale("fr_FR")) == "en"
    assert language_of("zh_CN", QLocale("fr_FR")) == "zh_CN"
