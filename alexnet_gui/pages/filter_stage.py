"""Shows filters: all of a layer as a grid, the kernels of one as a grid, or one kernel with its values."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from alexnet_gui import theme
from alexnet_gui.figure.colormap import limit_of
from alexnet_gui.figure.map_statistics import as_rectangle, number_text
from alexnet_gui.widgets.color_legend import ColorLegend
from alexnet_gui.widgets.elided_label import ElidedLabel
from alexnet_gui.widgets.image_grid import ImageGrid
from alexnet_gui.widgets.map_view import MapView
from alexnet_gui.widgets.segments import Segments

if TYPE_CHECKING:
    from core.filters import Filters

_GAP = 4  # pixels: kernels have no dark rim that would tell them apart


class FilterStage(QWidget):
    """The switches `order` and `scale` are placed by whoever has the stage.

    ``opened(number)``: a filter, or an input channel where one filter is shown. ``stepped(by)`` and ``closed()`` come
    from the large kernel.
    """

    opened = Signal(int)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters: Filters | None = None
        self._whole: NDArray[np.float32] | None = None
        self._channel: int | None = None
        self._is_change = False
        self._shown: NDArray[np.integer] = np.zeros(0, np.int64)  # which stands at each place of the grid
        self.order, self.scale = Segments(("",) * 2), Segments(("",) * 2)
        self.grid, self.large = ImageGrid(gap=_GAP), MapView()
        self.figures, self.legend = ElidedLabel(), ColorLegend()
        self._lay_out()
        self._connect()
        self._retranslate()

    # -- what is shown

    def show_filters(
        self, filters: "Filters", whole: NDArray[np.float32] | None, channel: int | None, *, is_change: bool
    ) -> None:
        """All filters; or the kernels of one that is `whole`; or one `channel` of it, large. `is_change`: these are
        differences of weights."""
        self._filters, self._whole, self._channel, self._is_change = filters, whole, channel, is_change
        self._show()

    def picture(self) -> QImage:
        """What is shown, for a file."""
        return self.grid.picture() if self._stack.currentWidget() is self.grid else self.large.picture()

    def _show(self) -> None:
        filters, whole = self._filters, self._whole
        if filters is None:
            return
        if whole is None:
            self._show_grid(_faces(filters), filters.norms, filters.silent)
        elif whole.ndim == 3 and self._channel is None:
            self._show_grid(whole, np.linalg.norm(whole, axis=(1, 2)), np.zeros(len(whole), bool))
        else:
            values = whole[self._channel or 0] if whole.ndim == 3 else as_rectangle(whole)
            self.large.set_map(values, float(limit_of(values)))
            self._bring(self.large)
        self._show_ends()
        self._show_figures()

    def _show_grid(self, faces: NDArray[np.floating], norms: NDArray[np.floating], zero: NDArray[np.bool_]) -> None:
        self._shown = np.argsort(-norms, kind="stable") if self.order.index == 1 else np.arange(len(norms))
        crossed = frozenset(np.flatnonzero(zero[self._shown]).tolist())
        self.grid.set_maps(faces[self._shown], each=self._each, crossed=crossed)
        self._bring(self.grid)

    @property
    def _each(self) -> bool:
        """Every square of the grid has a scale of its own; a single number has none."""
        only_norms = self._whole is None and self._filters is not None and self._filters.faces is None
        return self.scale.index == 0 and not only_norms

    def _bring(self, place: QWidget) -> None:
        before = self._stack.currentWidget()
        had_focus = before is not None and before.hasFocus()
        self._stack.setCurrentWidget(place)
        if had_focus:
            place.setFocus()
        self.order.setVisible(place is self.grid)
        self.scale.setVisible(place is self.grid and self.grid.maps.shape[1] > 1)
        self.legend.setVisible(place is self.large or self.grid.maps.ndim == 3)

    def _show_ends(self) -> None:
        is_grid = self._stack.currentWidget() is self.grid
        if is_grid and self._each:
            self.legend.set_ends(self.tr("−max"), self.tr("max"))
        else:
            limit = number_text(float(limit_of(self.grid.maps if is_grid else self.large.values)))
            self.legend.set_ends(f"−{limit}", limit)

    # -- figures

    def _show_figures(self) -> None:
        """Of all that is shown."""
        self.legend.set_mark(None)
        if self._whole is not None:
            norm = float(np.linalg.norm(self._whole))
            self.figures.setText(self.tr("norm {value}").format(value=number_text(norm)))
        elif self._filters is not None:
            self.figures.setText("   ".join(self._figures_of_all(self._filters)))

    def _figures_of_all(self, filters: "Filters") -> list[str]:
        low, high = float(filters.norms.min()), float(filters.norms.max())
        parts = [self.tr("norms {low} to {high}").format(low=number_text(low), high=number_text(high))]
        if count := int(filters.silent.sum()):
            text = self.tr("unchanged: {count} ×") if self._is_change else self.tr("zero: {count} ×")
            parts.append(text.format(count=count))
        if filters.faces is None:
            parts.append(self.tr("each square is the norm of one; a click opens its weights"))
        elif not filters.of_pictures:
            parts.append(self.tr("of each its strongest kernel; a click opens all"))
        elif filters.shape[0] == 3:
            parts.append(self.tr("in colours, grey for zero"))
        return parts

    def _hover(self, place: int) -> None:
        if 0 <= place < len(self._shown):
            self.figures.setText(self._said_of(int(self._shown[place])))
        else:
            self._show_figures()

    def _said_of(self, number: int) -> str:
        """Of a filter, or of a kernel of the one that is shown."""
        filters, whole = self._filters, self._whole
        if whole is not None:
            norm = float(np.linalg.norm(whole[number]))
            return self.tr("input channel {number}:   norm {value}").format(number=number, value=number_text(norm))
        assert filters is not None
        norm = float(filters.norms[number])
        said = self.tr("filter {number}:   norm {value}").format(number=number, value=number_text(norm))
        if filters.strongest is None:
            return said
        strongest = self.tr("strongest kernel: input channel {number}").format(number=filters.strongest[number])
        return f"{said}   {strongest}"

    def _hover_value(self, row: int, column: int) -> None:
        if self._whole is None or row < 0:
            self._show_figures()
            return
        values = self.large.values
        value = float(values[row, column])
        if self._whole.ndim == 3:
            text = self.tr("row {row}, column {column}:   {value}").format(
                row=row, column=column, value=number_text(value)
            )
        else:
            unit = row * values.shape[1] + column
            text = self.tr("input {unit}:   {value}").format(unit=unit, value=number_text(value))
        self.figures.setText(text)
        self.legend.set_mark(value / float(limit_of(values)))

    # -- looks

    def _open(self, place: int) -> None:
        self.opened.emit(int(self._shown[place]))

    def _connect(self) -> None:
        self.grid.opened.connect(self._open)
        self.grid.hovered.connect(self._hover)
        self.grid.walked.connect(self._hover)
        self.large.hovered.connect(self._hover_value)
        self.large.stepped.connect(self.stepped)
        self.large.closed.connect(self.closed)
        for switch in (self.order, self.scale):
            switch.chosen.connect(lambda _: self._show())

    def _lay_out(self) -> None:
        self.figures.setFont(theme.font("small", figures=True))
        self._stack = QStackedWidget()
        for place in (self.grid, self.large):
            self._stack.addWidget(place)
        footer = QHBoxLayout()
        footer.setSpacing(16)
        footer.addWidget(self.figures, 1)
        footer.addWidget(self.legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._stack, 1)
        column.addLayout(footer)
        self.grid.setObjectName("filtersGrid")
        self.large.setObjectName("filtersLarge")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.order.set_texts((self.tr("By number"), self.tr("By norm")))
        self.order.setAccessibleName(self.tr("Order"))
        self.scale.set_texts((self.tr("Scale of each"), self.tr("One for all")))
        self.scale.setToolTip(self.tr("What the colours stand for: each one's own largest value, or that of all"))
        self.scale.setAccessibleName(self.tr("Colour scale"))
        self.grid.setAccessibleName(self.tr("Filters"))
        self.large.setAccessibleName(self.tr("Kernel"))
        self.legend.setAccessibleName(self.tr("Colour legend"))
        self._show()


def _faces(filters: "Filters") -> NDArray[np.floating]:
    """What stands for each filter in the grid: (out, k, k), (out, k, k, 3), or its norm as (out, 1, 1)."""
    if filters.faces is None:
        return filters.norms[:, None, None]
    return filters.faces[:, 0] if filters.faces.shape[1] == 1 else filters.faces.transpose(0, 2, 3, 1)
