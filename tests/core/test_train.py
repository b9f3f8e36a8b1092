"""The run as a whole: the same seed, the same events; stopped and resumed is as never stopped."""

import itertools
import json
import time
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn.functional import cross_entropy

from core.checkpoint import Checkpoints
from core.errors import ArgumentError, CheckpointError, DivergedError
from core.evaluate import evaluate
from core.events import (
    Changed,
    Evaluated,
    Evaluating,
    Event,
    Failed,
    Finished,
    Load,
    Saved,
    Started,
    Steps,
    Watched,
    from_json,
)
from core.network import load_network
from core.recipe import Recipe, checked
from core.recorder import record
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
    of_the_clock = Watched | Load  # they come when it is time for them
    kinds = [
        key for key, _ in itertools.groupby(type(event) for event in events if not isinstance(event, of_the_clock))
    ]
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


EVERYTHING = {
    "augment": ("flip", "shift"),
    "schedule": "one-cycle",
    "ema": 0.9,
    "clip": 0.5,
    "label_smoothing": 0.1,
    "class_weights": True,
    "weight_decay": 0.01,
    "parts": 3,
}


@pytest.mark.parametrize(
    ("after", "optimizer"), [(1, "adam"), (7, "adam"), (13, "adam"), (7, "adamw"), (7, "sgd"), (7, "muon")]
)
def test_stopped_and_resumed_equals_never_stopped(tmp_path: Path, after: int, optimizer: str) -> None:
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    recipe = RECIPE.model_copy(update=EVERYTHING | {"optimizer": optimizer})
    list(train(recipe, folder=whole))
    assert stopped_after(recipe, parts, after) == "stopped"
    list(train(recipe, folder=parts, resume=True))
    assert same(weights(whole), weights(parts))
    assert np.array_equal(losses(recorded(whole)), losses(recorded(parts)))


def stopped_after(recipe: Recipe, folder: Path, step: int, *, replay: Iterable[Changed] = ()) -> str:
    """Stop at `step`; the stepping is slowed to one event a step."""
    training = Training(recipe, folder, replay=replay)
    for event in record(training.events(), folder):
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


@pytest.mark.parametrize("kind", [Started, Steps, Evaluating])
def test_what_is_asked_for_between_two_events_is_done_before_the_next_step(tmp_path: Path, kind: type[Event]) -> None:
    training = Training(RECIPE, tmp_path)
    events = training.events()
    next(event for event in events if isinstance(event, kind))
    step = training.step
    training.note("paused")
    training.change_lr(0.25)
    training.save_soon()
    training.report_next()
    paused, lr, saved = (next(events) for _ in range(3))
    assert isinstance(paused, Changed) and (paused.step, paused.what, paused.value) == (step, "paused", None)
    assert isinstance(lr, Changed) and (lr.step, lr.what, lr.value) == (step, "lr", 0.25)
    assert isinstance(saved, Saved) and saved.step == step
    steps = next(event for event in events if isinstance(event, Steps))
    assert steps.lr.tolist() == [0.25] and steps.last_step == step + 1


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


def test_exploding_stops_within_50_steps_and_keeps_the_best(tmp_path: Path) -> None:
    list(train(RECIPE.model_copy(update={"epochs": 1}), folder=tmp_path))
    best = load_network(str(tmp_path)).module.state_dict()
    wild = RECIPE.model_copy(update={"optimizer": "sgd", "lr": 30.0, "activation": "tanh", "epochs": 50})
    steps = 0
    with pytest.raises(DivergedError, match="exploded"):
        for event in train(wild, folder=tmp_path, resume=True):
            steps += len(event.loss) if isinstance(event, Steps) else 0
    assert steps <= 50
    assert same(best, load_network(str(tmp_path)).module.state_dict())


def test_a_run_ends_when_its_patience_does(tmp_path: Path) -> None:
    recipe = RECIPE.model_copy(update={"lr": 1e-9, "epochs": 9, "patience": 2})
    events = list(train(recipe, folder=tmp_path))
    assert [event.epoch for event in events if isinstance(event, Evaluated)] == [1, 2, 3]
    assert isinstance(events[-1], Finished) and events[-1].reason == "patience"
    again = list(train(recipe.model_copy(update={"patience": 0, "epochs": 4}), folder=tmp_path, resume=True))
    assert isinstance(again[-1], Finished) and again[-1].reason == "done"


def changed_on_the_way(folder: Path) -> list[Event]:
    """A run whose learning rate is changed twice while it goes on, and that is paused once."""
    training = Training(RECIPE, folder)
    events = []
    for event in record(training.events(), folder):
        events.append(event)
        if isinstance(event, Steps) and event.last_step in (3, 14):
            training.change_lr(0.1 / event.last_step)
        if isinstance(event, Steps) and event.last_step == 5:
            training.note("paused")
            training.note("goes on")
    return events


def rates(events: list[Event]) -> list[float]:
    return np.concatenate([event.lr for event in events if isinstance(event, Steps)]).tolist()


