"""What an empty page shows: a sentence about what would be here, and the one button that fills it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from alexnet_gui import theme

_ICON = 48
_TEXT_WIDTH = 420


class EmptyState(QWidget):
    """``wanted()`` when the button is pressed."""

    wanted = Signal()

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        """`icon` is the name of a line icon."""
        super().__init__(parent)
        self._icon_name = icon
        self._icon = QLabel()
        self._title = QLabel()
        self._title.setFont(theme.font("title"))
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text.setFixedWidth(_TEXT_WIDTH)
        self._button = QPushButton()
        self._button.setObjectName("fill")
        self._button.setDefault(True)
        self._button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._button.clicked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setSpacing(2 * theme.GRID)
        column.addStretch(2)
        for part in (self._icon, self._title, self._text, self._button):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._dress()

    def set_texts(self, title: str, text: str, button: str) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._text.setFixedHeight(self._text.heightForWidth(_TEXT_WIDTH))
        self._button.setText(button)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        icon = theme.icon(self._icon_name, theme.colors().muted)
        self._icon.setPixmap(icon.pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
