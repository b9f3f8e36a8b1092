"""Another learning rate for the run that goes on."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from alexnet_gui import theme
from alexnet_gui.run.recipe_fields import field_specs
from alexnet_gui.widgets.field_numbers import NumberControl

_WIDTH = 46  # characters of the sentence on a line


class RateDialog(QDialog):
    """Asks for a rate, `now` to begin with, and gives what was accepted to `change`."""

    def __init__(self, now: float, change: Callable[[float], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rateDialog")
        self._now, self._change = now, change
        spec = next(spec for spec in field_specs() if spec.name == "lr")
        self._control = NumberControl(spec)
        self._control.setAccessibleName(spec.title)
        self._control.set_field_value(now)
        self._control.selectAll()
        says = QLabel(self.tr("From the next step on, around which a schedule goes on. It is marked on the curves."))
        says.setWordWrap(True)
        says.setMinimumWidth(_WIDTH * says.fontMetrics().averageCharWidth())
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("Change"), QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(self._accepted)
        form = QFormLayout()
        form.addRow(spec.title, self._control)
        column = QVBoxLayout(self)
        column.setSpacing(2 * theme.GRID)
        column.addLayout(form)
        column.addWidget(says)
        column.addWidget(buttons)
        self.setWindowTitle(self.tr("Change the learning rate"))

    @Slot()
    def _accepted(self) -> None:
        self._control.interpretText()
        if self._control.field_value() != self._now:
            self._change(self._control.field_value())
