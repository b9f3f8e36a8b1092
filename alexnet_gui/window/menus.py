"""The menu bar."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from alexnet_gui.pages import PAGES
from alexnet_gui.settings import Settings
from alexnet_gui.window.commands import Commands
from alexnet_gui.window.run_actions import RunActions

Text = Callable[[], str]


class Menus(QObject):
    """Fills a menu bar with the commands of the window; `retranslate` after the language changed."""

    def __init__(self, bar: QMenuBar, commands: Commands, run: RunActions, settings: Settings) -> None:
        super().__init__(bar)
        self._bar, self._commands, self._settings = bar, commands, settings
        self._texts: list[tuple[QAction, Text]] = []
        self._file(self._menu(lambda: self.tr("&File")))
        # Space is no shortcut of Pause: a button with the focus would lose its own key (the window takes it)
        of_run = self._menu(lambda: self.tr("&Run"))
        of_run.addActions([run.train, run.pause, run.step, run.rate, run.save, run.last_epoch, run.stop])
        of_run.addSeparator()
        of_run.addActions([run.enqueue, run.queue])
        of_run.addSeparator()
        of_run.addAction(run.find_rate)
        of_run.addSeparator()
        self._add(of_run, lambda: self.tr("Rep&ort…"), commands.report)
        self._add(of_run, lambda: self.tr("Save its &data…"), commands.save_data)
        self._view(self._menu(lambda: self.tr("&View")))
        self._help(self._menu(lambda: self.tr("&Help")))
        self.retranslate()

    def retranslate(self) -> None:
        """All texts in the language of now."""
        for action, text in self._texts:
            action.setText(text())

    def _menu(self, text: Text, parent: QMenu | None = None) -> QMenu:
        menu = QMenu(parent or self._bar)
        (parent or self._bar).addMenu(menu)
        self._texts.append((menu.menuAction(), text))
        return menu

    def _add(self, menu: QMenu, text: Text, do: Callable[[], object], *keys: str) -> QAction:
        action = QAction(menu)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda: do())
        menu.addAction(action)
        self._texts.append((action, text))
        return action

    def _file(self, menu: QMenu) -> None:
        do = self._commands
        self._add(menu, lambda: self.tr("Open &pictures…"), do.open_pictures, "Ctrl+O")
        self._add(menu, lambda: self.tr("Open &folder of pictures…"), do.open_folder, "Ctrl+Shift+O")
        self._add(menu, lambda: self.tr("P&aste picture"), do.paste, "Ctrl+V", "Shift+Insert")
        menu.addSeparator()
        self._add(menu, lambda: self.tr("Open &run…"), do.open_run, "Ctrl+R")
        self._add(menu, lambda: self.tr("Follow a run on another &machine…"), do.follow_remote)
        menu.addSeparator()
        self._add(menu, lambda: self.tr("&Save the charts…"), do.save_picture, "Ctrl+Shift+E")
        menu.addSeparator()
        leave = self._add(menu, lambda: self.tr("&Quit"), do.leave, "Ctrl+Q")
        leave.setMenuRole(QAction.MenuRole.QuitRole)

    def _view(self, menu: QMenu) -> None:
        for number, entry in enumerate(PAGES, start=1):
            keys = [f"Ctrl+{number}", *(["Ctrl+,"] if entry.key == "settings" else [])]
            self._add(menu, entry.heading, partial(self._commands.show_page, entry.key), *keys)
        menu.addSeparator()
        recipe = self._add(menu, lambda: self.tr("Re&cipe"), self._commands.toggle_recipe, "Ctrl+Shift+R")
        recipe.setCheckable(True)
        menu.aboutToShow.connect(lambda: recipe.setChecked(self._settings.recipe_shown))
        self._add(menu, lambda: self.tr("F&ull screen"), self._commands.toggle_full_screen, "F11")
        self._themes(self._menu(lambda: self.tr("&Theme"), menu))

    def _themes(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        texts: dict[str, Text] = {
            "system": lambda: self.tr("As the system"),
            "light": lambda: self.tr("Light"),
            "dark": lambda: self.tr("Dark"),
        }
        actions: dict[str, QAction] = {}
        for theme, text in texts.items():
            action = actions[theme] = self._add(menu, text, partial(self._commands.set_theme, theme))
            action.setCheckable(True)
            group.addAction(action)
        menu.aboutToShow.connect(lambda: actions[self._settings.theme].setChecked(True))

    def _help(self, menu: QMenu) -> None:
        self._add(menu, lambda: self.tr("&Glossary and about"), self._commands.help, "F1")
        self._add(menu, lambda: self.tr("Open the &log folder"), self._commands.open_logs)
