"""What is done with one value, or with a small window of values."""

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from alexnet_gui import theme
from alexnet_gui.figure.arithmetic_words import formula, pooling_formula
from alexnet_gui.figure.colormap import limit_of
from alexnet_gui.widgets.function_curve import FunctionCurve
from alexnet_gui.widgets.number_grid import NumberGrid
from core.arithmetic.functions import FUNCTIONS
from core.arithmetic.parts import Activation, Convolution, Part, Pooling

NARROWEST = 3.0  # the curve of a function is drawn at least so far to both sides


class FormulaDisplay(QWidget):
    """A formula with names and the same with numbers; of an activation its curve, of a convolution how it adds up."""

    def __init__(self) -> None:
        super().__init__()
        self._part: Part | None = None
        self._names, self.numbers, self._caption = QLabel(), QLabel(), QLabel()
        self.curve = FunctionCurve()
        self._names.setProperty("muted", True)
        self._caption.setProperty("muted", True)
        self._caption.setFont(theme.font("small"))
        self._caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.numbers.setFont(theme.font(figures=True, bold=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addStretch(1)
        for label in (self._names, self.numbers):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self.curve, 6, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._caption)
        column.addStretch(1)

    def show_part(self, part: Part) -> None:
        self._part = part
        names, numbers = formula(part)
        self._names.setText(names)
        self.numbers.setText(numbers)
        adds_up = isinstance(part, Convolution) and len(part.patch) > 1
        self.curve.setVisible(adds_up or isinstance(part, Activation))
        self._caption.setText(self.tr("The sum, input channel by input channel"))
        self._caption.setVisible(adds_up)
        if isinstance(part, Activation):
            self._draw(part)
        elif isinstance(part, Convolution):
            sums = np.concatenate(([0.0], part.sums.cumsum()))
            self.curve.set_curve(np.arange(len(sums), dtype=np.float64), sums, (len(sums) - 1.0, part.value))

    def _draw(self, part: Activation) -> None:
        reach = max(1.2 * abs(part.before), NARROWEST) if np.isfinite(part.before) else NARROWEST
        x = np.linspace(-reach, reach, 161)
        y = np.array([FUNCTIONS[part.kind](float(value)) for value in x])
        self.curve.set_curve(x, y, (part.before, part.value))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._part is not None:
            self.show_part(self._part)


class WindowDisplay(QWidget):
    """A window that is pooled. ``source_wanted(unit)`` when a person asks where one of its values comes from."""

    source_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._part: Pooling | None = None
        self.grid, self._result = NumberGrid(), QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._note = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._note.setFont(theme.font("small", figures=True))
        self._note.setProperty("muted", True)
        self._result.setFont(theme.font(figures=True, bold=True))
        self.grid.opened.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._note)
        column.addWidget(self.grid, 1)
        column.addWidget(self._result)
        self._retranslate()

    def show_part(self, part: Pooling) -> None:
        self._part = part
        mark = part.strongest if part.divisor is None else None
        self.grid.set_numbers(part.values, float(limit_of(part.values)), padding=~part.window.inside, mark=mark)
        name, hint = self.tr("Window"), self.tr("a double click on a value shows where it comes from")
        self._note.setText(" · ".join((f"{name} {self.grid.note}".strip(), hint)))
        self._result.setText(pooling_formula(part))

    def _open(self, row: int, column: int) -> None:
        unit = self._part.source_at(row, column) if self._part else None
        if unit is not None:
            self.source_wanted.emit(unit)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.grid.setAccessibleName(self.tr("The window that is pooled"))
        if self._part is not None:
            self.show_part(self._part)
