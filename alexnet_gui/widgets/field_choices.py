"""Controls to choose: one of a few words, a word of one's own, a switch, several switches, a source of pictures."""

from pathlib import Path

from PySide6.QtCore import QDir, QEvent, QPoint, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from alexnet_gui import theme
from alexnet_gui.widgets.columns_layout import ColumnsLayout
from alexnet_gui.widgets.field_spec import FieldSpec
from alexnet_gui.widgets.wheel_guard import WheelGuard


class ChoiceControl(QComboBox):
    """One of a few values."""

    edited = Signal()

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__()
        WheelGuard(self)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value, label in spec.choices:
            self.addItem(label, value)
        self.activated.connect(self.edited)

    def field_value(self) -> str:
        return self.currentData()

    def set_field_value(self, value: str) -> None:
        self.setCurrentIndex(self.findData(value))

    def set_spec(self, spec: FieldSpec) -> None:
        for index, (_, label) in enumerate(spec.choices):
            self.setItemText(index, label)


class ProposalControl(QComboBox):
    """A word that may be any, with some proposed."""

    edited = Signal()

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__()
        WheelGuard(self)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.addItems([value for value, _ in spec.choices])
        self.activated.connect(self.edited)
        line = self.lineEdit()
        if line:
            line.editingFinished.connect(self.edited)

    def field_value(self) -> str:
        return self.currentText().strip()

    def set_field_value(self, value: str) -> None:
        self.setCurrentText(value)

    def set_spec(self, spec: FieldSpec) -> None:
        """Words to be typed are not translated."""


class SwitchControl(QCheckBox):
    """Yes or no. Its name stands beside it, so all of its width takes a click."""

    edited = Signal()

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__()
        self.clicked.connect(self.edited)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def field_value(self) -> bool:
        return self.isChecked()

    def set_field_value(self, value: bool) -> None:
        self.setChecked(value)

    def set_spec(self, spec: FieldSpec) -> None:
        """It has no words of its own."""


class FlagsControl(QWidget):
    """Any of a few switches; its value is the tuple of those that are on."""

    edited = Signal()

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__()
        columns = ColumnsLayout(self, column_gap=theme.GRID, row_gap=4)
        self._boxes = {value: QCheckBox(label) for value, label in spec.choices}
        for value, box in self._boxes.items():
            box.setObjectName(f"{spec.name}-{value}")
            box.clicked.connect(self.edited)
            columns.addWidget(box)
        self.setFocusProxy(next(iter(self._boxes.values())))

    def field_value(self) -> tuple[str, ...]:
        return tuple(value for value, box in self._boxes.items() if box.isChecked())

    def set_field_value(self, value: tuple[str, ...]) -> None:
        for name, box in self._boxes.items():
            box.setChecked(name in value)

    def set_spec(self, spec: FieldSpec) -> None:
        for value, label in spec.choices:
            self._boxes[value].setText(label)


class SourceControl(QWidget):
    """One of the shipped sources, or a folder that a person picks."""

    edited = Signal()

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__()
        self._shipped = len(spec.choices)
        self._list = ChoiceControl(spec)
        self._list.edited.connect(self.edited)
        self._pick = QToolButton()
        self._pick.setObjectName("pickFolder")
        self._pick.clicked.connect(self._ask)
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._list)
        row.addWidget(self._pick)
        self.setFocusProxy(self._list)
        self._dress()

    def field_value(self) -> str:
        return self._list.field_value()

    def set_field_value(self, value: str) -> None:
        if self._list.findData(value) < 0:
            while self._list.count() > self._shipped:
                self._list.removeItem(self._shipped)
            self._list.addItem(theme.icon("open"), Path(value).name, value)
        self._list.set_field_value(value)
        self._list.setToolTip(value)

    def set_spec(self, spec: FieldSpec) -> None:
        self._list.set_spec(spec)
        self._list.setAccessibleName(spec.title)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self._dress()

    def _dress(self) -> None:
        self._pick.setIcon(theme.icon("open"))
        self._pick.setAccessibleName(self.tr("Choose a folder of pictures"))
        self._pick.setToolTip(self.tr("Choose a folder with one sub-folder of pictures a class"))

    def _ask(self) -> None:
        start = self.field_value() if Path(self.field_value()).is_dir() else QDir.homePath()
        folder = QFileDialog.getExistingDirectory(self, self._pick.toolTip(), start)
        if folder:
            self.set_field_value(folder)
            self.edited.emit()
