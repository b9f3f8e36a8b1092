"""The pages of the window, each made when it is first shown."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from alexnet_gui.context import Studio
from alexnet_gui.pages import PAGES


class PageStack(QStackedWidget):
    """Shows one page at a time; emits ``shown(key)``."""

    shown = Signal(str)

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio
        self._made: dict[str, QWidget] = {}
        self.current = ""  # the key of the page that is shown, "" before the first

    def show_page(self, key: str) -> QWidget:
        """Bring the page to the front; a page that has a method `shown` is told."""
        page = self._made.get(key) or self._make(key)
        if key != self.current:
            self.setCurrentWidget(page)
            self.current = key
            if told := getattr(page, "shown", None):
                told()
        self.shown.emit(key)
        return page

    def minimumSizeHint(self) -> QSize:
        """Of the page that is shown alone: the others do not hold the window open."""
        page = self.currentWidget()
        return page.minimumSizeHint().expandedTo(page.minimumSize()) if page else super().minimumSizeHint()

    def prepare(self, key: str) -> None:
        """Make the page now, so that it is there when it is shown."""
        if key not in self._made:
            self._make(key)

    def _make(self, key: str) -> QWidget:
        entry = next(entry for entry in PAGES if entry.key == key)
        page = self._made[key] = entry.make(self._studio)
        page.setObjectName(f"page-{key}")
        self.addWidget(page)
        return page
