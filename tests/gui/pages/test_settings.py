"""The Settings page shows what is set, takes changes at once and follows changes made elsewhere."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QRadioButton, QSpinBox
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.pages.settings import SettingsPage
from alexnet_gui.pages.settings_machine import MachineSection
from alexnet_gui.pages.settings_runs import RunsSection
from alexnet_gui.widgets.option_list import OptionList
from core.devices import DeviceInfo

FOUND = [
    DeviceInfo("cuda:0", "NVIDIA H200", 150_000_000_000, ("fp32", "bf16", "fp16")),
    DeviceInfo("cpu", "AMD EPYC", 16_000_000_000, ("fp32", "bf16")),
]


@pytest.fixture
def machine(studio: Studio, qtbot: QtBot) -> MachineSection:
    """As on a machine with a graphics card, whatever this one has."""
    made = MachineSection(studio)
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: made.findChild(QRadioButton, "option-cpu") is not None, timeout=90_000)
    made.take_devices(FOUND)
    return made


def radio(section: MachineSection, key: str) -> QRadioButton:
    found = section.findChild(OptionList).findChildren(QRadioButton, f"option-{key}")  # pyright: ignore[reportOptionalMemberAccess]
    return found[-1]


def test_each_device_has_name_memory_and_precisions(machine: MachineSection) -> None:
    assert radio(machine, "cuda:0").text() == "CUDA · NVIDIA H200"
    assert radio(machine, "cuda:0").accessibleDescription() == "150 GB memory, fp32, bf16, fp16"
    assert radio(machine, "cpu").accessibleDescription() == "16.0 GB memory, fp32, bf16"
    assert radio(machine, "auto").accessibleDescription() == "The fastest there is: CUDA"


def test_a_device_is_taken_and_takes_its_precisions_along(
    machine: MachineSection, studio: Studio, qtbot: QtBot
) -> None:
    studio.settings.precision = "fp16"
    radio(machine, "cpu").click()
    assert studio.settings.device == "cpu"
    assert studio.settings.precision == "auto"  # the processor has no fp16
    box = machine.findChild(QComboBox, "precision")
    assert isinstance(box, QComboBox)
    can = {box.itemText(row): bool(box.model().flags(box.model().index(row, 0)) & Qt.ItemFlag.ItemIsEnabled)
           for row in range(box.count())}  # fmt: skip
    assert can == {"Automatic": True, "fp32": True, "bf16": True, "fp16": False}


def test_a_device_that_is_gone_stays_chosen_and_says_so(studio: Studio, machine: MachineSection) -> None:
    studio.settings.device = "cuda:7"
    machine.take_devices(FOUND)
    assert radio(machine, "cuda:7").isChecked()
    assert radio(machine, "cuda:7").accessibleDescription() == "Not on this machine now"


def test_threads(machine: MachineSection, studio: Studio) -> None:
    field = machine.findChild(QSpinBox, "threads")
    assert isinstance(field, QSpinBox)
    field.setValue(2)
    assert studio.settings.threads == 2
    studio.settings.threads = 0
    assert field.text() == "Automatic"


@pytest.mark.parametrize(("name", "value"), [("theme", "dark"), ("language", "zh_CN")])
def test_look_and_language(studio: Studio, qtbot: QtBot, name: str, value: str) -> None:
    page = SettingsPage(studio)
    qtbot.addWidget(page)
    box = page.findChild(QComboBox, name)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())
    assert getattr(studio.settings, name) == value
    setattr(studio.settings, name, "system")
    assert box.currentData() == "system"


def test_every_field_has_a_label(studio: Studio, qtbot: QtBot) -> None:
    page = SettingsPage(studio)
    qtbot.addWidget(page)
    buddies = {label.buddy() for label in page.findChildren(QLabel)} - {None}
    fields = {page.findChild(kind, name) for kind, name in (
        (QComboBox, "precision"), (QSpinBox, "threads"), (QComboBox, "theme"), (QComboBox, "language"),
    )}  # fmt: skip
    assert buddies == fields


def test_the_folder_of_runs(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    section = RunsSection(studio.settings)
    qtbot.addWidget(section)
    section.take(str(tmp_path / "new"))
    assert studio.settings.runs_folder == tmp_path / "new"
    assert list((tmp_path / "new").iterdir()) == []
    shown = section.findChild(QLabel, "runsFolder")
    assert isinstance(shown, QLabel)
    assert shown.text().replace("\u200b", "") == str(tmp_path / "new")


def test_a_folder_that_cannot_be_written_is_refused(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    section = RunsSection(studio.settings)
    qtbot.addWidget(section)
    (tmp_path / "file").touch()
    before = studio.settings.runs_folder
    section.take(str(tmp_path / "file"))
    assert studio.settings.runs_folder == before
    trouble = [label for label in section.findChildren(QLabel) if label.property("bad")]
    assert not trouble[0].isHidden()
    assert str(tmp_path / "file") in trouble[0].text()
