"""The window: puts its parts together and tells them of each other; what they do is in their own files."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from alexnet_gui.context import Studio
from alexnet_gui.pages import PAGES
from alexnet_gui.widgets.message_strip import MessageStrip
from alexnet_gui.widgets.rail import Rail
from alexnet_gui.window.commands import Commands
from alexnet_gui.window.drop_target import DropTarget
from alexnet_gui.window.end_notice import EndNotice
from alexnet_gui.window.leaving import Leaving
from alexnet_gui.window.menus import Menus
from alexnet_gui.window.opening import Opening
from alexnet_gui.window.page_stack import PageStack
from alexnet_gui.window.queue_runner import QueueRunner
from alexnet_gui.window.recipe_panel import RecipePanel
from alexnet_gui.window.run_actions import RunActions
from alexnet_gui.window.status_line import StatusLine
from alexnet_gui.window.toolbar import Toolbar

_NEWS_SECONDS = 8


class MainWindow(QMainWindow):
    """Emits `painted` once, when it is on the screen for the first time; it has no page before `show_page`."""

    painted = Signal()

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._settings = studio.settings
        self._was_painted = False
        self.opening = Opening(studio, self)
        self._recipe = RecipePanel(studio)
        self._queue = QueueRunner(studio, self)
        self._actions = RunActions(studio, self._recipe.recipe, self._queue, self)
        self._pages = PageStack(studio)
        self._rail = Rail([entry.key for entry in PAGES])
        self._notice = MessageStrip(news_seconds=_NEWS_SECONDS)
        self._notice.setObjectName("foot")
        self.toolbar = Toolbar(studio, self._actions, self._queue)
        self._commands = Commands(studio, self.opening, self)
        self._menus = Menus(self.menuBar(), self._commands, self._actions, studio.settings)
        self._drops = DropTarget(self, self.opening)
        self._leaving = Leaving(studio, self)
        EndNotice(studio, self)
        self._connect()
        self._lay_out(StatusLine(studio.run_state))
        self._retranslate()
        if not self.restoreGeometry(studio.settings.geometry):
            self.resize(1200, 780)

    def show_page(self, key: str) -> QWidget:
        """Bring a page to the front."""
        if key != "train":
            self._recipe.hide()  # first: with room for both the window would grow
        return self._pages.show_page(key)

    def prepare_page(self, key: str) -> None:
        """Make a page ahead of its first showing."""
        self._pages.prepare(key)

    def begin_estimates(self) -> None:
        """Tell what the recipe will take, now that torch is there."""
        self._recipe.estimator.begin()

    @Slot(str, str)
    def say(self, text: str, kind: str) -> None:
        """Show a sentence at the foot of the window."""
        self._notice.say(text, kind)

    def leave(self) -> None:
        """Close without asking; a run that goes on is stopped and saved first."""
        self._leaving.stop_and_leave()

    def _connect(self) -> None:
        self._rail.chosen.connect(self.show_page)
        self._pages.shown.connect(self._page_shown)
        self._recipe.changed.connect(self.toolbar.set_recipe)
        self._recipe.announce()
        self.toolbar.settings_wanted.connect(self._show_settings)
        self._commands.recipe_wanted.connect(self._recipe.show_opened)
        self._leaving.ready.connect(self.close)
        self._leaving.decided.connect(self._queue.rest)

    def _lay_out(self, status: StatusLine) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        for part, stretch in ((self._rail, 0), (self._pages, 1), (self._recipe, 0)):
            middle.addWidget(part, stretch)
        root = QWidget()
        column = QVBoxLayout(root)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addLayout(middle, 1)
        column.addWidget(self._notice)
        column.addWidget(status)
        self.setCentralWidget(root)

    def _retranslate(self) -> None:
        self.setWindowTitle("AlexNet Studio")
        self._rail.set_texts({entry.key: entry.heading() for entry in PAGES})
        self._menus.retranslate()
        self._actions.follow()

    @Slot(str)
    def _page_shown(self, key: str) -> None:
        self._rail.set_current(key)
        self._recipe.setVisible(key == "train")
        self._settings.page = key

    @Slot()
    def _show_settings(self) -> None:
        self.show_page("settings")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and not event.isAutoRepeat():
            self._actions.pause.trigger()  # what had the focus did not want the key
        elif event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self._commands.toggle_full_screen()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._drops.watch(self.windowHandle())
        self._pages.setFocus()  # not Train: a stray key should not start a run

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._leaving.may_close():
            self._settings.geometry = bytes(self.saveGeometry().data())
            event.accept()
        else:
            event.ignore()
