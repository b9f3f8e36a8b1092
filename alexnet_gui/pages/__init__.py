"""The pages of the window: one tuple registers them all; each is imported and made when it is first shown."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from alexnet_gui.context import Studio


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page: its key (and the name of its icon), its title (context "pages"), and "module:Class"."""

    key: str
    title: str
    factory: str

    def make(self, studio: "Studio") -> QWidget:
        """Import and build the page."""
        module, name = self.factory.split(":")
        return getattr(import_module(module), name)(studio)


PAGES: tuple[PageEntry, ...] = (
    PageEntry("train", QT_TRANSLATE_NOOP("pages", "Train"), "alexnet_gui.pages.train:TrainPage"),
    PageEntry("network", QT_TRANSLATE_NOOP("pages", "Network"), "alexnet_gui.pages.network:NetworkPage"),
    PageEntry("classify", QT_TRANSLATE_NOOP("pages", "Classify"), "alexnet_gui.pages.classify:ClassifyPage"),
    PageEntry("data", QT_TRANSLATE_NOOP("pages", "Data"), "alexnet_gui.pages.data:DataPage"),
    PageEntry("runs", QT_TRANSLATE_NOOP("pages", "Runs"), "alexnet_gui.pages.runs:RunsPage"),
    PageEntry("settings", QT_TRANSLATE_NOOP("pages", "Settings"), "alexnet_gui.pages.settings:SettingsPage"),
)
