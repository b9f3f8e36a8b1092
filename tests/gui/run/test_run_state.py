"""The state of a run: events go in, arrays and figures come out."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from alexnet_gui.background import Background
from alexnet_gui.run.run_state import RunState
from core.events import Changed, Evaluated, Evaluating, Event, Failed, Finished, Started, Steps, Warned, Watched
from core.recipe import checked
from core.recorder import record

RECIPE = checked(model="lenet", epochs=2, batch_size=10)


def started(step: int = 0) -> Started:
    return Started(
        time=1.0, recipe=RECIPE.model_dump(mode="json"), device="cpu", precision="fp32", parameters=5,
        steps_per_epoch=4, classes=["a", "b"], train_images=40, test_images=30, step=step,
    )  # fmt: skip


def steps(first: int, count: int = 1, seconds: float = 1.0) -> Steps:
    numbers = np.arange(first, first + count, dtype=np.float32)
    return Steps(
        time=1.0, epoch=(first - 1) // 4 + 1, step=first, images=10 * count, seconds=seconds,
        loss=numbers, accuracy=numbers / 10, lr=numbers / 100,
    )  # fmt: skip


def evaluated(step: int, accuracy: float) -> Evaluated:
    confusion = np.zeros((2, 2), np.int64)
    return Evaluated(
        time=1.0, epoch=step // 4, step=step, loss=0.5, accuracy=accuracy, seconds=2.0, confusion=confusion
    )


def fed(*events: Event) -> RunState:
    state = RunState()
    state.begin(RECIPE, Path("run"))
    state.set_phase("running")
    for event in events:
        state.apply(event)
    return state


def test_steps_become_arrays() -> None:
    state = fed(started(), steps(1, 2), steps(3))
    assert state.steps.tolist() == [1, 2, 3]
    assert state.loss.tolist() == [1, 2, 3]
    assert state.lr.tolist() == pytest.approx([0.01, 0.02, 0.03])
    assert (state.step, state.epoch, state.device, state.classes) == (3, 1, "cpu", ("a", "b"))


def test_no_time_left_is_told_before_training_really_started() -> None:
    state = fed(started())
    assert state.seconds_left is None
    state.apply(steps(1, seconds=9.0))  # the warm-up
    assert state.seconds_left is None
    state.apply(steps(2))
    # 6 steps of 1 s; two evaluations of 30 pictures, a third of the work of 3 steps each
    assert state.seconds_left == pytest.approx(6 + 2 * 1)
    assert state.epoch_seconds_left == pytest.approx(2 + 1)


def changed(step: int, what: str, value: float | None = None) -> Changed:
    return Changed(time=1.0, step=step, what=what, value=value)


def test_what_was_changed_is_kept_as_far_as_the_run_goes() -> None:
    state = fed(started(), steps(1), changed(1, "lr", 0.5), steps(2), changed(2, "lr", 0.25), changed(2, "paused"))
    assert state.peak_lr == 0.25 and [change.step for change in state.changes] == [1, 2, 2]
    state.apply(started(1))
    assert state.peak_lr == 0.5 and len(state.changes) == 1
    assert fed(started()).peak_lr == RECIPE.lr and RunState().peak_lr is None


def test_the_time_left_ends_with_the_epoch_where_the_run_does() -> None:
    state = fed(started(), steps(1, seconds=9.0), steps(2), changed(2, "stops after epoch"))
    assert state.last_epoch and state.seconds_left == state.epoch_seconds_left
    state.apply(started(2))
    assert not state.last_epoch


def test_an_evaluation_that_the_checkpoint_does_not_know_is_made_anew() -> None:
    state = fed(started(), steps(1, 4), evaluated(4, 0.5))
    state.apply(replace(started(4), evaluated=0))  # saved after its last step, killed before it was saved again
    assert not state.epochs
    state.apply(evaluated(4, 0.5))
    state.apply(replace(started(4), evaluated=1))
    assert len(state.epochs) == 1


def test_the_speed_of_a_step_is_that_of_its_block() -> None:
    assert fed(started(), steps(1), steps(2, 2, seconds=4.0)).speed.tolist() == [10, 5, 5]


def test_a_measured_evaluation_replaces_the_guess() -> None:
    state = fed(started(), steps(1), steps(2, 3, seconds=3.0), evaluated(4, 0.5))
    assert state.seconds_left == pytest.approx(4 + 2.0)
    assert state.seconds == pytest.approx(1 + 3 + 2)


def test_progress_moves_on_during_an_evaluation() -> None:
    state = fed(started(), steps(1, 4, seconds=4.0))
    before = state.progress
    state.apply(Evaluating(time=1.0, epoch=1, step=4, done=15, total=30))
    assert before < state.progress < 0.5
    state.apply(evaluated(4, 0.5))
    assert state.progress == pytest.approx(0.5)


def test_the_first_of_equal_evaluations_is_the_best() -> None:
    state = fed(started(), evaluated(4, 0.7), evaluated(8, 0.7))
    assert state.best is state.epochs[0]


def test_a_resumed_run_forgets_what_came_after_its_checkpoint() -> None:
    state = fed(started(), steps(1, 4), evaluated(4, 0.5), steps(5, 3))
    version = state.version
    state.apply(started(step=4))
    assert state.steps.tolist() == [1, 2, 3, 4]
    assert [evaluation.step for evaluation in state.epochs] == [4]
    assert state.version > version
    state.apply(steps(5))
    assert state.steps.tolist() == [1, 2, 3, 4, 5]


def test_looks_into_the_layers_are_kept_as_far_as_the_run_goes_and_are_no_notes() -> None:
    looks = [Watched(time=1.0, step=n, seconds=0.1, pictures=4, gradient_norm=1.0, layers=()) for n in (1, 2)]
    state = fed(started(), looks[0], steps(1), looks[1], steps(2))
    assert state.looks == looks and len(state.notes) == 1
    state.apply(started(1))
    assert state.looks == looks[:1]


def test_views_are_told_once_for_a_batch_of_events(qtbot: QtBot) -> None:
    state = fed()
    told: list[str] = []
    state.changed.connect(lambda: told.append("changed"))
    state.started.connect(lambda: told.append("started"))
    state.evaluated.connect(lambda: told.append("evaluated"))
    for event in (started(), steps(1), steps(2), evaluated(4, 0.5)):
        state.apply(event)
    assert told == []
    state.tell()
    assert told == ["started", "evaluated", "changed"]
    state.tell()
    assert told[3:] == ["changed"]


def test_a_recipe_of_another_version_does_not_hide_the_curves() -> None:
    state = RunState()
    state.apply(
        Started(
            time=1.0,
            recipe={"novelty": 1},
            device="cpu",
            precision="fp32",
            parameters=5,
            steps_per_epoch=4,
            classes=[],
            train_images=40,
            test_images=30,
        )
    )
    state.apply(steps(1))
    assert state.recipe is None and len(state.steps) == 1 and state.progress == 0


def test_a_failure_leaves_its_sentence() -> None:
    state = fed(started(), Failed(time=1.0, step=1, message="The loss is not a number."))
    assert state.message == "The loss is not a number."


def test_a_warning_is_of_its_own_part_of_the_run(qtbot: QtBot) -> None:
    state = fed(started(), Warned(time=1.0, step=1, message="Little room."), Failed(time=1.0, step=1, message="None."))
    assert (state.warning, state.message) == ("Little room.", "None.")
    state.apply(started(step=4))
    assert (state.warning, state.message) == ("", "")


def test_a_run_out_of_patience_ended_early_and_is_all_there(qtbot: QtBot) -> None:
    state = fed(started(), steps(1, 4), Finished(time=1, step=4, reason="patience", accuracy=1, best_accuracy=1))
    assert not state.ended_early
    state.set_phase("done")
    assert state.ended_early and state.progress == 1.0 and state.seconds_left is None


def _write(folder: Path, *events: Event) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for _ in record(iter(events), folder):
        pass


def test_a_recorded_run_is_shown_and_followed(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    _write(folder, started(), steps(1, 4), evaluated(4, 0.5))
    background = Background()
    state = RunState(background)
    with qtbot.waitSignal(state.evaluated):
        state.show(folder)
    qtbot.waitUntil(lambda: state.phase == "stopped")
    assert state.foreign and not state.active
    assert state.recipe == RECIPE and state.steps.tolist() == [1, 2, 3, 4]

    _write(folder, started(step=4), steps(5, 4), Finished(time=1, step=8, reason="done", accuracy=1, best_accuracy=1))
    state.poll()
    qtbot.waitUntil(lambda: state.phase == "done")
    assert state.steps.tolist() == list(range(1, 9))
    assert len(state.epochs) == 1

    _write(folder, started(step=3), steps(4, 2))
    state.poll()
    qtbot.waitUntil(lambda: state.phase == "stopped")
    assert state.steps.tolist() == [1, 2, 3, 4, 5]
    assert state.epochs == []
    background.close()


def test_a_folder_that_is_no_run_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    background = Background()
    state = RunState(background)
    with qtbot.waitSignal(state.phase_changed, check_params_cb=lambda phase: phase == "failed"):
        state.show(tmp_path)
    assert str(tmp_path) in state.message
    background.close()
