"""One input channel of a convolution: patch × kernel = products, cell by cell."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from alexnet_gui import theme
from alexnet_gui.figure.arithmetic_words import in_brackets, number
from alexnet_gui.figure.colormap import limit_of
from alexnet_gui.widgets.elided_label import ElidedLabel
from alexnet_gui.widgets.number_grid import NumberGrid
from core.arithmetic.parts import Convolution


class PatchDisplay(QWidget):
    """``source_wanted(unit)`` when a person asks where a value of the patch comes from."""

    source_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._part: Convolution | None = None
        self._channel, self._leads_back = 0, False
        self.patch, self.kernel, self.products = (NumberGrid() for _ in range(3))
        self._grids = self.patch, self.kernel, self.products
        self._headings = tuple(QLabel() for _ in self._grids)
        self.line = ElidedLabel()
        self._lay_out()
        for grid in self._grids:
            grid.pointed.connect(self._point)
            grid.opened.connect(self._open)
        self._retranslate()

    def show_channel(self, part: Convolution, channel: int, *, leads_back: bool) -> None:
        """Of its input channels the one that is number `channel`. `leads_back`: its values were computed, too."""
        self._part, self._channel, self._leads_back = part, channel, leads_back
        padding = ~part.window.inside
        products = part.products
        self.patch.set_numbers(part.patch[channel], float(limit_of(part.patch)), padding=padding)
        self.kernel.set_numbers(part.kernel[channel], float(limit_of(part.kernel)))
        self.products.set_numbers(products[channel], float(limit_of(products)), padding=padding)
        self._say()

    def _point(self, row: int, column: int) -> None:
        cell = (row, column) if row >= 0 else None
        for grid in self._grids:
            grid.point_at(cell)
        self._say()

    def _open(self, row: int, column: int) -> None:
        unit = self._part.source_at(self._channel, row, column) if self._part else None
        if unit is not None:
            self.source_wanted.emit(unit)

    def _say(self) -> None:
        part, channel = self._part, self._channel
        if part is None:
            return
        names = self.tr("Patch"), self.tr("Kernel"), self.tr("Products")
        for heading, name, grid in zip(self._headings, names, self._grids, strict=True):
            heading.setText(f"{name} {grid.note}".strip())
        cell = self.patch.current
        if cell is None:
            total = self.tr("Sum of these products: {sum}").format(sum=number(part.sums[channel]))
            self.line.setText(total)
            return
        factors = part.patch[channel][cell], part.kernel[channel][cell]
        equation = f"{number(factors[0])} × {in_brackets(factors[1])} = {number(factors[0] * factors[1])}"
        unit = part.source_at(channel, *cell)
        if unit is None:
            text = self.tr("Padding, beyond the edge of the map: {equation}")
            self.line.setText(text.format(equation=equation))
        else:
            text = self.tr("Row {row}, column {column} of the input: {equation}")
            hint = self.tr("a double click shows where it comes from") if self._leads_back else ""
            said = text.format(row=unit[1], column=unit[2], equation=equation)
            self.line.setText(f"{said}   {hint}".strip())

    def _lay_out(self) -> None:
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        for heading, grid, sign in zip(self._headings, self._grids, ("×", "=", ""), strict=True):
            heading.setFont(theme.font("small", figures=True))
            heading.setProperty("muted", True)
            heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(heading)
            column.addWidget(grid, 1)
            row.addLayout(column, 1)
            if sign:
                row.addWidget(QLabel(sign))
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setCornerWidget(QWidget())
        self.line.setFont(theme.font("small", figures=True))
        self.line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(area, 1)
        column.addWidget(self.line)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for grid, name in zip(
            self._grids,
            (self.tr("The patch that the unit sees"), self.tr("The kernel"), self.tr("Patch × kernel")),
            strict=True,
        ):
            grid.setAccessibleName(name)
        self._say()
