"""A panel at the right edge that folds into a strip with one button."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QToolButton, QWidget

from alexnet_gui import theme

_WIDTH = 312
_TOP = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
_TOP_RIGHT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight


class SidePanel(QFrame):
    """Shows `content` below a title. Emits ``opened(bool)`` when a person folds or unfolds it."""

    opened = Signal(bool)

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setObjectName("sidePanel")
        self._content = content
        self._title = QLabel()
        self._title.setFont(theme.font(bold=True))
        self._button = QToolButton()
        self._button.setObjectName("foldPanel")
        self._button.setCheckable(True)
        self._button.toggled.connect(self.set_open)
        self._button.clicked.connect(self.opened)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 4, 0)
        grid.setSpacing(0)
        grid.addWidget(self._title, 0, 0)
        grid.addWidget(self._button, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(content, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(1, 1)
        self._title.setIndent(2 * theme.GRID)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._tint()
        self.set_open(True)

    def set_texts(self, title: str, button: str) -> None:
        """The title, and what the button does in words."""
        self._title.setText(title)
        self._button.setAccessibleName(button)
        self._button.setToolTip(button)

    def set_open(self, is_open: bool) -> None:
        """Unfold or fold, without emitting `opened`."""
        self._button.setChecked(is_open)
        self._content.setVisible(is_open)
        self._title.setVisible(is_open)
        self.setFixedWidth(_WIDTH if is_open else self._button.sizeHint().width() + theme.GRID)
        self._grid.setAlignment(self._button, _TOP_RIGHT if is_open else _TOP)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        self._button.setIcon(theme.icon("panel"))