def test_changes_are_recorded_and_replayed_and_resumed_alike(tmp_path: Path) -> None:
    events = changed_on_the_way(tmp_path / "live")
    changes = [event for event in events if isinstance(event, Changed)]
    assert [(c.step, c.what) for c in changes] == [(3, "lr"), (5, "paused"), (5, "goes on"), (14, "lr")]
    assert rates(events) == pytest.approx([0.005] * 3 + [0.1 / 3] * 11 + [0.1 / 14] * 6)

    replayed = list(train(RECIPE, folder=tmp_path / "replayed", replay=changes))
    assert np.array_equal(losses(replayed), losses(events))
    assert same(weights(tmp_path / "replayed"), weights(tmp_path / "live"))

    assert stopped_after(RECIPE, tmp_path / "parts", 7, replay=changes) == "stopped"
    list(train(RECIPE, folder=tmp_path / "parts", resume=True, replay=changes))
    assert np.array_equal(losses(recorded(tmp_path / "parts")), losses(recorded(tmp_path / "live")))


def test_a_change_outlives_the_checkpoint_behind_it(tmp_path: Path) -> None:
    training = Training(RECIPE, tmp_path)
    training.change_lr(0.02)
    for event in record(training.events(), tmp_path):
        if isinstance(event, Steps) and event.last_step == 4:
            training.stop()
    events = list(train(RECIPE, folder=tmp_path, resume=True))
    assert set(rates(events)) == {np.float32(0.02)}


def test_another_rate_at_a_resume_is_a_change_like_others(tmp_path: Path) -> None:
    assert stopped_after(RECIPE, tmp_path / "parts", 7) == "stopped"
    slower = RECIPE.model_copy(update={"lr": 0.001})
    events = list(train(slower, folder=tmp_path / "parts", resume=True))
    changes = [event for event in events if isinstance(event, Changed)]
    assert [(c.step, c.what, c.value) for c in changes] == [(7, "lr", 0.001)]
    replayed = list(train(RECIPE, replay=changes))
    assert np.array_equal(losses(replayed), losses(recorded(tmp_path / "parts")))


def test_a_step_asked_for_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.train.REPORT_SECONDS", 60.0)
    training = Training(RECIPE)
    events = training.events()
    next(events)
    for step in (1, 2, 3):
        training.report_next()
        told = next(event for event in events if not isinstance(event, Watched | Load))
        assert isinstance(told, Steps) and (told.step, len(told.loss)) == (step, 1)


@pytest.mark.parametrize("step", [0, 1, 9, 10])
def test_a_checkpoint_asked_for_between_two_steps_is_of_them(tmp_path: Path, step: int) -> None:
    training = Training(RECIPE, tmp_path)
    for event in record(training.events(), tmp_path):
        if training.step == step and not isinstance(event, Saved):
            training.save_soon()
        if isinstance(event, Saved):
            assert event.step == training.step == step
            break
    list(train(RECIPE, folder=tmp_path, resume=True))
    assert losses(recorded(tmp_path)).tolist() == losses(list(train(RECIPE))).tolist()


@pytest.mark.parametrize("saved_again", [False, True])
def test_a_change_right_behind_a_checkpoint_is_of_the_next_step(tmp_path: Path, saved_again: bool) -> None:
    training, saved = Training(RECIPE, tmp_path), 0
    for event in record(training.events(), tmp_path):
        if isinstance(event, Steps) and event.last_step == 4:
            training.save_soon()
        if isinstance(event, Saved) and event.step == 4:
            saved += 1
            if saved == 1:
                training.change_lr(0.02)
                if saved_again:
                    training.save_soon()
        if isinstance(event, Steps) and event.last_step == 6:
            break  # as a crash does
    assert saved == 1 + saved_again
    assert rates(recorded(tmp_path)) == pytest.approx([0.005] * 4 + [0.02] * 2)
    list(train(RECIPE, folder=tmp_path, resume=True))
    known = 0.02 if saved_again else 0.005  # by the last checkpoint
    assert rates(recorded(tmp_path)) == pytest.approx([0.005] * 4 + [known] * 16)
    assert len([event for event in recorded(tmp_path) if isinstance(event, Changed)]) == saved_again


def test_averaged_weights_are_tested_and_kept_while_the_others_train(tmp_path: Path) -> None:
    recipe = RECIPE.model_copy(update={"ema": 0.99, "epochs": 1})
    training = Training(recipe, tmp_path)
    events = list(record(training.events(), tmp_path))
    kept, best = weights(tmp_path), training.learner.best_model
    assert same(kept, dict(best.state_dict())) and not same(kept, dict(training.model.state_dict()))
    tested = evaluate(best, training.dataset.test, training.spec.preparation, classes=10)
    assert tested.accuracy == next(event.accuracy for event in events if isinstance(event, Evaluated))


def test_batch_normalisation_trains_and_resumes(tmp_path: Path) -> None:
    recipe = checked(limit=16, batch_size=8, epochs=2, batch_norm=True, dropout=0.0, device="cpu", precision="fp32")
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    list(train(recipe, folder=whole))
    assert stopped_after(recipe, parts, 3) == "stopped"
    list(train(recipe, folder=parts, resume=True))
    assert same(weights(whole), weights(parts))
    assert load_network(str(whole)).spec.batch_norm


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
        images, y = ours.learner.batch(step)
        x = ours.spec.preparation.network_input(images)
        loss = cross_entropy(book.fc(book.conv(x.contiguous()).flatten(1)), y)
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
