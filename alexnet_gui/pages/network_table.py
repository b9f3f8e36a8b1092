"""A network layer by layer as a table: what the figure shows, for reading line by line and for screen readers."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from alexnet_gui import theme
from alexnet_gui.figure.network_figure import field_text, layer_text, shape_text
from alexnet_gui.formatting import DASH, count, moment, size

if TYPE_CHECKING:
    from alexnet_gui.figure.map_desk import Look
    from core.models.description import Description, Layer

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LayerTable(QTableWidget):
    """Every layer a row, the sums as the last. ``opened(name)`` for a row that is activated."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layerTable")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setHighlightSections(False)
        self._description: Description | None = None
        self._seconds: Mapping[str, float] = {}
        self.itemActivated.connect(self._activated)
        self._retranslate()

    def show_layer(self, look: "Look", name: str) -> None:
        self.show_description(look.description)
        self.mark(name)

    def picture(self) -> QImage | None:
        return self.grab().toImage()

    def show_description(self, description: "Description") -> None:
        """Show this network."""
        if description is self._description:
            return
        self._description = description
        with QSignalBlocker(self):
            self.setRowCount(len(description.layers) + 1)
            for row, layer in enumerate(description.layers):
                self._set_row(row, self._cells(layer))
            totals = description.totals
            self._set_row(
                len(description.layers),
                (
                    self.tr("Sum"),
                    "",
                    "",
                    count(totals.parameters),
                    count(totals.multiply_adds),
                    size(totals.bytes),
                    size(totals.activation_bytes),
                    moment(sum(self._seconds.values()) if self._seconds else None),
                    "",
                ),
                bold=True,
            )

    def set_seconds(self, seconds: Mapping[str, float]) -> None:
        """What each layer takes, by its name; empty where that is not known."""
        self._seconds = dict(seconds)
        if self._description is not None:
            shown, self._description = self._description, None
            self.show_description(shown)

    def mark(self, name: str) -> None:
        """Select the row of a layer without opening it."""
        layers = self._description.layers if self._description else ()
        for row, layer in enumerate(layers):
            if layer.name == name:
                self.selectRow(row)

    def _cells(self, layer: "Layer") -> tuple[str, ...]:
        return (
            layer.name,
            layer_text(layer),
            shape_text(layer.output_shape),
            count(layer.parameters) if layer.parameters else DASH,
            count(layer.multiply_adds) if layer.multiply_adds else DASH,
            size(layer.bytes) if layer.bytes else DASH,
            size(layer.activation_bytes),
            moment(self._seconds.get(layer.name)),
            field_text(layer),
        )

    def _set_row(self, row: int, cells: tuple[str, ...], *, bold: bool = False) -> None:
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setTextAlignment(_LEFT if column < 2 else _RIGHT)
            item.setFont(theme.font("small", figures=True, bold=bold))
            self.setItem(row, column, item)

    def _activated(self, item: QTableWidgetItem) -> None:
        if self._description and item.row() < len(self._description.layers):
            self.opened.emit(self._description.layers[item.row()].name)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        headings = [
            self.tr("Name"),
            self.tr("Layer"),
            self.tr("Output"),
            self.tr("Parameters"),
            self.tr("Multiply-adds"),
            self.tr("Weights"),
            self.tr("Activations"),
            self.tr("Time"),
            self.tr("Receptive field"),
        ]
        self.setColumnCount(len(headings))
        self.setHorizontalHeaderLabels(headings)
        self.setAccessibleName(self.tr("The network layer by layer"))
        if self._description is not None:
            shown, self._description = self._description, None
            self.show_description(shown)
