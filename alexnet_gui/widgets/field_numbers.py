"""Controls for numbers: whole, real, and too large for a spin box."""

from PySide6.QtCore import QLocale, QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QLineEdit, QSpinBox

from alexnet_gui.widgets.field_spec import FieldSpec
from alexnet_gui.widgets.wheel_guard import WheelGuard

_LARGEST_SPIN = 2**31 - 1


class IntegerControl(QSpinBox):
    """A whole number with its unit; of an "optional integer" one below the least says that there is none."""

    edited = Signal()

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__()
        WheelGuard(self)
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
        WheelGuard(self)
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
