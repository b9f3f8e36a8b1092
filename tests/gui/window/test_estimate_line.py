"""The foot of the recipe says what a run will take: by itself of memory and disk, when asked of time."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.run.estimate_words import shortage_in_words
from alexnet_gui.window.estimator import Estimator
from alexnet_gui.window.main_window import MainWindow
from core.recipe import checked

WAIT = 120_000
RECIPE = checked(model="lenet", limit=320, epochs=2, device="cpu", precision="fp32")


@pytest.fixture
def shown(window: MainWindow, studio: Studio, qtbot: QtBot) -> MainWindow:
    window.resize(1100, 700)
    window.show_page("train")
    with qtbot.waitExposed(window):
        window.show()
    studio.settings.recipe = RECIPE.toml()
    return window


def estimator(window: MainWindow) -> Estimator:
    found = window.findChild(Estimator)
    assert found
    return found


def says(window: MainWindow, name: str = "estimate") -> str:
    label = window.findChild(QLabel, name)
    assert label
    return label.text() if label.isVisible() else ""


def button(window: MainWindow) -> QPushButton:
    found = window.findChild(QPushButton, "measure")
    assert found
    return found


def test_nothing_is_estimated_before_the_window_is_ready(shown: MainWindow, studio: Studio) -> None:
    assert not button(shown).isEnabled() and not studio.background.busy
    assert not estimator(shown)._soon.isActive()


def test_memory_and_disk_follow_the_recipe(shown: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    shown.begin_estimates()
    qtbot.waitUntil(lambda: "memory" in says(shown) and "disk" in says(shown), timeout=WAIT)
    assert "About" not in says(shown)
    before = says(shown)
    studio.settings.recipe = RECIPE.model_copy(update={"batch_size": 64}).toml()
    qtbot.waitUntil(lambda: says(shown) != before, timeout=WAIT)
    studio.settings.recipe = RECIPE.model_copy(update={"limit": 10**6, "device": "cuda:77"}).toml()
    qtbot.waitUntil(lambda: "There is no device 'cuda:77'" in says(shown), timeout=WAIT)
    assert not button(shown).isEnabled()


def test_the_time_is_measured_when_asked_and_remembered(shown: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    shown.begin_estimates()
    qtbot.waitUntil(button(shown).isEnabled, timeout=WAIT)
    assert button(shown).text() == "Measure time"
    qtbot.mouseClick(button(shown), Qt.MouseButton.LeftButton)
    assert button(shown).text() == "Cancel"
    qtbot.waitUntil(lambda: says(shown).startswith("About "), timeout=WAIT)
    qtbot.waitUntil(lambda: button(shown).text() == "Measure anew", timeout=WAIT)
    once = estimator(shown).estimate
    studio.settings.recipe = RECIPE.model_copy(update={"epochs": 4}).toml()
    qtbot.waitUntil(lambda: estimator(shown).estimate is not once, timeout=WAIT)
    twice = estimator(shown).estimate
    assert once and twice and once.seconds and twice.seconds == pytest.approx(2 * once.seconds)


def test_a_measurement_is_given_up(shown: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    shown.begin_estimates()
    qtbot.waitUntil(button(shown).isEnabled, timeout=WAIT)
    qtbot.mouseClick(button(shown), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(shown), Qt.MouseButton.LeftButton)
    assert button(shown).text() == "Measure time" and estimator(shown).measuring is None
    qtbot.waitUntil(lambda: not studio.background.busy, timeout=WAIT)
    assert not says(shown).startswith("About ")


def test_while_a_run_goes_on_there_is_none_and_no_work_for_it(shown: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    shown.begin_estimates()
    studio.runner.start(RECIPE)
    assert says(shown) == "" and not estimator(shown)._soon.isActive()
    estimator(shown).measure()
    assert estimator(shown).measuring is None
    qtbot.waitUntil(lambda: not studio.runner.busy, timeout=WAIT)
    qtbot.waitUntil(lambda: "memory" in says(shown), timeout=WAIT)


def test_what_runs_short_is_said(tmp_path: Path) -> None:
    from core.estimate import estimate

    enough = estimate(RECIPE, tmp_path)
    assert shortage_in_words(enough) == ""
    short = replace(enough, needs=replace(enough.needs, free_disk=1000))
    assert shortage_in_words(short) == "Only 1 kB are free on the disk: make room before the first checkpoint."
    narrow = replace(enough, needs=replace(enough.needs, free_memory=enough.needs.memory(100)))
    assert "each batch will be worked through in 2 parts" in shortage_in_words(narrow)
    none = replace(enough, needs=replace(enough.needs, free_memory=1000))
    assert "Only 1 kB of memory are free" in shortage_in_words(none)
