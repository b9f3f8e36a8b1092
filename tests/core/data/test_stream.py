"""Pictures by number: the right ones, got ahead within bounds, and no thread that stays."""

import subprocess
import sys
import threading
from collections.abc import Callable
from itertools import count

import numpy as np
import pytest
import torch

from core.data.stream import Stream

SHAPE = (1, 2, 2)


def picture(number: int) -> np.ndarray:
    return np.full(SHAPE, number, np.uint8)


def stream(get: Callable[[int], np.ndarray] = picture, shape: tuple[int, int, int] = SHAPE) -> Stream:
    return Stream(get, shape, torch.arange(200))


def idle() -> bool:
    return not [thread for thread in threading.enumerate() if thread.name == "pictures"]


def test_pictures_come_in_the_order_asked_for() -> None:
    some = stream().chosen(torch.arange(100, 200))
    assert len(some) == 100
    assert some.take(torch.tensor([7, 0, 99]))[:, 0, 0, 0].tolist() == [107, 100, 199]
    assert some.take(torch.tensor([], dtype=torch.int64)).shape == (0, *SHAPE)


def test_what_is_announced_is_got_once_and_what_is_no_longer_expected_is_not_got(qtbot) -> None:
    got: list[int] = []
    lock = threading.Lock()

    def noted(number: int) -> np.ndarray:
        with lock:
            got.append(number)
        return picture(number)

    some = stream(noted)
    places = [torch.arange(start, start + 10) for start in range(0, 200, 10)]
    for number, chosen in enumerate(places):
        images = some.take(chosen, places[number + 1 :])
        assert images[:, 0, 0, 0].tolist() == chosen.tolist()
        assert len(got) <= 10 * (number + 1) + 4 * 10, "so far ahead and no further"
    assert sorted(got) == list(range(200))
    some.take(places[0], (places[at] for at in count(5)))
    some.take(places[15])
    qtbot.waitUntil(idle)
    assert len(got) <= 200 + 10 + 40 + 10


def test_large_batches_are_not_got_far_ahead(qtbot) -> None:
    got: list[int] = []
    shape = (1, 8192, 8192)  # 64 MB: four are all that is got ahead
    blank = np.zeros(shape, np.uint8)

    def noted(number: int) -> np.ndarray:
        got.append(number)
        return blank

    stream(noted, shape).take(torch.tensor([0]), (torch.tensor([later, later + 100]) for later in count(1)))
    qtbot.waitUntil(idle)
    assert sorted(got) == [0, 1, 2, 101, 102]


def test_an_error_comes_where_its_picture_is_taken() -> None:
    def broken(number: int) -> np.ndarray:
        if number == 15:
            raise ValueError("fifteen")
        return picture(number)

    some = stream(broken)
    batches = [torch.arange(10), torch.arange(10, 20)]
    some.take(batches[0], batches[1:])
    with pytest.raises(ValueError, match="fifteen"):
        some.take(batches[1])
    assert some.take(batches[0])[3, 0, 0, 0] == 3


def test_a_program_that_ends_does_not_wait_for_what_was_announced() -> None:
    code = """
import time, torch, numpy as np
from core.data.stream import Stream
def slow(number):
    time.sleep(0.05)
    return np.zeros((1, 1, 1), np.uint8)
Stream(slow, (1, 1, 1), torch.arange(100000)).take(torch.arange(2), [torch.arange(100, 90000)])
"""
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True, timeout=120)
