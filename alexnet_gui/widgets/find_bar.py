"""A field that comes when something is looked for, and goes when it was found."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

_WIDTH = 224
_MARGIN = 8


class FindBar(QLineEdit):
    """Lies in the upper right corner of its parent. ``found(number)`` for one of the names, by Enter or a click in the
    list of those that hold what is typed."""

    found = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._names: list[str] = []
        self._back: QWidget | None = None  # who had the keyboard before
        self._list = QStringListModel(self)
        self._offer = completer = QCompleter(self._list, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(12)
        completer.activated[str].connect(self._chosen)  # type: ignore[index]
        self.setCompleter(completer)
        self.setClearButtonEnabled(True)
        parent.installEventFilter(self)
        self.hide()

    def offer(self, names: Sequence[str]) -> None:
        """These can be found."""
        self._names = list(names)
        self._list.setStringList(self._names)

    def open(self) -> None:
        """Come, and take the keyboard."""
        self._back = self.window().focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.setFocus()
        self.selectAll()

    def _enter(self) -> None:
        text = self.text().casefold().strip()
        match = next((name for name in self._names if text and text in name.casefold()), None)
        if match is not None:
            self._chosen(match)

    def _chosen(self, name: str) -> None:
        if self.isVisible():  # a list that is left by Enter says it twice
            if popup := self._offer.popup():
                popup.hide()
            self.hide()
            self.found.emit(self._names.index(name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # a field leaves it to its list while that is open
            self._enter()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._back is not None:
            self._back.setFocus()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        width = min(_WIDTH, self._over.width() - 2 * _MARGIN)
        self.setGeometry(self._over.width() - width - _MARGIN, _MARGIN, width, self.sizeHint().height())
