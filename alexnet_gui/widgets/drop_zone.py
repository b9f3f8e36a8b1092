"""An empty page that waits for pictures: a dashed frame, an icon, what may be dropped, one button."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from alexnet_gui import theme

ICON = 48


class DropZone(QWidget):
    """Says what may be dropped. It takes no drops itself: the whole window does."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._title, self._more = QLabel(), QLabel(), QLabel()
        self._button = QPushButton()
        self._button.clicked.connect(self.pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch()
        for part in (self._icon, self._title, self._more):
            if part is not self._icon:
                part.setWordWrap(True)
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self._title.setFont(theme.font("title"))
        self._dress()

    def set_texts(self, title: str, more: str, button: str) -> None:
        """The words: a title, a sentence, and what the button does."""
        self._title.setText(title)
        self._more.setText(more)
        self._button.setText(button)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(theme.colors().surface))
        painter.setPen(QPen(QColor(theme.colors().line), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 12, 12)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        colors = theme.colors()
        self._icon.setPixmap(theme.icon("picture", colors.muted).pixmap(ICON, ICON))
        if (style := f"color: {colors.muted}") != self._more.styleSheet():
            self._more.setStyleSheet(style)
