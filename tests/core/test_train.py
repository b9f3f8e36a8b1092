"""The run as a whole: the same seed, the same events; stopped and resumed is as never stopped."""

import itertools
import json
import time
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn.functional import cross_entropy

from core.checkpoint import Checkpoints
from core.errors import ArgumentError, CheckpointError, DivergedError
from core.events import Evaluated, Evaluating, Event, Failed, Finished, Saved, Started, Steps, from_json
from core.recipe import Recipe, checked
from core.train import Training, train

RECIPE = checked(
    model="lenet",
    activation="relu",
    lr=0.005,
    limit=300,
    batch_size=32,
    epochs=2,
    optimizer="adam",
    initialization="xavier",
    device="cpu",
    precision="fp32",
)


def losses(events: list[Event]) -> np.ndarray:
    return np.concatenate([event.loss for event in events if isinstance(event, Steps)])


def recorded(folder: Path) -> list[Event]:
    rows = (json.loads(line) for line in (folder / "metrics.jsonl").read_text("utf-8").splitlines())
    return [event for row in rows if (event := from_json(row))]


def weights(folder: Path) -> dict[str, torch.Tensor]:
    return Checkpoints(folder).load_state()[0]


def same(ones: dict[str, torch.Tensor], others: dict[str, torch.Tensor]) -> bool:
    return ones.keys() == others.keys() and all(torch.equal(ones[name], others[name]) for name in ones)


def test_the_events_of_a_run_come_in_order_and_count_every_step(tmp_path: Path) -> None:
    events = list(train(RECIPE, folder=tmp_path))
    kinds = [key for key, _ in itertools.groupby(type(event) for event in events)]
    assert kinds == [Started, Steps, Evaluating, Evaluated, Saved, Steps, Evaluating, Evaluated, Saved, Finished]
    steps = [event for event in events if isinstance(event, Steps)]
    assert [event.step for event in steps] == list(np.cumsum([1] + [len(event.loss) for event in steps[:-1]]))
    assert sum(event.images for event in steps) == 600
    last = [event for event in events if isinstance(event, Evaluated)][-1]
    assert last.confusion.sum() == 300 and last.confusion.trace() / 300 == pytest.approx(last.accuracy)
    assert last.accuracy > 0.15, "two epochs of 300 pictures teach a little"


def test_the_same_seed_gives_the_same_run_and_another_seed_another() -> None:
    first, second = list(train(RECIPE)), list(train(RECIPE))
    other = list(train(RECIPE.model_copy(update={"seed": 1})))
    assert np.array_equal(losses(first), losses(second))
    assert not np.array_equal(losses(first), losses(other))


@pytest.mark.parametrize("after", [1, 7, 13])
def test_stopped_and_resumed_equals_never_stopped(tmp_path: Path, after: int) -> None:
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    recipe = RECIPE.model_copy(update={"augment": ("flip", "crop"), "schedule": "one-cycle"})
    list(train(recipe, folder=whole))
    assert stopped_after(recipe, parts, after) == "stopped"
    list(train(recipe, folder=parts, resume=True))
    assert same(weights(whole), weights(parts))
    assert np.array_equal(losses(recorded(whole)), losses(recorded(parts)))


def stopped_after(recipe: Recipe, folder: Path, step: int) -> str:
    """Stop at `step`; the stepping is slowed to one event a step."""
    training = Training(recipe, folder)
    from core import recorder

    for event in recorder.record(training.events(), folder):
        if training.step >= step:
            training.stop()
        if isinstance(event, Finished):
            return event.reason
    raise AssertionError("a run ends with Finished")


@pytest.fixture(autouse=True)
def one_event_a_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.train.REPORT_SECONDS", 0.0)


def test_resumed_after_a_crash_goes_on_from_the_last_checkpoint(tmp_path: Path) -> None:
    whole, crashed = tmp_path / "whole", tmp_path / "crashed"
    list(train(RECIPE, folder=whole))
    run = train(RECIPE, folder=crashed)
    for event in run:
        if isinstance(event, Steps) and event.step > 13:  # behind the checkpoint of the first epoch
            break
    run.close()  # type: ignore[attr-defined]
    with (crashed / "metrics.jsonl").open("a") as metrics:
        metrics.write('{"event":"steps","st')  # as a crash leaves it
    started = next(event for event in train(RECIPE, folder=crashed, resume=True) if isinstance(event, Started))
    assert started.step == 10
    list(train(RECIPE, folder=crashed, resume=True))
    assert same(weights(whole), weights(crashed))
    assert np.array_equal(losses(recorded(whole)), losses(recorded(crashed)))


