"""The window's questions to the classifier while a training goes on."""

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.pictures.classifier_client import TRAINING, ClassifierClient
from alexnet_gui.pictures.classifier_desk import Answer
from core import precision
from core.recipe import Recipe

PICTURE = np.random.default_rng(0).integers(0, 256, (1, 28, 28), np.uint8)


def answer_to(qtbot: QtBot, client: ClassifierClient) -> Answer:
    with qtbot.waitSignal(client.answered, timeout=60_000) as heard:
        client.look(PICTURE, adapt=None)
    assert heard.args is not None
    return heard.args[0]


def test_the_network_in_training_answers_from_a_copy(
    qtbot: QtBot, studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(precision, "measure", lambda device: precision.SelfTest(error=1.0, speed=1.0))
    client = ClassifierClient(studio.background, studio.runner, studio.background)
    recipe = Recipe(model="lenet", activation="relu", limit=200, batch_size=20, epochs=10_000, device="cpu", lr=0.01)
    studio.runner.start(recipe, tmp_path / "run")
    qtbot.waitUntil(lambda: studio.run_state.step > 0, timeout=60_000)
    studio.runner.pause()
    qtbot.waitUntil(lambda: studio.run_state.phase == "paused", timeout=60_000)
    client.use(TRAINING)
    first = answer_to(qtbot, client)
    assert len(first.guesses) == 5
    client.use(TRAINING)  # asks for a copy again
    assert answer_to(qtbot, client).guesses == first.guesses  # paused: nothing has changed
    studio.runner.go_on()
    step = studio.run_state.step
    qtbot.waitUntil(lambda: studio.run_state.step > step + 20, timeout=60_000)
    assert answer_to(qtbot, client).guesses == first.guesses  # the copy is fresh enough, and does not learn along
    client.use(TRAINING)
    assert answer_to(qtbot, client).guesses != first.guesses
