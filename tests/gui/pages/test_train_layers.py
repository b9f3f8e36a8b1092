"""The layers of a real run: every look of it, followed and gone back in."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.pages.layer_card import LayerCard
from alexnet_gui.pages.train import TrainPage
from alexnet_gui.pages.train_layers import TrainLayers
from core.events import Watched, from_json
from core.recipe import Recipe
from core.recorder import METRICS


@pytest.fixture
def looks(trained: Path) -> list[Watched]:
    rows = map(json.loads, (trained / METRICS).read_text("utf-8").splitlines())
    return [event for event in map(from_json, rows) if isinstance(event, Watched)]


@pytest.fixture
def view(studio: Studio, qtbot: QtBot, trained: Path, looks: list[Watched]) -> TrainLayers:
    page = studio.show_page("train")
    assert isinstance(page, TrainPage)
    page.resize(900, 700)
    page.show()
    qtbot.waitExposed(page)
    button = next(button for button in page.findChildren(QPushButton) if button.text() == "Layers")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    studio.run_state.show(trained)
    qtbot.waitUntil(lambda: studio.run_state.phase == "done")
    return page.layers


def words(card: LayerCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel)]


def test_each_layer_has_a_card_of_the_newest_look(view: TrainLayers, looks: list[Watched]) -> None:
    assert len(looks) >= 4 and view.chosen is not None and view.chosen.step == looks[-1].step
    assert [words(card)[:2] for card in view.cards] == [
        ["conv.0", "convolution"], ["conv.3", "convolution"],
        ["fc.0", "fully connected"], ["fc.2", "fully connected"], ["fc.4", "fully connected"],
    ]  # fmt: skip
    fc = looks[-1].layers[2]
    assert view.cards[2].dead.text() == f"{fc.dead} of 120 dead"
    assert view.cards[4].dead.text() == "", "behind the last layer is no ReLU"
    histogram = view.cards[2].spreads["weights"].histogram
    assert histogram.accessibleName() == "Weights, fc.0"
    assert histogram.accessibleDescription().startswith("from −")
    assert view.cards[0].spreads["activations"].map.grab().toImage().width() > 100


def test_the_slider_and_the_mouse_go_back_to_an_earlier_look(
    view: TrainLayers, looks: list[Watched], qtbot: QtBot
) -> None:
    view.slider.setValue(0)
    assert view.chosen is not None and view.chosen.step == 1
    assert f"look 1 of {len(looks)}" in words_of(view)
    gradient = looks[0].layers[0].gradient_norm
    assert any(f"{gradient:.3g}" in text for text in words(view.cards[0]))
    spread = view.cards[1].spreads["gradients"].map
    qtbot.mouseClick(spread, Qt.MouseButton.LeftButton, pos=QPoint(spread.width() - 2, 8))
    assert view.slider.value() == len(looks) - 1


def words_of(view: TrainLayers) -> str:
    return next(label.text() for label in view.findChildren(QLabel) if label.text().startswith("Step"))


def test_at_its_end_it_follows_and_elsewhere_it_stays(view: TrainLayers, looks: list[Watched], studio: Studio) -> None:
    state, last = studio.run_state, looks[-1]
    state.apply(replace(last, step=last.step + 1))
    state.tell()
    assert view.chosen is not None and view.chosen.step == last.step + 1
    view.slider.setValue(1)
    state.apply(replace(last, step=last.step + 2))
    state.tell()
    assert view.chosen.step == looks[1].step and view.slider.maximum() == len(looks) + 1
    view.slider.setValue(view.slider.maximum())
    view.slider.setSliderDown(True)
    state.apply(replace(last, step=last.step + 3))
    state.tell()
    assert view.chosen.step == last.step + 2, "it is held"


def test_many_dead_units_are_marked(view: TrainLayers, looks: list[Watched], studio: Studio) -> None:
    last = looks[-1]
    dying = replace(last.layers[2], dead=100)
    studio.run_state.apply(replace(last, step=last.step + 1, layers=(*last.layers[:2], dying, *last.layers[3:])))
    studio.run_state.tell()
    assert view.cards[2].dead.text() == "⚠ 100 of 120 dead" and view.cards[2].dead.property("bad")
    view.slider.setValue(0)
    assert not view.cards[2].dead.property("bad")


def test_before_the_first_look_it_says_what_will_be_here(view: TrainLayers, studio: Studio) -> None:
    studio.run_state.begin(Recipe(), None)
    studio.run_state.tell()
    assert [label.text() for label in view.findChildren(QLabel) if label.isVisible() and "looked into" in label.text()]
    assert view.chosen is None


def test_a_run_of_another_network_has_its_own_cards(
    view: TrainLayers, looks: list[Watched], studio: Studio, qtbot: QtBot
) -> None:
    state = studio.run_state
    state.begin(Recipe(), None)
    state.apply(replace(looks[0], layers=looks[0].layers[:2]))
    state.tell()
    assert len(view.cards) == 2
    qtbot.waitUntil(lambda: len(view.findChildren(LayerCard)) == 2)
    assert view.slider.maximum() == 0 and not view.slider.isEnabled()
