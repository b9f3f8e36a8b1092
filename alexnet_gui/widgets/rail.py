"""The rail at the window's edge: a column of icons with their names, one of them chosen; arrow keys walk."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout

from alexnet_gui import theme

_WIDTH = 88


class Rail(QFrame):
    """Emits ``chosen(key)`` when a person picks an entry. Each key is also the name of its icon."""

    chosen = Signal(str)

    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, theme.GRID, 6, theme.GRID)
        column.setSpacing(4)
        for key in keys:
            button = self._buttons[key] = QToolButton()
            button.setObjectName(f"rail-{key}")
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setIconSize(QSize(24, 24))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFont(theme.font("small"))
            button.clicked.connect(self._clicked)
            self._group.addButton(button)
            column.addWidget(button)
        column.addStretch()
        self.setMinimumWidth(_WIDTH)
        self._tint()

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """The name below each icon."""
        for key, text in texts.items():
            self._buttons[key].setText(text)

    def set_current(self, key: str) -> None:
        """Mark an entry without emitting `chosen`."""
        self._buttons[key].setChecked(True)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _clicked(self) -> None:
        self.chosen.emit(next(key for key, button in self._buttons.items() if button is self.sender()))

    def _tint(self) -> None:
        accent = theme.colors().accent
        for key, button in self._buttons.items():
            button.setIcon(theme.icon(key, accent if button.isChecked() else None))
