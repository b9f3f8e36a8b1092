"""A sentence in the place it concerns, with a way out beside it."""

from PySide6.QtCore import QEvent, QRectF, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from alexnet_gui import theme

_BAR = 4


class MessageStrip(QWidget):
    """Hidden until `say`. ``acted()`` when the button is pressed, which also closes the strip."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None, *, news_seconds: float | None = None) -> None:
        """With `news_seconds` a sentence of the kind "info" goes by itself after so long; trouble always stays."""
        super().__init__(parent)
        self._kind = "info"
        self._news = QTimer(self, interval=round(1000 * (news_seconds or 0)), singleShot=True)
        self._news.timeout.connect(self.hide)
        self._news_go = news_seconds is not None
        self._text = QLabel()
        self._text.setObjectName("message")
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton()
        self._button.setObjectName("wayOut")
        self._button.clicked.connect(self._act)
        self._close = QToolButton()
        self._close.setObjectName("closeMessage")
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID, 6, theme.GRID, 6)
        row.setSpacing(theme.GRID)
        row.addWidget(self._text)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._dress()
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown; "" when none is."""
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str, kind: str = "info", action: str = "") -> None:
        """Show a sentence of a kind ("info", "warning" or "error") and, if named, the button."""
        is_new = text != self.text
        self._kind = kind
        self._text.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.show()
        self.update()
        self._news.stop()
        if self._news_go and kind == "info":
            self._news.start()
        if is_new:
            QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(colors.line))
        painter.setBrush(QColor(colors.surface))
        painter.drawRoundedRect(frame, theme.GRID, theme.GRID)
        mark = {"info": colors.accent, "warning": colors.test, "error": colors.bad}[self._kind]
        painter.setClipRect(QRectF(0, 0, _BAR, self.height()))
        painter.setBrush(QColor(mark))
        painter.setPen(QColor(mark))
        painter.drawRoundedRect(frame, theme.GRID, theme.GRID)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self._dress()

    def _act(self) -> None:
        self.hide()
        self.acted.emit()

    def _dress(self) -> None:
        self._close.setIcon(theme.icon("close"))
        self._close.setAccessibleName(self.tr("Close the message"))
        self._close.setToolTip(self.tr("Close the message"))
