"""Lines of steps, read in one go."""

import json
from collections.abc import Sequence

import numpy as np
import pytest

from core.events import Steps, to_json
from core.run_metrics import event_in, in_blocks
from core.step_block import StepBlock, parse

NAN = float("nan")


def event(first: int, losses: Sequence[float], seconds: float = 0.5) -> Steps:
    loss = np.array(losses, np.float32)
    return Steps(
        time=1e9 + first + 0.125, epoch=1 + first // 5, step=first, images=128 * len(loss), seconds=seconds, loss=loss,
        accuracy=loss / 7, lr=np.full(len(loss), 1e-3, np.float32),
    )  # fmt: skip


EVENTS = [event(1, [2.25, 1.7182818, 1e-20]), event(4, [3.0], 0.0), event(5, [0.1, NAN, float("inf")])]


def line(event: Steps) -> bytes:
    return json.dumps(to_json(event), separators=(",", ":")).encode() + b"\n"


def test_a_block_says_what_its_events_say() -> None:
    block = parse([line(event) for event in EVENTS])
    assert block
    for name in ("loss", "accuracy", "lr"):
        values, expected = getattr(block, name), np.concatenate([getattr(event, name) for event in EVENTS])
        assert values.dtype == np.float32
        np.testing.assert_array_equal(values, expected)
    for name, other in (("time", "time"), ("epoch", "epoch"), ("first", "step"), ("images", "images")):
        assert getattr(block, name).tolist() == [getattr(event, other) for event in EVENTS]
    assert block.seconds.tolist() == [0.5, 0.0, 0.5]
    assert block.steps.tolist() == [1, 2, 3, 4, 5, 6, 7]
    assert block.speed[[0, 2, 4]].tolist() == [768, 768, 768] and np.isnan(block.speed[3])
    assert block.times[[0, 2, 3]].tolist() == [1e9 + 1.125 - 2 * 0.5 / 3, 1e9 + 1.125, 1e9 + 4.125]


def test_its_last_event_and_the_block_of_one() -> None:
    block = parse([line(event) for event in EVENTS])
    assert block
    last, one = block.last, StepBlock.of(EVENTS[-1])
    assert (last.time, last.epoch, last.step, last.images, last.last_step) == (1e9 + 5.125, 2, 5, 384, 7)
    np.testing.assert_array_equal(last.loss, EVENTS[-1].loss)
    np.testing.assert_array_equal(one.steps, block.steps[4:])
    np.testing.assert_array_equal(one.speed, block.speed[4:])


@pytest.mark.parametrize(
    "other",
    [
        line(EVENTS[0])[:-2],
        line(EVENTS[0]).replace(b'"images":384', b'"images":"384"'),
        line(EVENTS[0]).replace(b'"images":384', b'"images":null'),
        line(EVENTS[0]).replace(b'"lr":[0.001,', b'"lr":['),
        line(EVENTS[0]).replace(b'"lr":[0.001,', b'"lr":[[0.001],'),
        line(EVENTS[0]).replace(b'"epoch":1,', b""),
        line(event(1, [])),
        b'{"event":"steps","time":-1e300,\n',
    ],
)
def test_what_is_not_as_the_recorder_writes_it_is_left_to_others(other: bytes) -> None:
    assert parse([line(EVENTS[0]), other]) is None


def test_events_of_steps_come_in_blocks_between_the_others() -> None:
    saved = b'{"event":"saved","time":1,"step":4,"path":"a","best":true}\n'
    spaced = json.dumps(to_json(EVENTS[2])).encode() + b"\n"
    lines = [
        line(EVENTS[0]),
        line(EVENTS[1]),
        saved,
        b'{"torn\n',
        line(EVENTS[2]),
        line(EVENTS[2])[:-4] + b"\n",
        spaced,
    ]
    items = list(in_blocks(lines))
    assert [type(item).__name__ for item in items] == ["StepBlock", "Saved", "Steps", "Steps"]
    blocks = [item for item in items if isinstance(item, StepBlock)]
    assert blocks[0].lengths.tolist() == [3, 1]
    one = event_in(spaced)
    assert isinstance(one, Steps) and isinstance(items[-1], Steps)
    np.testing.assert_array_equal(items[-1].loss, one.loss)


def test_a_long_run_comes_in_several_blocks() -> None:
    lines = [line(event(1 + 50 * number, [0.123456] * 50)) for number in range(1000)]
    items = list(in_blocks(lines))
    assert 1 < len(items) < 20
    assert [step for item in items if isinstance(item, StepBlock) for step in item.steps.tolist()] == [
        *range(1, 50_001)
    ]
