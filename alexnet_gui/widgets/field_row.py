"""One row of a form: the label, the control, its help, and below what is wrong with the value."""

from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QToolButton, QToolTip, QWidget

from alexnet_gui import theme
from alexnet_gui.widgets.field_controls import make_control
from alexnet_gui.widgets.field_spec import FieldSpec

_LABEL_WIDTH = 92
_CONTROL_WIDTH = 96


class FieldRow(QWidget):
    """`control` holds the value. It stands beside its label; flags, which need the width, stand below."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._idle = ""
        self.control: Any = make_control(spec)
        self.control.setObjectName(f"field-{spec.name}")
        self.control.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.control.setMinimumWidth(_CONTROL_WIDTH)
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setBuddy(self.control)
        self._help = QToolButton()
        self._help.setAutoRaise(True)
        self._help.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # with the keyboard, Shift+F1 in the field says the same
        self._help.clicked.connect(self._show_help)
        self._error = QLabel()
        self._error.setWordWrap(True)
        self._error.setFont(theme.font("small"))
        self._error.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._label, 0, 0)
        grid.addWidget(self.control, *((1, 0, 1, 3) if spec.kind == "flags" else (0, 1)))
        grid.addWidget(self._help, 0, 2)
        grid.addWidget(self._error, 2, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self.set_spec(spec)
        self._dress()

    def set_spec(self, spec: FieldSpec) -> None:
        """The same field in other words."""
        self._spec = spec
        self._label.setText(spec.title)
        self._help.setAccessibleName(self.tr("Help for {title}").format(title=spec.title))
        self.control.set_spec(spec)
        self.control.setAccessibleName(spec.title)
        self.set_idle(self._idle)

    def set_idle(self, why: str) -> None:
        """Only show the value, which has no effect now, and say why in the help; "" lets a person change it."""
        self._idle = why
        self._label.setEnabled(not why)
        self.control.setEnabled(not why)
        said = f"{why}\n{self._spec.help}" if why else self._spec.help
        self._help.setToolTip(said)
        self.control.setAccessibleDescription(said)
        self.control.setToolTip(said)
        self.control.setWhatsThis(said)

    @property
    def longest_word(self) -> int:
        """The width of the longest word of the label, which cannot be broken."""
        measured = self._label.fontMetrics().horizontalAdvance
        return max(map(measured, self._label.text().split()), default=0)

    def set_label_width(self, width: int) -> None:
        """Give the label this much room, or the usual where that is more."""
        self._label.setFixedWidth(max(_LABEL_WIDTH, width))

    def set_error(self, sentence: str) -> None:
        """Say what is wrong with the value; "" says nothing."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    @property
    def error(self) -> str:
        return self._error.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _show_help(self) -> None:
        QToolTip.showText(self._help.mapToGlobal(QPoint(0, self._help.height())), self._help.toolTip(), self._help)

    def _dress(self) -> None:
        self._help.setIcon(theme.icon("help", theme.colors().muted))
        palette = self._error.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.colors().bad)
        if palette != self._error.palette():
            self._error.setPalette(palette)
