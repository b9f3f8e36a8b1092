"""The worker: start, pause, questions, stop, resume and what breaks; on a training that waits, and on the real one."""

import logging
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from alexnet_gui.run.run_state import RunState
from alexnet_gui.run.run_words import state_in_words
from alexnet_gui.run.training_thread import TrainingRunner
from alexnet_gui.settings import Settings
from core.control import send
from core.errors import CancelledError, DataError
from core.events import Changed, Event, Finished, Saved, Started, Steps
from core.recipe import Recipe, checked
from core.runs import events_of, read_run

RECIPE = checked(model="lenet", epochs=1, limit=64, batch_size=16, device="cpu", precision="fp32")


class SteppedTraining:
    """A training whose every step waits for `let`: a test decides when it is made."""

    def __init__(self) -> None:
        self.gate = threading.Semaphore(0)
        self.recipe = RECIPE
        self.step = 0
        self.breaks_with: Exception | None = None
        self._stopping = False
        self._notes: list[str] = []

    def let(self, steps: int) -> None:
        for _ in range(steps):
            self.gate.release()

    def stop(self) -> None:
        self._stopping = True

    def note(self, what: str) -> None:
        self._notes.append(what)

    def events(self) -> Iterator[Event]:
        yield Started(
            time=0.0, recipe=self.recipe.model_dump(mode="json"), device="cpu", precision="fp32", parameters=1,
            steps_per_epoch=100, classes=["a"], train_images=100, test_images=10,
        )  # fmt: skip
        one = np.ones(1, np.float32)
        while not self._stopping and self.step < 100:
            if self._notes:
                yield Changed(time=0.0, step=self.step, what=self._notes.pop(0))
                continue
            self.gate.acquire(timeout=20)
            if self.breaks_with:
                raise self.breaks_with
            self.step += 1
            yield Steps(time=0.0, epoch=1, step=self.step, images=1, seconds=0.1, loss=one, accuracy=one, lr=one)
        yield Finished(time=0.0, step=self.step, reason="stopped", accuracy=None, best_accuracy=None)


Start = Callable[[], SteppedTraining]


@pytest.fixture
def state() -> RunState:
    return RunState()


@pytest.fixture
def stepped(state: RunState, qtbot: QtBot) -> Iterator[tuple[TrainingRunner, SteppedTraining]]:
    """A runner that has begun a `SteppedTraining`."""
    training = SteppedTraining()
    runner = TrainingRunner(state, Settings(), open_training=lambda *_: training)
    runner.start(RECIPE)
    qtbot.waitUntil(lambda: state.phase == "running")
    yield runner, training
    training.let(200)
    runner.close(20)


Stepped = tuple[TrainingRunner, SteppedTraining]


def test_steps_arrive_in_the_state_and_in_the_folder(stepped: Stepped, state: RunState, qtbot: QtBot) -> None:
    _, training = stepped
    training.let(3)
    qtbot.waitUntil(lambda: state.step == 3)
    assert state.active and state.folder is not None
    assert read_run(state.folder).recipe == RECIPE


def test_pause_says_pausing_until_the_step_is_made(stepped: Stepped, state: RunState, qtbot: QtBot) -> None:
    runner, training = stepped
    runner.pause()
    assert state.phase == "pausing"
    training.let(5)
    qtbot.waitUntil(lambda: state.phase == "paused")
    resting_at = training.step
    assert resting_at < 5
    runner.go_on()
    assert state.phase == "running"
    qtbot.waitUntil(lambda: state.step == 5)


def test_a_question_is_answered_between_steps_and_while_paused(stepped: Stepped, state: RunState, qtbot: QtBot) -> None:
    runner, training = stepped
    answers: list[tuple[int, bool]] = []

    def ask() -> None:
        runner.ask(lambda t: (t.step, threading.current_thread() is threading.main_thread()), answers.append, state)

    ask()
    training.let(1)
    qtbot.waitUntil(lambda: len(answers) == 1)
    assert answers == [(1, False)]
    runner.pause()
    training.let(1)
    qtbot.waitUntil(lambda: state.phase == "paused")
    ask()
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers[1] == (2, False) and state.phase == "paused"