def test_stopped_during_the_evaluation_evaluates_after_the_resume(tmp_path: Path) -> None:
    training = Training(RECIPE, tmp_path)
    from core.recorder import record

    for event in record(training.events(), tmp_path):
        if isinstance(event, Evaluating):
            training.stop()
    events = list(train(RECIPE, folder=tmp_path, resume=True))
    assert isinstance(events[1], Evaluating)
    assert [event.epoch for event in recorded(tmp_path) if isinstance(event, Evaluated)] == [1, 2]


def test_a_finished_run_can_go_on_for_more_epochs(tmp_path: Path) -> None:
    list(train(RECIPE.model_copy(update={"epochs": 1}), folder=tmp_path))
    events = list(train(RECIPE, folder=tmp_path, resume=True))
    assert [event.epoch for event in events if isinstance(event, Evaluated)] == [2]


def test_looking_into_the_model_between_steps_changes_nothing() -> None:
    plain = losses(list(train(RECIPE)))
    training = Training(RECIPE)
    looked = []
    for event in training.events():
        looked.append(event)
        training.network().module(torch.rand(1, 1, 28, 28))
        torch.rand(17)
    assert np.array_equal(losses(looked), plain)


def test_a_pause_during_the_evaluation_is_not_counted_as_work() -> None:
    for event in Training(RECIPE).events():
        if isinstance(event, Evaluating):
            paused_until = time.perf_counter() + 0.5
            while time.perf_counter() < paused_until:
                pass
        if isinstance(event, Evaluated):
            assert event.seconds < 0.5
            return


def test_a_diverging_run_says_what_to_change_and_keeps_its_checkpoint(tmp_path: Path) -> None:
    recipe = RECIPE.model_copy(update={"epochs": 1})
    list(train(recipe, folder=tmp_path))
    before = weights(tmp_path)
    wild = RECIPE.model_copy(
        update={"optimizer": "sgd", "lr": 100.0, "momentum": 0.99, "activation": "relu", "epochs": 3}
    )
    with pytest.raises(DivergedError, match="lower the learning rate"):
        list(train(wild, folder=tmp_path, resume=True))
    assert isinstance(recorded(tmp_path)[-1], Failed)
    assert same(before, weights(tmp_path))


def test_resume_without_a_checkpoint_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match="no checkpoint"):
        list(train(RECIPE, folder=tmp_path, resume=True))


def test_the_fast_step_is_the_books_step() -> None:
    """Three steps of our loop in fp32 against the textbook's loop written out, on the same batches and weights."""
    recipe = checked(limit=24, batch_size=8, epochs=1, dropout=0.0, device="cpu", precision="fp32")
    ours = Training(recipe)
    book = nn.Sequential()
    book.conv, book.fc = (nn.Sequential(*part) for part in (ours.network().module.conv, ours.network().module.fc))  # type: ignore[assignment]
    book.load_state_dict(ours.network().module.state_dict())
    book.requires_grad_(True).to(memory_format=torch.contiguous_format)
    optimizer = torch.optim.Adam(book.parameters(), lr=0.001)
    expected = []
    for step in (1, 2, 3):
        pictures, labels = ours._batches.batch(step)
        x = ours.spec.preparation.network_input(pictures).contiguous()
        loss = cross_entropy(book.fc(book.conv(x).flatten(1)), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        expected.append(loss.item())
    events = list(ours.events())
    np.testing.assert_allclose(losses(events), expected, rtol=2e-3)
    assert losses(events)[0] == pytest.approx(expected[0], rel=1e-5)


def test_a_folder_that_is_no_run_cannot_be_resumed_and_wrong_recipes_are_sentences() -> None:
    with pytest.raises(ArgumentError, match="lr"):
        checked(lr=0)
