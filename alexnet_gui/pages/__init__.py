"""The pages of the window: one tuple registers them all; each is imported and made when it is first shown."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from alexnet_gui.context import Studio


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page: its key (and the name of its icon), its title (context "pages"), and "module:Class"."""

    key: str
    title: str
    factory: str

    def heading(self) -> str:
        """The title in the language of the window."""
        return QCoreApplication.translate("pages", self.title)

    def make(self, studio: "Studio") -> QWidget:
        """Import and build the page."""
        module, name = self.factory.split(":")
        return getattr(import_module(module), name)(studio)


PAGES: tuple[PageEntry, ...] = (
    PageEntry("train", str(QT_TRANSLATE_NOOP("pages", "Train")), "alexnet_gui.pages.train:TrainPage"),
    PageEntry("network", str(QT_TRANSLATE_NOOP("pages", "Network")), "alexnet_gui.pages.network:NetworkPage"),
    PageEntry("classify", str(QT_TRANSLATE_NOOP("pages", "Classify")), "alexnet_gui.pages.classify:ClassifyPage"),
    PageEntry("data", str(QT_TRANSLATE_NOOP("pages", "Data")), "alexnet_gui.pages.data:DataPage"),
    PageEntry("runs", str(QT_TRANSLATE_NOOP("pages", "Runs")), "alexnet_gui.pages.runs:RunsPage"),
    PageEntry("settings", str(QT_TRANSLATE_NOOP("pages", "Settings")), "alexnet_gui.pages.settings:SettingsPage"),
)
