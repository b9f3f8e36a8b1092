"""The lower half of the Network page: the maps of one layer as a grid, one of them large, figures below."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from alexnet_gui import theme
from alexnet_gui.figure.colormap import limit_of
from alexnet_gui.figure.map_desk import Look
from alexnet_gui.figure.map_statistics import as_rectangle, number_text, statistics
from alexnet_gui.figure.network_figure import INPUT
from alexnet_gui.formatting import percent
from alexnet_gui.pages.network_layers import LayerMaps, maps_of
from alexnet_gui.widgets.color_legend import ColorLegend
from alexnet_gui.widgets.elided_label import ElidedLabel
from alexnet_gui.widgets.image_grid import ImageGrid
from alexnet_gui.widgets.map_view import MapView
from alexnet_gui.widgets.patch_view import PatchView
from alexnet_gui.widgets.segments import Segments
from alexnet_gui.widgets.value_bars import ValueBars

MOST_BARS = 40  # more classes are shown as a grid of values


class MapsPanel(QWidget):
    """``activation_toggled()`` when `is_after` has changed; ``unit_picked(layer, unit)`` for a clicked value."""

    activation_toggled = Signal()
    unit_picked = Signal(str, object)
    save_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._look: Look | None = None
        self._maps: LayerMaps | None = None
        self._channel: int | None = None  # the one that is large
        self.title, self.back = ElidedLabel(), QToolButton()
        self.activation, self.scale = QCheckBox(), Segments(("", ""))
        self.save = QToolButton()
        self.grid, self.large, self.bars = ImageGrid(), MapView(), ValueBars()
        self.patch, self.legend = PatchView(), ColorLegend()
        self.figures = ElidedLabel()
        self._lay_out()
        self._connect()
        self._retranslate()

    # -- what is shown

    @property
    def channel(self) -> int | None:
        """The map that is shown large, None for all."""
        return self._channel

    @property
    def layer(self) -> str | None:
        """The name of the layer whose maps are shown."""
        return self._maps.key if self._maps else None

    @property
    def is_after(self) -> bool:
        """The values after a layer's activation are shown, where it has one."""
        return self.activation.isChecked()

    def show_layer(self, look: Look, name: str) -> None:
        self._look = look
        self.show_maps(maps_of(look, name, after=self.is_after))

    def show_maps(self, maps: LayerMaps) -> None:
        """Show a layer; the same layer again keeps what is large."""
        if self._maps is None or maps.key != self._maps.key:
            self._channel = None
        self._maps = maps
        self.title.setText(maps.title)
        self.patch.set_picture(maps.picture)
        self.activation.setVisible(bool(maps.activation))
        self.activation.setText(self.tr("After {activation}").format(activation=maps.activation))
        self._show()

    def open_channel(self, channel: int) -> None:
        """Show one map large."""
        if self._maps is not None and self._maps.values.ndim == 3:
            self._channel = channel % len(self._maps.values)
            self.grid.current = self._channel
            self._show()
            self.large.setFocus()

    def close_channel(self) -> None:
        """Show all maps again."""
        if self._channel is not None:
            self._channel = None
            self._show()
            self.grid.setFocus()

    def picture(self) -> QImage | None:
        """What is shown, for a file."""
        if self._maps is None:
            return None
        place = self._stack.currentWidget()
        if place is self.grid:
            return self.grid.picture()
        return self.large.picture() if place is self._large_place else self.bars.grab().toImage()

    def _show(self) -> None:
        maps = self._maps
        if maps is None:
            return
        values = maps.values
        if values.ndim == 3 and self._channel is None:
            self.grid.set_maps(values, each=self.scale.index == 0)
            self._stack.setCurrentWidget(self.grid)
        elif values.ndim == 3:
            self.large.set_map(values[self._channel], self._limit())
            self._stack.setCurrentWidget(self._large_place)
        elif 0 < len(maps.classes) <= MOST_BARS:
            self.bars.set_values(values, maps.classes, self._limit())
            self._stack.setCurrentWidget(self._bars_place)
        else:
            self.large.set_map(as_rectangle(values), self._limit())
            self._stack.setCurrentWidget(self._large_place)
        self.back.setVisible(self._channel is not None)
        self.scale.setVisible(values.ndim == 3)
        self.patch.setVisible(values.ndim == 3)
        self._show_ends()
        self._show_figures()

    def _limit(self) -> float:
        """What the strongest colour stands for in a large map."""
        assert self._maps is not None
        each = self._channel is not None and self.scale.index == 0
        return float(limit_of(self._maps.values[self._channel] if each else self._maps.values))

    def _show_ends(self) -> None:
        if self._stack.currentWidget() is self.grid and self.scale.index == 0:
            self.legend.set_ends(self.tr("−max"), self.tr("max"))
        else:
            limit = number_text(self._limit())
            self.legend.set_ends(f"−{limit}", limit)

    # -- figures

    def _show_figures(self, channel: int | None = None) -> None:
        """Of the whole layer, or of one of its maps."""
        if self._maps is None:
            return
        channel = self._channel if channel is None else channel
        values = self._maps.values if channel is None else self._maps.values[channel]
        found = statistics(values)
        parts = [
            self.tr("min {value}").format(value=number_text(found.smallest)),
            self.tr("max {value}").format(value=number_text(found.largest)),
            self.tr("mean {value}").format(value=number_text(found.mean)),
            self.tr("std {value}").format(value=number_text(found.deviation)),
            self.tr("zeros {share}").format(share=percent(found.zeros)),
        ]
        if found.missing:
            parts.append(self.tr("no numbers {share}").format(share=percent(found.missing)))
        if channel is not None:
            parts.insert(0, self.tr("channel {number}:").format(number=channel))
        self.figures.setText("  ".join(parts))
        self.legend.set_mark(None)

    def _hover_map(self, channel: int) -> None:
        self._show_figures(channel if channel >= 0 else None)

    def _hover_value(self, row: int, column: int) -> None:
        maps = self._maps
        if maps is None or row < 0:
            self.patch.set_patch(None)
            self._show_figures()
            return
        value = float(self.large.values[row, column])
        if maps.values.ndim == 3:
            text = self.tr("channel {channel}, row {row}, column {column}:   {value}").format(
                channel=self._channel, row=row, column=column, value=number_text(value)
            )
        else:
            unit = row * self.large.values.shape[1] + column
            text = self.tr("unit {unit}:   {value}").format(unit=unit, value=number_text(value))
        hint = "" if maps.key == INPUT else self.tr("a click shows its arithmetic")
        self.figures.setText(f"{text}   {hint}")
        self.legend.set_mark(value / self._limit())
        self.patch.set_patch(maps.field(row, column) if maps.field else None)

    def _pick(self, row: int, column: int) -> None:
        """A value of the large map was clicked; of the picture itself nothing is computed."""
        maps = self._maps
        if maps is None or maps.key == INPUT:
            return
        in_maps = maps.values.ndim == 3
        unit = (self._channel, row, column) if in_maps else (row * self.large.values.shape[1] + column,)
        self.unit_picked.emit(maps.key, unit)

    # -- looks

    def _connect(self) -> None:
        self.grid.opened.connect(self.open_channel)
        self.grid.hovered.connect(self._hover_map)
        self.grid.walked.connect(self._hover_map)
        self.large.hovered.connect(self._hover_value)
        self.large.picked.connect(self._pick)
        self.large.stepped.connect(self._step)
        self.large.closed.connect(self.close_channel)
        self.back.clicked.connect(self.close_channel)
        self.scale.chosen.connect(lambda _: self._show())
        self.activation.toggled.connect(self._toggle_activation)
        self.save.clicked.connect(self.save_wanted)

    def _toggle_activation(self) -> None:
        if self._look and self._maps:
            self.show_layer(self._look, self._maps.key)
        self.activation_toggled.emit()

    def _step(self, by: int) -> None:
        if self._channel is not None:
            self.open_channel(self._channel + by)

    def _lay_out(self) -> None:
        self.title.setFont(theme.font(bold=True))
        self.figures.setFont(theme.font("small", figures=True))
        self.back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        header = QHBoxLayout()
        header.setSpacing(8)
        header.addWidget(self.back)
        header.addWidget(self.title, 1)
        for part in (self.activation, self.scale, self.save):
            header.addWidget(part)
        self._large_place = QWidget()
        sides = QHBoxLayout(self._large_place)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(16)
        sides.addWidget(self.large, 2)
        sides.addWidget(self.patch, 1)
        self._bars_place = QScrollArea()
        self._bars_place.setFrameShape(QScrollArea.Shape.NoFrame)
        self._bars_place.setWidgetResizable(True)
        self._bars_place.setWidget(self.bars)
        self._stack = QStackedWidget()
        for place in (self.grid, self._large_place, self._bars_place):
            self._stack.addWidget(place)
        footer = QHBoxLayout()
        footer.setSpacing(16)
        footer.addWidget(self.figures, 1)
        footer.addWidget(self.legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(header)
        column.addWidget(self._stack, 1)
        column.addLayout(footer)
        names = {"mapsBack": self.back, "mapsScale": self.scale, "mapsActivation": self.activation}
        names |= {"mapsSave": self.save, "mapsGrid": self.grid, "mapsLarge": self.large, "mapsBars": self.bars}
        for name, part in names.items():
            part.setObjectName(name)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.save.setIcon(theme.icon("save"))

    def _retranslate(self) -> None:
        self.back.setText(self.tr("← All maps"))
        self.back.setToolTip(self.tr("Back to all maps of this layer (Esc)"))
        self.scale.set_texts((self.tr("Per map"), self.tr("Per layer")))
        self.scale.setToolTip(self.tr("What the colours stand for: each map's own largest value, or the layer's"))
        self.scale.setAccessibleName(self.tr("Colour scale"))
        self.activation.setToolTip(self.tr("The values as the next layer gets them"))
        self.save.setToolTip(self.tr("Save this picture (Ctrl+Shift+E)"))
        self.save.setAccessibleName(self.tr("Save this picture"))
        self.save.setIcon(theme.icon("save"))
        self.grid.setAccessibleName(self.tr("Feature maps"))
        self.large.setAccessibleName(self.tr("Feature map"))
        self.bars.setAccessibleName(self.tr("Output values"))
        self.patch.setAccessibleName(self.tr("What the unit sees of the picture"))
        self.legend.setAccessibleName(self.tr("Colour legend"))
        self._show()
