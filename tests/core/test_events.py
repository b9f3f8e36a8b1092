"""Events: what is written is what is read."""

import json

import numpy as np
import pytest

from core.events import Evaluated, Finished, Started, Steps, from_json, to_json


def test_steps_survive_json_exactly() -> None:
    rng = np.random.default_rng(0)
    values = rng.random(50).astype(np.float32)
    event = Steps(
        time=1.5, epoch=2, step=7, images=6400, seconds=3.25, loss=values, accuracy=values / 3, lr=values / 1e4
    )
    back = from_json(json.loads(json.dumps(to_json(event))))
    assert isinstance(back, Steps) and back.step == 7 and back.last_step == 56
    for name in ("loss", "accuracy", "lr"):
        np.testing.assert_array_max_ulp(getattr(back, name), getattr(event, name), maxulp=8)


def test_the_form_that_others_build_on() -> None:
    row = to_json(
        Evaluated(
            time=2.0, epoch=1, step=469, loss=0.4, accuracy=0.85, seconds=9.0, confusion=np.eye(2, dtype=np.int64)
        )
    )
    assert list(row)[:2] == ["event", "time"]
    assert row | {"event": "evaluated", "confusion": [[1, 0], [0, 1]], "epoch": 1, "step": 469} == row


def test_unknown_fields_and_unknown_events_are_passed_over() -> None:
    row = {
        "event": "finished",
        "time": 1.0,
        "step": 3,
        "reason": "done",
        "accuracy": None,
        "best_accuracy": None,
        "new": 1,
    }
    assert isinstance(from_json(row), Finished)
    assert from_json({"event": "from the future", "time": 1.0}) is None


@pytest.mark.parametrize("row", [{}, {"time": 1}, {"event": "started", "time": 1.0}])
def test_what_is_no_event_is_refused(row: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="Not a"):
        from_json(row)


def test_started_defaults_to_the_beginning() -> None:
    names = Started.__dataclass_fields__
    assert names["step"].default == 0
