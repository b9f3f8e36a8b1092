"""A titled group of rows that a person can fold away."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from alexnet_gui import theme


class FoldingGroup(QWidget):
    """A button with the title, and the rows below it while it is open."""

    def __init__(self, title: str, *, is_open: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._button = QToolButton()
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setAutoRaise(True)
        self._button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._button.setFont(theme.font(bold=True))
        self._content = QWidget()
        self._rows = QVBoxLayout(self._content)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._button)
        column.addWidget(self._content)
        self._button.clicked.connect(self._turn)
        self.set_title(title)
        self._is_open = is_open
        self._show()

    @property
    def is_open(self) -> bool:
        return self._is_open

    def set_open(self, is_open: bool) -> None:
        self._is_open = is_open
        self._show()

    def set_title(self, title: str) -> None:
        self._button.setText(title)

    def add(self, row: QWidget) -> None:
        self._rows.addWidget(row)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _turn(self) -> None:
        self.set_open(not self._is_open)

    def _show(self) -> None:
        self._button.setArrowType(Qt.ArrowType.DownArrow if self._is_open else Qt.ArrowType.RightArrow)
        self._button.setAccessibleDescription(self.tr("open") if self._is_open else self.tr("folded"))
        self._content.setVisible(self._is_open)
