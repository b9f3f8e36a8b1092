"""A switch of a few exclusive choices, side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from alexnet_gui import theme

_STYLE = """
QPushButton {{ padding: 5px 12px; border: 1px solid {line}; border-radius: 0; margin-left: -1px;
    background: {surface}; color: {text};
}}
QPushButton[place="first"] {{ border-top-left-radius: 6px; border-bottom-left-radius: 6px; margin-left: 0; }}
QPushButton[place="last"] {{ border-top-right-radius: 6px; border-bottom-right-radius: 6px; }}
QPushButton:checked {{ background: {accent}; border-color: {accent}; color: {on_accent}; }}
QPushButton:focus {{ border: 2px solid {text}; padding: 4px 11px; }}
QPushButton:disabled {{ color: {muted}; }}
QPushButton:checked:disabled {{ background: {line}; border-color: {line}; color: {text}; }}
"""


class Segments(QWidget):
    """Exclusive buttons; ``chosen(index)`` when a person picks another one. Arrow keys move between them."""

    chosen = Signal(int)

    def __init__(self, texts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        for index, text in enumerate(texts):
            button = QPushButton(text)
            button.setCheckable(True)
            place = "first" if index == 0 else "last" if index == len(texts) - 1 else "middle"
            button.setProperty("place", place)
            row.addWidget(button)
            self._group.addButton(button, index)
        self.set_index(0)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group.idClicked.connect(self.chosen)
        self._dress()

    @property
    def index(self) -> int:
        """The choice that holds."""
        return self._group.checkedId()

    def set_index(self, index: int) -> None:
        """Choose without saying so."""
        self._group.button(index).setChecked(True)

    def set_texts(self, texts: Sequence[str]) -> None:
        """The same choices in other words."""
        for index, text in enumerate(texts):
            self._group.button(index).setText(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        colors = theme.colors()
        style = _STYLE.format(
            line=colors.line,
            surface=colors.surface,
            text=colors.text,
            accent=colors.accent,
            on_accent=colors.on_accent,
            muted=colors.muted,
        )
        if style != self.styleSheet():  # setting one is itself a change of palette
            self.setStyleSheet(style)
