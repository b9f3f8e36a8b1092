"""A long record reaches the state of a run in bites."""

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from alexnet_gui.background import Background
from alexnet_gui.run import run_follower
from alexnet_gui.run.run_reader import news_of
from alexnet_gui.run.run_state import RunState
from core.events import Evaluated, Event, Finished, Started, Steps, Warned
from core.recipe import Recipe
from core.recorder import record
from core.run_tail import RunTail
from core.step_block import StepBlock

STEPS, PER_LINE, PER_EPOCH = 60_000, 20, 15_000
RECIPE = Recipe(model="lenet", epochs=4)


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("long") / "run"
    started = Started(
        time=1, recipe=RECIPE.model_dump(mode="json"), device="cpu", precision="fp32", parameters=5,
        steps_per_epoch=PER_EPOCH, classes=["a"], train_images=40, test_images=30,
    )  # fmt: skip
    events: list[Event] = [started, *(Warned(time=1, step=0, message=f"{n}.") for n in range(500))]
    for first in range(1, STEPS, PER_LINE):
        values = np.arange(first, first + PER_LINE, dtype=np.float32) / STEPS
        events.append(
            Steps(
                time=first, epoch=1 + first // PER_EPOCH, step=first, images=10, seconds=2, loss=values,
                accuracy=values, lr=values,
            )
        )  # fmt: skip
        if (first + PER_LINE - 1) % PER_EPOCH == 0:
            confusion = np.zeros((1, 1), np.int64)
            events.append(Evaluated(time=1, epoch=1, step=first, loss=1, accuracy=0.5, seconds=1, confusion=confusion))
    events.append(Finished(time=1, step=STEPS, reason="done", accuracy=0.5, best_accuracy=0.5))
    for _ in record(iter(events), folder):
        pass
    return folder


def test_each_bite_is_small_and_the_last_says_how_the_run_stands(long: Path) -> None:
    news = list(news_of(RunTail(long)))
    assert [one.phase for one in news] == [""] * (len(news) - 1) + ["done"]
    assert all(len(one.items) <= 200 for one in news)
    steps = [sum(len(item.loss) for item in one.items if isinstance(item, StepBlock)) for one in news]
    assert sum(steps) == STEPS and max(steps) < 45_000


def test_views_hear_now_and_then_and_of_all(long: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_follower, "_TELL_AFTER", 20_000)
    background = Background()
    state = RunState(background)
    heard: list[int] = []
    state.changed.connect(lambda: heard.append(state.step))
    state.show(long)
    qtbot.waitUntil(lambda: state.phase == "done")
    assert 3 < len(heard) < 10 and heard == sorted(heard) and heard[-1] == STEPS
    assert state.steps.tolist() == list(range(1, STEPS + 1))
    np.testing.assert_allclose(state.loss, state.steps / STEPS, rtol=1e-6)
    assert state.seconds == 2 * STEPS / PER_LINE + 4 and state.images_per_second == pytest.approx(5)
    assert len(state.epochs) == 4 and len(state.notes) == 1 + 500 + 4 + 1
    background.close()


def test_another_run_can_be_shown_before_the_first_is_read(long: Path, qtbot: QtBot, tmp_path: Path) -> None:
    background = Background()
    state = RunState(background)
    state.show(long)
    (tmp_path / "recipe.toml").write_text(RECIPE.toml())
    state.show(tmp_path)
    qtbot.waitUntil(lambda: state.phase == "stopped" and not background.busy)
    assert state.folder == tmp_path and state.step == 0
    background.close()