def test_the_newest_question_of_an_owner_counts(stepped: Stepped, qtbot: QtBot) -> None:
    runner, training = stepped
    one, other = QObject(), QObject()
    answers: list[str] = []
    runner.ask(lambda _: "old", answers.append, one)
    runner.ask(lambda _: "other's", answers.append, other)
    runner.ask(lambda _: "new", answers.append, one)
    training.let(1)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert sorted(answers) == ["new", "other's"]


def test_a_question_that_fails_does_not_end_the_training(
    stepped: Stepped, state: RunState, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    runner, training = stepped
    said: list[str] = []
    runner.ask(lambda _: 1 / 0, said.append, state, failed=said.append)
    with caplog.at_level(logging.CRITICAL):
        training.let(2)
        qtbot.waitUntil(lambda: bool(said))
    assert said == ["ZeroDivisionError: division by zero"]
    qtbot.waitUntil(lambda: state.step == 2)


def test_an_owner_that_is_gone_hears_nothing(stepped: Stepped, qtbot: QtBot) -> None:
    import shiboken6

    runner, training = stepped
    owner, other = QObject(), QObject()
    answers: list[str] = []
    runner.ask(lambda _: "gone", answers.append, owner)
    runner.ask(lambda _: "here", answers.append, other)
    shiboken6.delete(owner)
    training.let(1)
    qtbot.waitUntil(lambda: answers == ["here"])


def test_stop_ends_a_pause_and_finishes(stepped: Stepped, state: RunState, qtbot: QtBot) -> None:
    runner, training = stepped
    runner.pause()
    training.let(1)
    qtbot.waitUntil(lambda: state.phase == "paused")
    runner.stop()
    assert state.phase == "stopping"
    qtbot.waitUntil(lambda: state.phase == "stopped")
    assert state.finished and state.finished.reason == "stopped"
    assert not runner.busy


def test_an_expected_error_is_said_as_it_is(stepped: Stepped, state: RunState, qtbot: QtBot) -> None:
    runner, training = stepped
    training.breaks_with = DataError("The folder is gone.")
    training.let(1)
    qtbot.waitUntil(lambda: state.phase == "failed")
    assert state.message == "The folder is gone."
    assert len(state.notes) == 2  # started, failed: not failed twice
    assert not runner.busy


def test_any_other_error_becomes_a_sentence_and_is_logged(
    stepped: Stepped, state: RunState, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    _, training = stepped
    training.breaks_with = RuntimeError("out of memory")
    training.let(1)
    qtbot.waitUntil(lambda: state.phase == "failed")
    assert "out of memory" in state.message
    assert "Training broke" in caplog.text


def test_a_training_that_cannot_begin_leaves_no_folder(state: RunState, qtbot: QtBot, home: Path) -> None:
    def refuse(*_: object) -> None:
        raise DataError("No pictures there.")

    runner = TrainingRunner(state, Settings(), open_training=refuse)
    runner.start(RECIPE)
    assert state.phase == "preparing"
    qtbot.waitUntil(lambda: state.phase == "failed")
    assert state.message == "No pictures there."
    assert list((home / "runs").iterdir()) == []


@pytest.mark.parametrize("resume", [False, True])
def test_reading_the_pictures_is_shown_and_can_be_stopped(
    resume: bool, state: RunState, qtbot: QtBot, home: Path, tmp_path: Path
) -> None:
    asked = threading.Semaphore(0)

    def reads_on_and_on(recipe: Recipe, folder: Path, resume: bool, progress: Callable[[int, int], bool]) -> None:
        done = 0
        while progress(done, 900):
            asked.acquire(timeout=20)
            done += 32
        raise CancelledError("cancelled")

    runner = TrainingRunner(state, Settings(), open_training=reads_on_and_on)
    old = tmp_path / "old"
    old.mkdir()
    (old / "recipe.toml").write_text(RECIPE.toml())
    runner.resume(old) if resume else runner.start(RECIPE)
    asked.release()
    qtbot.waitUntil(lambda: state.read == (32, 900))
    assert state_in_words(state) == "Preparing: 32 of 900 pictures are read."
    runner.stop()
    assert state_in_words(state) == "Stopping: the run has not begun yet."
    asked.release()
    qtbot.waitUntil(lambda: not runner.busy)
    assert (state.phase, state.folder) == (("stopped", old) if resume else ("idle", None))
    assert not list((home / "runs").glob("*"))


def test_nothing_is_asked_without_a_run(state: RunState, qtbot: QtBot) -> None:
    runner = TrainingRunner(state, Settings())
    runner.ask(lambda _: pytest.fail("nobody to ask"), lambda _: pytest.fail("no answer"), state)
    runner.pause()
    runner.stop()
    runner.close()
    assert state.phase == "idle"


def test_close_stops_saves_and_joins(stepped: Stepped, state: RunState) -> None:
    runner, training = stepped
    training.let(1)
    runner.close(20)
    assert state.phase == "stopped" and not runner.busy
    assert not [thread for thread in threading.enumerate() if thread.name == "training"]


def test_the_real_training_runs_stops_and_resumes(state: RunState, qtbot: QtBot, home: Path) -> None:
    runner = TrainingRunner(state, Settings())
    heads: list[tuple[int, ...]] = []
    runner.start(RECIPE.model_copy(update={"epochs": 50}))
    qtbot.waitUntil(lambda: state.step >= 4, timeout=180_000)
    runner.ask(lambda t: tuple(t.network().module.state_dict()["fc.4.weight"].shape), heads.append, state)
    qtbot.waitUntil(lambda: bool(heads), timeout=60_000)
    assert heads == [(10, 84)]
    runner.stop()
    qtbot.waitUntil(lambda: state.phase == "stopped", timeout=60_000)
    folder, step = state.folder, state.step
    assert folder and folder.parent == home / "runs" and 0 < step < 200
    assert read_run(folder).resumable

    loss = state.loss.copy()
    runner.resume(folder)
    qtbot.waitUntil(lambda: state.step > step, timeout=60_000)
    runner.stop()
    qtbot.waitUntil(lambda: state.phase == "stopped", timeout=60_000)
    np.testing.assert_allclose(state.loss[:step], loss, rtol=1e-6)
    np.testing.assert_array_equal(state.steps, np.arange(1, state.step + 1))


@pytest.fixture
def paused(state: RunState, qtbot: QtBot) -> Iterator[TrainingRunner]:
    """The real training, long but quick, at rest in its midst."""
    runner = TrainingRunner(state, Settings())
    runner.start(RECIPE.model_copy(update={"epochs": 10_000}))
    qtbot.waitUntil(lambda: state.step >= 2, timeout=180_000)
    runner.pause()
    qtbot.waitUntil(lambda: state.phase == "paused", timeout=60_000)
    yield runner
    runner.close(60)


def changes(folder: Path | None) -> list[tuple[str, int]]:
    """What the record says was changed, and after which steps."""
    assert folder
    return [(event.what, event.step) for event in events_of(folder) if isinstance(event, Changed)]


def test_a_pause_is_recorded_as_it_begins_and_what_lies_in_the_folder_is_done(
    paused: TrainingRunner, state: RunState, qtbot: QtBot
) -> None:
    assert state.folder
    assert changes(state.folder) == [("paused", state.step)]
    send(state.folder, "lr", 0.5)
    send(state.folder, "step")
    step = state.step + 1
    qtbot.waitUntil(lambda: state.step == step and state.phase == "paused", timeout=60_000)
    assert state.lr[-1] == 0.5
    send(state.folder, "go-on")
    qtbot.waitUntil(lambda: state.step > step and state.phase == "running", timeout=60_000)
    send(state.folder, "stop")
    qtbot.waitUntil(lambda: state.phase == "stopped", timeout=60_000)
    assert [what for what, _ in changes(state.folder)] == ["paused", "lr", "paused", "goes on"]


def test_single_steps_are_made_out_of_a_pause(paused: TrainingRunner, state: RunState, qtbot: QtBot) -> None:
    first = state.step
    for step in range(first + 1, first + 7):  # an epoch has four steps: an evaluation lies on the way
        paused.single_step()
        assert state.phase == "pausing"
        qtbot.waitUntil(lambda: state.phase == "paused", timeout=60_000)
        assert state.step == step
    paused.go_on()
    qtbot.waitUntil(lambda: state.step > first + 6, timeout=60_000)
    paused.stop()
    qtbot.waitUntil(lambda: state.phase == "stopped", timeout=60_000)
    assert changes(state.folder) == [("paused", step) for step in range(first, first + 7)] + [("goes on", first + 6)]


def test_no_single_step_is_made_while_the_run_goes_on(stepped: Stepped, state: RunState, qtbot: QtBot) -> None:
    runner, training = stepped
    runner.single_step()
    training.let(2)
    qtbot.waitUntil(lambda: state.step == 2)
    assert state.phase == "running"


def test_a_paused_run_is_saved_as_it_is(paused: TrainingRunner, state: RunState, qtbot: QtBot) -> None:
    saved = lambda: [note.step for note in state.notes if isinstance(note, Saved)]  # noqa: E731
    before, step = saved(), state.step
    paused.save()
    qtbot.waitUntil(lambda: saved() != before and state.phase == "paused", timeout=60_000)
    assert saved() == [*before, step] and state.step == step
    paused.go_on()
    qtbot.waitUntil(lambda: state.step > step, timeout=60_000)
    assert changes(state.folder) == [("paused", step), ("goes on", step)]


def test_a_run_that_is_stopped_out_of_a_pause_does_not_go_on(
    paused: TrainingRunner, state: RunState, qtbot: QtBot
) -> None:
    paused.stop()
    qtbot.waitUntil(lambda: state.phase == "stopped", timeout=60_000)
    assert changes(state.folder) == [("paused", state.step)]


def test_a_run_that_goes_on_is_saved_and_goes_on(state: RunState, qtbot: QtBot) -> None:
    runner = TrainingRunner(state, Settings())
    runner.start(RECIPE.model_copy(update={"limit": 10_000, "batch_size": 1}))
    qtbot.waitUntil(lambda: state.step >= 2, timeout=180_000)
    runner.save()
    qtbot.waitUntil(lambda: any(isinstance(note, Saved) for note in state.notes), timeout=60_000)
    step = state.step
    qtbot.waitUntil(lambda: state.step > step, timeout=60_000)
    assert state.phase == "running" and not state.epochs
    runner.close(60)


def test_the_real_training_ends_when_its_patience_does(state: RunState, qtbot: QtBot) -> None:
    runner = TrainingRunner(state, Settings())
    runner.start(RECIPE.model_copy(update={"epochs": 50, "lr": 1e-9, "patience": 1}))
    qtbot.waitUntil(lambda: not state.active, timeout=180_000)
    assert state.phase == "done" and state.ended_early and len(state.epochs) == 2


def test_the_real_training_ends_done(state: RunState, qtbot: QtBot) -> None:
    runner = TrainingRunner(state, Settings())
    runner.start(RECIPE)
    qtbot.waitUntil(lambda: state.phase == "done", timeout=180_000)
    assert state.progress == 1.0 and state.seconds_left is None
    assert state.steps.tolist() == [1, 2, 3, 4]
    assert len(state.epochs) == 1
    assert state.notes[-1].name == "finished"
