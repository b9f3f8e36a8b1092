"""The range test in the window: it draws itself, suggests, and can be given up."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.window.main_window import MainWindow
from alexnet_gui.window.rate_finder import RateFinder
from core.events import Suggested
from core.recipe import Recipe, checked, from_toml

RECIPE = checked(
    model="lenet", activation="relu", initialization="xavier", limit=2000, batch_size=32, optimizer="sgd", lr=0.5
)


@pytest.fixture
def shown(window: MainWindow, studio: Studio, qtbot: QtBot) -> MainWindow:
    with qtbot.waitExposed(window):
        window.show()
    studio.settings.recipe = RECIPE.toml()
    return window


def opened(window: MainWindow) -> RateFinder:
    action = window.findChild(QAction, "find_rate")
    assert action
    action.trigger()
    finder = window.findChildren(RateFinder)[-1]
    assert finder.isVisible()
    return finder


def button(finder: RateFinder, text: str) -> QAbstractButton:
    return next(button for button in finder.findChildren(QAbstractButton) if button.text() == text)


def says(finder: RateFinder) -> str:
    return " ".join(label.text() for label in finder.findChildren(QLabel))


def test_its_suggestion_is_one_click_from_the_recipe(shown: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    finder = opened(shown)
    use = button(finder, "Use it")
    assert not use.isEnabled()
    qtbot.waitUntil(use.isEnabled, timeout=180_000)
    assert "Suggested: " in says(finder) and "The recipe has 0.5." in says(finder)
    rates, losses = finder._plot._smoothed.getData()
    assert rates is not None and losses is not None
    assert len(rates) == len(losses) > 20 and rates[0] == pytest.approx(-7)
    qtbot.mouseClick(use, Qt.MouseButton.LeftButton)
    kept: Recipe = from_toml(studio.settings.recipe)
    assert kept.lr != 0.5 and kept == RECIPE.model_copy(update={"lr": kept.lr}), "device and precision stay as open"
    assert 10 ** rates[0] < kept.lr < 10 ** rates[-1]


def test_where_no_rate_learns_that_is_said(shown: MainWindow, qtbot: QtBot) -> None:
    finder = opened(shown)
    finder._take(Suggested(time=0.0, step=20, lr=None))
    finder._ended()
    assert "No rate lowered the loss" in says(finder)
    assert not button(finder, "Use it").isEnabled()
    qtbot.mouseClick(button(finder, "Close"), Qt.MouseButton.LeftButton)


def test_it_is_given_up_by_closing(shown: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    finder = opened(shown)
    qtbot.waitUntil(lambda: "Step " in says(finder), timeout=180_000)
    qtbot.mouseClick(button(finder, "Cancel"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not studio.background.busy, timeout=60_000)
    assert not shown.findChildren(RateFinder)
    assert from_toml(studio.settings.recipe) == RECIPE


def test_what_cannot_be_trained_is_a_sentence(shown: MainWindow, studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    studio.settings.recipe = RECIPE.model_copy(update={"data": str(tmp_path)}).toml()
    finder = opened(shown)
    qtbot.waitUntil(lambda: "no class with pictures" in says(finder), timeout=180_000)
    assert not button(finder, "Use it").isEnabled()
    qtbot.mouseClick(button(finder, "Close"), Qt.MouseButton.LeftButton)
