"""The card at the end of a run: its figures, and advice that is one click from being taken."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.pages.classify import ClassifyPage
from alexnet_gui.pages.train import TrainPage
from alexnet_gui.pages.train_end import TrainEnd
from alexnet_gui.window.rate_finder import RateFinder
from core.events import Evaluated, Event, Finished, Started, Steps
from core.recipe import Recipe, checked, from_toml

STEPS = 20
WAIT = 180_000


def over_fitting(recipe: Recipe) -> Iterator[Event]:
    yield Started(
        time=0, recipe=recipe.model_dump(mode="json"), device="cpu", precision="fp32", parameters=46,
        steps_per_epoch=STEPS, classes=list("abcdefghij"), train_images=640, test_images=10_000,
    )  # fmt: skip
    for epoch, (train, test, loss) in enumerate([(0.8, 0.85, 0.4), (0.95, 0.9, 0.3), (0.99, 0.9, 0.5)], start=1):
        ones = np.ones(STEPS, np.float32)
        first = 1 + STEPS * (epoch - 1)
        yield Steps(
            time=0, epoch=epoch, step=first, images=640, seconds=60, loss=ones / epoch, accuracy=train * ones, lr=ones
        )
        yield Evaluated(
            time=0, epoch=epoch, step=STEPS * epoch, loss=loss, accuracy=test, seconds=1,
            confusion=np.zeros((10, 10), np.int64),
        )  # fmt: skip
    yield Finished(time=0, step=3 * STEPS, reason="done", accuracy=0.9, best_accuracy=0.9)


@pytest.fixture
def page(studio: Studio, qtbot: QtBot) -> TrainPage:
    page = studio.show_page("train")
    assert isinstance(page, TrainPage)
    page.resize(800, 600)
    page.show()
    qtbot.waitExposed(page)
    return page


def card(page: TrainPage) -> TrainEnd:
    found = page.findChild(TrainEnd)
    assert found
    return found


def says(page: TrainPage) -> str:
    return " ".join(label.text() for label in card(page).findChildren(QLabel) if label.isVisible())


def end(studio: Studio, recipe: Recipe, phase: str = "done") -> None:
    state = studio.run_state
    state.begin(recipe, None)
    for event in over_fitting(recipe):
        state.apply(event)
    state.tell()
    state.set_phase("running")
    state.set_phase(phase)


def test_it_comes_with_the_end_and_goes_with_the_next_run(page: TrainPage, studio: Studio, qtbot: QtBot) -> None:
    assert not card(page).isVisible()
    end(studio, checked(epochs=3))
    assert card(page).isVisible()
    for words in ("90.0 %", "at best, epoch 2", "3 min", "All epochs are done.", "It over-fits: 99.0 % of"):
        assert words in says(page)
    close = card(page).findChild(QToolButton, "closeEnd")
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not card(page).isVisible()
    end(studio, checked(epochs=3, patience=1))
    assert card(page).isVisible() and "All epochs are done." in says(page)
    studio.run_state.begin(checked(), None)
    studio.run_state.set_phase("preparing")
    assert not card(page).isVisible()


def test_advice_goes_into_the_recipe(page: TrainPage, studio: Studio, messages: list[tuple[str, str]]) -> None:
    studio.settings.recipe = checked(lr=0.5, device="cpu").toml()
    end(studio, checked(epochs=3, batch_size=32, device="mps", precision="bf16"))
    assert "Augmentation:&nbsp;Flip,&nbsp;Shift" in says(page)
    card(page)._take("overfits:augment")
    assert from_toml(studio.settings.recipe) == checked(
        epochs=3, batch_size=32, device="cpu", augment=("flip", "shift")
    ), "the run's recipe, on the machine that the form names"
    assert messages[-1][0] == "In the recipe now: Augmentation: Flip, Shift. Train begins a new run by it."


def test_a_rate_is_found_for_the_run(page: TrainPage, studio: Studio, qtbot: QtBot) -> None:
    recipe = checked(model="lenet", limit=200, epochs=1, device="cpu", precision="fp32")
    state = studio.run_state
    state.begin(recipe, None)
    start, *_ = over_fitting(recipe)
    state.apply(start)
    guess = np.full(STEPS, np.log(10), np.float32)
    state.apply(Steps(time=0, epoch=1, step=1, images=640, seconds=60, loss=guess, accuracy=guess / 23, lr=guess))
    state.set_phase("stopped")
    assert "guessing has 2.30." in says(page) and "It was stopped." in says(page)
    card(page)._take("flat:find-rate")
    (finder,) = page.window().findChildren(RateFinder)
    assert finder.isVisible()
    finder.reject()
    qtbot.waitUntil(lambda: not studio.background.busy, timeout=WAIT)
    card(page)._take("flat:relu")
    assert from_toml(studio.settings.recipe).activation == "relu"


def test_a_real_run_is_used_and_goes_on(page: TrainPage, studio: Studio, qtbot: QtBot) -> None:
    recipe = checked(
        model="lenet", activation="relu", initialization="kaiming", limit=640, batch_size=32, epochs=2, device="cpu",
        precision="fp32",
    )  # fmt: skip
    studio.runner.start(recipe)
    qtbot.waitUntil(lambda: studio.run_state.phase == "done", timeout=WAIT)
    assert "Its best weights, of epoch 2, are kept" in says(page) and "Train&nbsp;on&nbsp;to&nbsp;epoch&nbsp;4" in says(
        page
    )
    folder = studio.run_state.folder
    card(page)._take("learnt:classify")
    classify = studio.show_page("classify")
    assert isinstance(classify, ClassifyPage) and classify.picker.source == f"{folder}:best"
    card(page)._take("rising:go-on")
    assert not card(page).isVisible()
    qtbot.waitUntil(lambda: studio.run_state.phase == "done", timeout=WAIT)
    assert [test.epoch for test in studio.run_state.epochs] == [1, 2, 3, 4] and studio.run_state.folder == folder
