"""Options below each other, each with a title and a line about it; one is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget

from alexnet_gui import theme


@dataclass(frozen=True, slots=True)
class Option:
    """`key` is what `OptionList` says; a disabled option is shown, with the reason in `details`."""

    key: str
    title: str
    details: str = ""
    is_enabled: bool = True


class OptionList(QWidget):
    """Emits ``chosen(key)`` when a person chooses."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._buttons: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def set_options(self, options: Sequence[Option], current: str) -> None:
        """Show these options, with `current` chosen; nothing is emitted."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        self._buttons = {}
        for option in options:
            self._add(option)
        self.set_current(current)

    def set_current(self, key: str) -> None:
        """Choose without emitting `chosen`; an unknown key chooses nothing."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def _add(self, option: Option) -> None:
        button = self._buttons[option.key] = QRadioButton(option.title)
        button.setObjectName(f"option-{option.key}")
        button.setAccessibleDescription(option.details)
        button.setEnabled(option.is_enabled)
        button.clicked.connect(self._clicked)
        self._group.addButton(button)
        self._column.addWidget(button)
        if option.details:
            label = QLabel(option.details)
            label.setFont(theme.font("small"))
            label.setWordWrap(True)
            label.setContentsMargins(3 * theme.GRID, 0, 0, theme.GRID)
            label.setProperty("muted", True)
            self._column.addWidget(label)

    @Slot()
    def _clicked(self) -> None:
        self.chosen.emit(next(key for key, button in self._buttons.items() if button is self.sender()))
