"""Where a unit is: in the map of its channel, and what it sees of the picture."""

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from alexnet_gui import theme
from alexnet_gui.figure.arithmetic_words import unit_text
from alexnet_gui.figure.colormap import limit_of
from alexnet_gui.figure.map_statistics import as_rectangle
from alexnet_gui.figure.unit_look import UnitLook
from alexnet_gui.pages.network_layers import LayerMaps
from alexnet_gui.widgets.elided_label import ElidedLabel
from alexnet_gui.widgets.patch_view import PatchView
from alexnet_gui.widgets.unit_map import UnitMap
from core.arithmetic.parts import Unit


class UnitPlace(QWidget):
    """``chosen(unit)`` when a person picks another one; ``after_toggled()`` for the layer's activation."""

    chosen = Signal(object)
    after_toggled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._unit: Unit = ()
        self._in_maps = True
        self.channel, self.activation = QSpinBox(), QCheckBox()
        self.map, self.patch = UnitMap(), PatchView()
        self._channel_label, self._line = QLabel(), ElidedLabel()
        self.activation.setChecked(True)
        self._lay_out()
        self.map.chosen.connect(self._choose_place)
        self.map.stepped.connect(lambda by: self.channel.stepBy(by))
        self.channel.valueChanged.connect(self._choose_channel)
        self.activation.toggled.connect(self.after_toggled)
        self._retranslate()

    @property
    def is_after(self) -> bool:
        """The values after a layer's activation are meant, where it has one."""
        return self.activation.isChecked()

    def set_after(self, after: bool) -> None:
        """Choose without saying so."""
        with QSignalBlocker(self.activation):
            self.activation.setChecked(after)

    def offer(self, maps: LayerMaps, unit: Unit) -> None:
        """These are the units to choose from, and the one that is chosen."""
        self._unit, self._in_maps = unit, maps.values.ndim == 3
        self.activation.setVisible(bool(maps.activation))
        self.activation.setText(self.tr("After {activation}").format(activation=maps.activation))
        self._name_channel()
        with QSignalBlocker(self.channel):
            self.channel.setRange(0, len(maps.values) - 1)
            self.channel.setValue(unit[0])

    def show_unit(self, found: UnitLook, maps: LayerMaps) -> None:
        """The unit in its map; `maps` are of its layer."""
        unit, values = found.trace.last.unit, found.trace.maps
        if values.ndim == 3:
            channel, row, column = unit
            shown = values[channel]
        else:
            shown = as_rectangle(values)
            row, column = divmod(unit[0], shown.shape[1])
        self.map.set_map(shown, float(limit_of(shown)))
        self.map.set_place(row, column)
        self.patch.set_picture(maps.picture)
        self.patch.set_patch(maps.field(row, column) if maps.field else None)
        name = f" · {found.classes[unit[0]]}" if found.answer is not None else ""
        self._line.setText(f"{unit_text(unit)}{name} · {found.title}")

    # -- what a person does

    def _choose_place(self, row: int, column: int) -> None:
        if self._in_maps:
            self._choose((self._unit[0], row, column))
        else:
            self.channel.setValue(row * self.map.values.shape[1] + column)

    def _choose_channel(self, channel: int) -> None:
        self._choose((channel, *self._unit[1:]))

    def _choose(self, unit: Unit) -> None:
        self._unit = unit
        self.chosen.emit(unit)

    # -- looks

    def _lay_out(self) -> None:
        self._channel_label.setBuddy(self.channel)
        self.channel.setKeyboardTracking(False)
        self._line.setFont(theme.font("small", figures=True))
        tools = QHBoxLayout()
        tools.setSpacing(theme.GRID)
        for part in (self._channel_label, self.channel, self.activation):
            tools.addWidget(part)
        tools.addStretch(1)
        pictures = QHBoxLayout()
        pictures.setSpacing(theme.GRID)
        pictures.addWidget(self.map, 3)
        pictures.addWidget(self.patch, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(tools)
        column.addLayout(pictures, 1)
        column.addWidget(self._line)
        names = {"arithmeticMap": self.map, "arithmeticChannel": self.channel, "arithmeticAfter": self.activation}
        for name, part in names.items():
            part.setObjectName(name)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.map.setAccessibleName(self.tr("Feature map: arrows choose a value, Page Up and Page Down another channel"))
        self.channel.setAccessibleName(self.tr("Channel or unit"))
        self.activation.setToolTip(self.tr("The values as the next layer gets them"))
        self.patch.setAccessibleName(self.tr("What the unit sees of the picture"))
        self._name_channel()

    def _name_channel(self) -> None:
        self._channel_label.setText(self.tr("Channel:") if self._in_maps else self.tr("Unit:"))
