"""The row above the runs: search, and what can be done with those that are selected."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from alexnet_gui import theme
from alexnet_gui.pages.runs_actions import RunsActions

_BUTTONS = ("open", "resume", "report", "delete")
_MORE = ("duplicate", "star", "rename", "tags", "data", "folder", "undo")


class RunsToolbar(QWidget):
    """``searched(text)`` while a person types; `columns` is the menu in which columns are chosen."""

    searched = Signal(str)

    def __init__(self, actions: RunsActions, columns: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runsToolbar")
        self._search = QLineEdit()
        self._search.setObjectName("search")
        self._search.setClearButtonEnabled(True)
        self._search.setMinimumWidth(120)
        self._search.setMaximumWidth(280)
        self._search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._search.textChanged.connect(self.searched)
        self._more, self._columns = QToolButton(), QToolButton()
        more = QMenu(self._more)
        more.addActions([actions[name] for name in _MORE])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        row.addWidget(self._search, 1)
        row.addStretch()
        for name in _BUTTONS:
            row.addWidget(_button(actions, name))
        for button, name, menu in ((self._more, "more", more), (self._columns, "columns", columns)):
            button.setObjectName(name)
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            row.addWidget(button)
        self._retranslate()
        self._dress()

    def focus_search(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _retranslate(self) -> None:
        self._search.setPlaceholderText(self.tr("Search the runs"))
        self._search.setAccessibleName(self.tr("Search the runs"))
        self._search.setToolTip(self.tr("Words of the title, the tags, the notes and the recipe, such as lr=0.01"))
        self._more.setText(self.tr("More"))
        self._columns.setAccessibleName(self.tr("Columns"))
        self._columns.setToolTip(self.tr("Choose the columns of the table"))

    def _dress(self) -> None:
        self._columns.setIcon(theme.icon("columns"))


def _button(actions: RunsActions, name: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setIconSize(QSize(16, 16))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setDefaultAction(actions[name])
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
