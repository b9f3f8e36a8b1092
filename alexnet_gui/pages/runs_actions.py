"""What there is to do with the selected runs, for the buttons, the menu of the table and the keys alike."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from alexnet_gui import theme

_ICONS = {
    "open": "train",
    "resume": "play",
    "duplicate": "copy",
    "report": "report",
    "star": "star",
    "rename": "rename",
    "tags": "plus",
    "data": "save",
    "folder": "open",
    "delete": "delete",
    "undo": "undo",
}
_OF_TABLE = {"open": ("Return", "Enter"), "rename": ("F2",), "delete": ("Delete",)}  # elsewhere they are other keys
_OF_PAGE = {"duplicate": ("Ctrl+D",), "star": ("Ctrl+B",), "undo": ("Ctrl+Z",)}


class RunsActions(QObject):
    """Actions by name. Their keys work in the page, those that also mean something else in its table alone."""

    def __init__(self, page: QWidget, table: QWidget) -> None:
        super().__init__(page)
        self._by_name = {name: QAction(self) for name in _ICONS}
        for name, action in self._by_name.items():
            action.setObjectName(name)
            action.setIconVisibleInMenu(False)
            home, keys = (table, _OF_TABLE[name]) if name in _OF_TABLE else (page, _OF_PAGE.get(name, ()))
            action.setShortcuts([QKeySequence(key) for key in keys])
            inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut if home is table else inside)
            home.addAction(action)
        self.dress()
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    @property
    def all(self) -> list[QAction]:
        return list(self._by_name.values())

    def enable(self, **enabled: bool) -> None:
        """Which of them can be done, by name."""
        for name, is_enabled in enabled.items():
            self._by_name[name].setEnabled(is_enabled)

    def retranslate(self) -> None:
        """The same in the language of the window."""
        texts = {
            "open": (self.tr("Open"), self.tr("Show the curves of the run (Return)")),
            "resume": (self.tr("Resume"), self.tr("Go on after the last checkpoint")),
            "duplicate": (
                self.tr("Duplicate recipe"),
                self.tr("Put the recipe of the run into the form, to change it or to train it anew (Ctrl+D)"),
            ),
            "report": (self.tr("Report…"), self.tr("Save the run as one page, and open it in the browser")),
            "star": (self.tr("Star"), self.tr("Mark the selected runs with a star, or take it away (Ctrl+B)")),
            "rename": (self.tr("Rename"), self.tr("Give the run another title (F2)")),
            "tags": (self.tr("Edit tags"), self.tr("Words by which the run is found, with commas between them")),
            "data": (self.tr("Save data…"), self.tr("Save the curves of the run for other programs")),
            "folder": (self.tr("Show folder"), self.tr("Open the folder of the run")),
            "delete": (self.tr("Delete"), self.tr("Delete the selected runs; it can be undone (Delete)")),
            "undo": (self.tr("Undo"), self.tr("Take back the last change of runs (Ctrl+Z)")),
        }
        for name, (text, tip) in texts.items():
            self._by_name[name].setText(text)
            self._by_name[name].setToolTip(tip)

    def dress(self) -> None:
        """Icons in the colours of the theme."""
        for name, action in self._by_name.items():
            action.setIcon(theme.icon(_ICONS[name]))
