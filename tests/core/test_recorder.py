"""The recorder: what a resume keeps of a run."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.events import Changed, Evaluated, Event, Saved, Started
from core.predictions import Predictions, read
from core.recipe import Recipe
from core.recorder import in_words, record
from core.run_metrics import events_of


def started(step: int, classes: list[str]) -> Started:
    return Started(
        time=1.0, recipe=Recipe().model_dump(mode="json"), device="cpu", precision="fp32", parameters=5,
        steps_per_epoch=4, classes=classes, train_images=40, test_images=30, step=step,
    )  # fmt: skip


def changed(step: int, what: str, value: float | None = None) -> Changed:
    return Changed(time=1.0, step=step, what=what, value=value)


def write(folder: Path, *events: Event) -> None:
    for _ in record(iter(events), folder):
        pass


def test_a_resume_keeps_what_was_up_to_its_checkpoint_whatever_the_classes_are_called(tmp_path: Path) -> None:
    classes = ["a\u2028b", "c\x85d", "e\nf"]
    write(tmp_path, started(0, classes), changed(2, "paused"), changed(2, "goes on"), changed(3, "lr", 0.5))
    write(tmp_path, started(2, classes))
    kept = list(events_of(tmp_path / "metrics.jsonl"))
    assert [event.name for event in kept] == ["started", "changed", "changed", "started"]
    assert all(event.classes == classes for event in kept if isinstance(event, Started))


@pytest.mark.parametrize("saved_again", [False, True])
def test_an_evaluation_is_recorded_once_wherever_the_run_was_killed(saved_again: bool, tmp_path: Path) -> None:
    """A checkpoint may have been asked for amid the evaluation, which it then does not know."""
    evaluated = Evaluated(
        time=1.0, epoch=1, step=4, loss=0.5, accuracy=0.5, seconds=1.0, confusion=np.zeros((1, 1), np.int64)
    )
    saved = Saved(time=1.0, step=4, path="checkpoints/step-00000004", best=False)
    write(tmp_path, started(0, ["a"]), saved, evaluated)
    goes_on = replace(started(4, ["a"]), evaluated=int(saved_again))
    write(tmp_path, goes_on, *(() if saved_again else (evaluated,)))
    names = [event.name for event in events_of(tmp_path / "metrics.jsonl")]
    assert names.count("evaluated") == 1


def test_predictions_are_kept_in_a_file_of_their_own_and_passed_on_no_further(tmp_path: Path) -> None:
    labels, sure = np.array([0, 1], np.int32), np.array([0.75, 0.5], np.float32)
    evaluated = Evaluated(
        time=1.0, epoch=2, step=4, loss=0.5, accuracy=1.0, seconds=1.0, confusion=np.eye(2, dtype=np.int64),
        predictions=Predictions(labels, labels, sure, sure),
    )  # fmt: skip
    _, passed = record(iter([started(0, ["a", "b"]), evaluated]), tmp_path)
    assert isinstance(passed, Evaluated) and passed.predictions is None
    kept = read(tmp_path, 2)
    assert kept is not None and kept.confidence.tolist() == [0.75, 0.5]
    assert "predictions" not in (tmp_path / "metrics.jsonl").read_text("utf-8")


def test_changes_in_words() -> None:
    assert in_words(changed(3, "paused")) == "The run is paused after step 3."
    assert in_words(changed(3, "goes on")) == "The run goes on after step 3."
    assert in_words(changed(3, "lr", 0.5)) == "The learning rate is 0.5 from step 4 on."
    assert in_words(changed(3, "parts", 4)) == "Each batch is worked through in 4 parts from step 4 on."
    assert in_words(changed(3, "lr")) == ""
