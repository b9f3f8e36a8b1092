"""The controls of a form: each shows one value of one kind and says when a person changes it."""

from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QDir, QEvent, QLocale, QObject, QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator, QValidator
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QWidget,
)

from alexnet_gui import theme
from alexnet_gui.widgets.field_spec import FieldSpec

_LARGEST_SPIN = 2**31 - 1


class Control(Protocol):
    """What every control of a form can do; `edited` is emitted for a person's changes only."""

    edited: Signal

    def field_value(self) -> Any: ...
    def set_field_value(self, value: Any) -> None: ...
    def set_spec(self, spec: FieldSpec) -> None: ...


class _WheelGuard(QObject):
    """The wheel scrolls the form; it changes a value only where a person went into the field first."""

    def __init__(self, control: QWidget) -> None:
        super().__init__(control)
        control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


class ChoiceControl(QComboBox):
    """One of a few values."""

    edited = Signal()

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__()
        _WheelGuard(self)
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


class IntegerControl(QSpinBox):
    """A whole number with its unit; of an "optional integer" one below the least says that there is none."""

    edited = Signal()

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__()
        _WheelGuard(self)
        self._is_optional = spec.kind == "optional integer"
        least = int(spec.minimum) - self._is_optional
        self.setRange(least, min(int(spec.maximum), _LARGEST_SPIN))
        self.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
        self.setGroupSeparatorShown(True)
        self.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        self.setKeyboardTracking(False)
        self.set_spec(spec)
        self.valueChanged.connect(self.edited)

    def field_value(self) -> int | None:
        number = super().value()
        return None if self._is_optional and number == self.minimum() else number

    def set_field_value(self, value: int | None) -> None:
        self.setValue(self.minimum() if value is None else value)

    def set_spec(self, spec: FieldSpec) -> None:
        self.setSuffix(f" {spec.unit}" if spec.unit else "")
        self.setSpecialValueText(spec.nothing if self._is_optional else "")


class NumberControl(QDoubleSpinBox):
    """A real number over many powers of ten: written shortly, stepped in its own power of ten."""

    edited = Signal()

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__()
        _WheelGuard(self)
        self.setDecimals(10)
        self.setRange(spec.minimum, spec.maximum)
        self.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
        self.setSingleStep(0.01)
        self.setKeyboardTracking(False)
        self.set_spec(spec)
        self.valueChanged.connect(self.edited)

    def textFromValue(self, val: float) -> str:
        return self.locale().toString(val, "g", 6)

    def valueFromText(self, text: str) -> float:
        return self._parsed(text) or 0.0

    def validate(self, input: str, pos: int) -> tuple[QValidator.State, str, int]:
        number = self._parsed(input)
        if number is None:
            unfinished = QRegularExpression(r"^\s*\d*[.,]?\d*([eE][-+]?\d*)?\s*$").match(self._bare(input))
            state = QValidator.State.Intermediate if unfinished.hasMatch() else QValidator.State.Invalid
        else:
            inside = self.minimum() <= number <= self.maximum()
            state = QValidator.State.Acceptable if inside else QValidator.State.Intermediate
        return state, input, pos

    def field_value(self) -> float:
        return self.value()

    def set_field_value(self, value: float) -> None:
        self.setValue(value)

    def set_spec(self, spec: FieldSpec) -> None:
        self.setSuffix(f" {spec.unit}" if spec.unit else "")

    def _bare(self, text: str) -> str:
        return text.removesuffix(self.suffix()).strip()

    def _parsed(self, text: str) -> float | None:
        for locale in (self.locale(), QLocale.c()):
            number, is_one = locale.toDouble(self._bare(text))
            if is_one:
                return number
        return None


class LargeIntegerControl(QLineEdit):
    """A whole number too large for a spin box."""

    edited = Signal()

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__()
        self.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{1,19}"), self))
        self.editingFinished.connect(self._finished)
        self._last = ""

    def field_value(self) -> int:
        return int(self.text() or 0)

    def set_field_value(self, value: int) -> None:
        self._last = str(value)
        self.setText(self._last)

    def set_spec(self, spec: FieldSpec) -> None:
        """It has no words of its own."""

    def _finished(self) -> None:
        if self.text() != self._last:
            self._last = self.text()
            self.edited.emit()


class ProposalControl(QComboBox):
    """A word that may be any, with some proposed."""

    edited = Signal()

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__()
        _WheelGuard(self)
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


class FlagsControl(QWidget):
    """Any of a few switches; its value is the tuple of those that are on."""

    edited = Signal()

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        self._boxes = {value: QCheckBox(label) for value, label in spec.choices}
        for value, box in self._boxes.items():
            box.setObjectName(f"{spec.name}-{value}")
            box.clicked.connect(self.edited)
            row.addWidget(box)
        row.addStretch()
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


_CONTROLS: dict[str, type[QWidget]] = {
    "choice": ChoiceControl,
    "integer": IntegerControl,
    "optional integer": IntegerControl,
    "large integer": LargeIntegerControl,
    "number": NumberControl,
    "flags": FlagsControl,
    "text": ProposalControl,
    "source": SourceControl,
}


def make_control(spec: FieldSpec) -> Any:
    """The control for a setting of this kind: a QWidget that is a `Control`."""
    return _CONTROLS[spec.kind](spec)  # pyright: ignore[reportArgumentType]
