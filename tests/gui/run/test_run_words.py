"""What a run is doing, in words."""

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from alexnet_gui.run.run_state import PHASES, RunState
from alexnet_gui.run.run_words import note_in_words, state_in_words
from core.events import Changed, Evaluated, Evaluating, Event, Failed, Finished, Saved, Started, Steps, Warned
from core.recipe import checked

RECIPE = checked(epochs=2, batch_size=10)
STARTED = Started(
    time=0, recipe=RECIPE.model_dump(mode="json"), device="cpu", precision="fp32", parameters=46, steps_per_epoch=4,
    classes=["a"], train_images=40, test_images=20,
)  # fmt: skip
EVALUATED = Evaluated(
    time=0, epoch=1, step=4, loss=0.5, accuracy=0.875, seconds=3, confusion=np.zeros((1, 1), np.int64)
)


def steps(first: int, count: int) -> Steps:
    ones = np.full(count, 0.5, np.float32)
    return Steps(time=0, epoch=1, step=first, images=10 * count, seconds=count, loss=ones, accuracy=ones, lr=ones)


def state_of(phase: str, *events: Event) -> RunState:
    state = RunState()
    state.begin(RECIPE, Path("run"))
    for event in events:
        state.apply(event)
    state.set_phase(phase)
    return state


def test_a_running_run_says_where_it_is_and_how_long_it_takes(qtbot: QtBot) -> None:
    words = state_in_words(state_of("running", STARTED, steps(1, 1), steps(2, 2)))
    assert words.startswith("Epoch 1 of 2, step 3 of 8. Loss 0.500, accuracy 50.0 %, learning rate 0.5. 10 images/s")
    assert "left in this epoch" in words and "in the run" in words


def test_no_time_is_told_before_it_is_known(qtbot: QtBot) -> None:
    assert "left" not in state_in_words(state_of("running", STARTED, steps(1, 1)))


def test_an_evaluation_says_how_far_it_is(qtbot: QtBot) -> None:
    evaluating = Evaluating(time=0, epoch=1, step=4, done=10, total=20)
    assert "10 of 20 test pictures" in state_in_words(state_of("running", STARTED, steps(1, 4), evaluating))


def test_a_finished_run_says_its_result(qtbot: QtBot) -> None:
    words = state_in_words(state_of("done", STARTED, steps(1, 4), EVALUATED))
    assert "Test accuracy 87.5 %, at best 87.5 % after epoch 1." in words


def test_the_rate_that_is_told_is_that_of_the_last_step(qtbot: QtBot) -> None:
    rates = np.array([0.001, 0.0005], np.float32)
    ones = np.ones(2, np.float32)
    later = Steps(time=0, epoch=1, step=3, images=20, seconds=2, loss=ones, accuracy=ones, lr=rates)
    assert "learning rate 0.0005." in state_in_words(state_of("running", STARTED, steps(1, 2), later))


def test_a_run_out_of_patience_says_so(qtbot: QtBot) -> None:
    finished = Finished(time=0, step=4, reason="patience", accuracy=0.875, best_accuracy=0.875)
    words = state_in_words(state_of("done", STARTED, steps(1, 4), EVALUATED, finished))
    assert words.startswith("Ended in 7 s after epoch 1 of 2: the test accuracy no longer rose. Test accuracy 87.5 %")


@pytest.mark.parametrize("phase", PHASES)
def test_every_phase_has_a_sentence_at_any_time(phase: str, qtbot: QtBot) -> None:
    for events in ((), (STARTED,), (STARTED, steps(1, 3)), (STARTED, steps(1, 4), EVALUATED)):
        words = state_in_words(state_of(phase, *events))
        assert words.endswith((".", "…")) and "{" not in words


@pytest.mark.parametrize(
    ("event", "words", "kind"),
    [
        (STARTED, "46 parameters", "info"),
        (EVALUATED, "test accuracy 87.5 %", "info"),
        (Saved(time=0, step=4, path="checkpoints/4", best=True), "best so far: checkpoints/4", "good"),
        (Saved(time=0, step=4, path="checkpoints/4", best=False), "Saved: checkpoints/4", "info"),
        (Warned(time=0, step=4, message="Little room."), "Little room.", "warning"),
        (Failed(time=0, step=4, message="No number."), "No number.", "error"),
        (Changed(time=0, step=119, what="lr", value=0.0005), "Learning rate 0.0005 from step 120 on.", "info"),
        (Changed(time=0, step=119, what="parts", value=4.0), "Each batch in 4 parts from step 120 on.", "info"),
        (Changed(time=0, step=119, what="paused"), "Paused after step 119.", "info"),
        (Changed(time=0, step=119, what="stops after epoch"), "Will stop after this epoch.", "info"),
        (Changed(time=0, step=119, what="goes on"), "Goes on after step 119.", "info"),
        (Finished(time=0, step=8, reason="patience", accuracy=1, best_accuracy=1), "no longer rose", "good"),
        (Finished(time=0, step=8, reason="done", accuracy=1, best_accuracy=1), "Done after step 8.", "good"),
        (Finished(time=0, step=8, reason="stopped", accuracy=1, best_accuracy=1), "Stopped after step 8.", "info"),
    ],
)
def test_a_note_is_a_line_of_its_kind(event: Event, words: str, kind: str, qtbot: QtBot) -> None:
    text, found = note_in_words(event)
    assert words in text and "{" not in text and found == kind
