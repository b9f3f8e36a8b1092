"""A sentence across the window's foot: news goes by itself, trouble stays until it is closed."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton

from alexnet_gui import theme

_SECONDS = 8


class Notice(QFrame):
    """Hidden until `say`."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._text = QLabel()
        self._text.setObjectName("noticeText")
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = QToolButton()
        self._close.setObjectName("closeNotice")
        self._close.clicked.connect(self.hide)
        self._timer = QTimer(self, interval=_SECONDS * 1000, singleShot=True)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID, 4, theme.GRID, 4)
        row.addWidget(self._text)
        row.addWidget(self._close)
        self._dress()
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown; "" when none is."""
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str, kind: str) -> None:
        """Show a sentence. `kind`: "info" goes after some seconds, "warning" and "error" stay."""
        self._text.setText(text)
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        self._timer.stop()
        if kind == "info":
            self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self._dress()

    def _dress(self) -> None:
        self._close.setIcon(theme.icon("close"))
        self._close.setAccessibleName(self.tr("Close the message"))
        self._close.setToolTip(self.tr("Close the message"))
