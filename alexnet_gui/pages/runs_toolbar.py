"""The row above the runs: search, and what can be done with those that are selected."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from alexnet_gui import theme

_ICONS = {"open": "train", "resume": "play", "rename": "rename", "delete": "delete", "folder": "open"}


class RunsToolbar(QWidget):
    """``searched(text)`` while a person types; `buttons` by name: open, resume, rename, delete, folder."""

    searched = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = QLineEdit()
        self._search.setObjectName("search")
        self._search.setClearButtonEnabled(True)
        self._search.setMinimumWidth(120)
        self._search.setMaximumWidth(280)
        self._search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._search.textChanged.connect(self.searched)
        self.buttons = {name: QPushButton() for name in _ICONS}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        row.addWidget(self._search, 1)
        row.addStretch()
        for name, button in self.buttons.items():
            button.setObjectName(name)
            row.addWidget(button)
        self._retranslate()
        self._dress()

    def enable(self, **enabled: bool) -> None:
        """Which buttons can be pressed, by name."""
        for name, is_enabled in enabled.items():
            self.buttons[name].setEnabled(is_enabled)

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
        texts = {
            "open": (self.tr("Open"), self.tr("Show the curves of the run (Return)")),
            "resume": (self.tr("Resume"), self.tr("Go on after the last checkpoint")),
            "rename": (self.tr("Rename"), self.tr("Give the run another title (F2)")),
            "delete": (self.tr("Delete"), self.tr("Delete the selected runs; it can be undone (Delete)")),
            "folder": (self.tr("Show folder"), self.tr("Open the folder of the run")),
        }
        for name, (text, tip) in texts.items():
            self.buttons[name].setText(text)
            self.buttons[name].setToolTip(tip)
        self._search.setPlaceholderText(self.tr("Search the runs"))
        self._search.setAccessibleName(self.tr("Search the runs"))

    def _dress(self) -> None:
        for name, button in self.buttons.items():
            button.setIcon(theme.icon(_ICONS[name]))
