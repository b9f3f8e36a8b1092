"""The settings of the machine: device, precision, threads. A run takes them at its start."""

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from alexnet_gui import formatting, theme
from alexnet_gui.context import Studio
from alexnet_gui.widgets.option_list import Option, OptionList

if TYPE_CHECKING:
    from core.devices import DeviceInfo

PRECISIONS = ("auto", "fp32", "bf16", "fp16")


def _devices() -> "list[DeviceInfo]":
    from core.devices import devices

    return devices()


class MachineSection(QWidget):
    """The devices are looked for in the background, because that takes torch."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._settings = studio.settings
        self._found: list[DeviceInfo] = []
        self._trouble = ""
        self._device, self._precision, self._threads = OptionList(), QComboBox(), QSpinBox()
        self._device.setObjectName("device")
        self._precision.setObjectName("precision")
        self._threads.setObjectName("threads")
        self._threads.setRange(0, 4 * (os.cpu_count() or 1))
        self._labels = {"precision": QLabel(), "threads": QLabel()}
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setFont(theme.font("small"))
        self._note.setProperty("muted", True)
        self._lay_out()
        self._device.chosen.connect(self._device_chosen)
        self._precision.activated.connect(self._precision_chosen)
        self._threads.valueChanged.connect(self._threads_chosen)
        self._settings.changed.connect(self._setting_changed)
        self._retranslate()
        studio.background.run(_devices, self.take_devices, self._take_trouble, owner=self, lane="devices")

    def take_devices(self, found: "list[DeviceInfo]") -> None:
        """Offer these devices, the fastest first."""
        self._found = found
        self._show_devices()
        self._show_precisions()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(2 * theme.GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        for name, field in (("precision", self._precision), ("threads", self._threads)):
            self._labels[name].setBuddy(field)
            field.setMinimumWidth(20 * theme.GRID)
            form.addRow(self._labels[name], field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self._device)
        column.addLayout(form)
        column.addWidget(self._note)

    def _retranslate(self) -> None:
        self._labels["precision"].setText(self.tr("&Precision"))
        self._labels["threads"].setText(self.tr("Pr&ocessor threads"))
        self._threads.setSpecialValueText(self.tr("Automatic"))
        self._note.setText(self.tr("A run takes these at its start, where its recipe leaves them open."))
        self._show_devices()
        self._show_precisions()
        self._threads.setValue(self._settings.threads)

    def _show_devices(self) -> None:
        automatic = Option("auto", self.tr("Automatic"), self._trouble or self.tr("Looking for devices…"))
        if self._found:
            best = self.tr("The fastest there is: {device}").format(
                device=formatting.device(self._found[0].name, "auto")
            )
            automatic = Option("auto", self.tr("Automatic"), best)
        options = [automatic, *(self._option(device) for device in self._found)]
        chosen = self._settings.device
        if chosen not in [option.key for option in options]:
            missing = self.tr("Not on this machine now") if self._found else ""
            options.append(Option(chosen, formatting.device(chosen, "auto"), missing))
        self._device.set_options(options, chosen)

    def _option(self, device: "DeviceInfo") -> Option:
        details = self.tr("{memory} memory, {precisions}").format(
            memory=formatting.size(device.memory_bytes or None), precisions=", ".join(device.precisions)
        )
        return Option(device.name, f"{formatting.device(device.name, 'auto')} · {device.label}", details)

    def _show_precisions(self) -> None:
        """All of them; those that the device does not have cannot be chosen."""
        model = QStandardItemModel(self._precision)
        for name in PRECISIONS:
            item = QStandardItem(self.tr("Automatic") if name == "auto" else name)
            item.setData(name)
            item.setEnabled(name in self._precisions())
            model.appendRow(item)
        self._precision.setModel(model)
        self._precision.setCurrentIndex(PRECISIONS.index(self._settings.precision))

    def _precisions(self) -> tuple[str, ...]:
        chosen = self._settings.device
        device = next((device for device in self._found if chosen in (device.name, "auto")), None)
        return ("auto", *device.precisions) if device else PRECISIONS

    def _take_trouble(self, sentence: str) -> None:
        self._trouble = sentence
        self._show_devices()

    @Slot(str)
    def _device_chosen(self, name: str) -> None:
        self._settings.device = name
        if self._settings.precision not in self._precisions():
            self._settings.precision = "auto"

    @Slot(int)
    def _precision_chosen(self, index: int) -> None:
        self._settings.precision = PRECISIONS[index]

    @Slot(int)
    def _threads_chosen(self, count: int) -> None:
        self._settings.threads = count

    @Slot(str)
    def _setting_changed(self, name: str) -> None:
        if name == "device":
            self._device.set_current(self._settings.device)
            self._show_precisions()
        elif name == "precision":
            self._precision.setCurrentIndex(PRECISIONS.index(self._settings.precision))
        elif name == "threads":
            self._threads.setValue(self._settings.threads)
