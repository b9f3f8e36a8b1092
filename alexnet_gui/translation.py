"""The language of the window. ``python -m alexnet_gui.translation update`` brings the catalogues up to date.

The sources are English; each language has a catalogue resources/translations/alexnet_<language>.ts, compiled to .qm
beside it. The English one holds the forms of one and of many alone.
"""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Slot

import resources
from alexnet_gui.settings import Settings

LANGUAGES = {"en": "English", "zh_CN": "中文"}  # each in its own words


def language_of(choice: str, system: QLocale) -> str:
    """The language for a setting: itself, or for "system" the system's where we have it, else English."""
    if choice != "system":
        return choice
    return "zh_CN" if system.language() == QLocale.Language.Chinese else "en"


class Translation(QObject):
    """Keeps the language of the application with the settings; Qt tells every widget by ``LanguageChange``."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._installed: list[QTranslator] = []
        settings.changed.connect(self._setting_changed)
        self._apply()

    @Slot(str)
    def _setting_changed(self, name: str) -> None:
        if name == "language":
            self._apply()

    def _apply(self) -> None:
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        language = language_of(self._settings.language, QLocale.system())
        QLocale.setDefault(QLocale(language))
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        ours = resources.path("translations")
        self._installed = []
        for file in (qt / f"qtbase_{language}.qm", ours / f"alexnet_{language}.qm"):
            translator = QTranslator(self)
            if file.exists() and translator.load(str(file)):
                QCoreApplication.installTranslator(translator)
                self._installed.append(translator)


def _tool(name: str, *arguments: str | Path) -> None:
    program = Path(sys.executable).with_name(f"pyside6-{name}")
    subprocess.run([program, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)


def update(folder: Path) -> list[Path]:
    """Bring the catalogues in `folder` up to date with the sources and compile them. Gives the .ts files."""
    root = Path(__file__).parent
    sources = sorted(root.rglob("*.py"))
    catalogues = []
    for language in LANGUAGES:
        file = folder / f"alexnet_{language}.ts"
        extent = ["-pluralonly"] if language == "en" else []
        _tool("lupdate", *sources, *extent, "-ts", file, "-no-obsolete", "-locations", "none",
              "-source-language", "en", "-target-language", language)  # fmt: skip
        _tool("lrelease", file, "-qm", file.with_suffix(".qm"))
        catalogues.append(file)
    return catalogues


if __name__ == "__main__":
    if sys.argv[1:] != ["update"]:
        sys.exit("usage: python -m alexnet_gui.translation update")
    for made in update(resources.path("translations")):
        print(made)
