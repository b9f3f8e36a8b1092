"""Work done ahead keeps order and bounds."""

import threading
from collections.abc import Iterator

import pytest

from core.ahead import ahead


def test_order_is_kept() -> None:
    assert list(ahead(lambda number: number * 2, range(500), workers=4, depth=7)) == list(range(0, 1000, 2))


def test_no_more_than_depth_items_are_taken_ahead() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for number in range(100):
            taken += 1
            yield number

    for given, _ in enumerate(ahead(str, items(), depth=10), start=1):
        assert taken <= given + 10


def test_an_exception_comes_at_its_turn() -> None:
    results = ahead(lambda number: 1 // number, [2, 1, 0, 1])
    assert next(results) == 0
    assert next(results) == 1
    with pytest.raises(ZeroDivisionError):
        next(results)


def test_closing_leaves_no_thread() -> None:
    results = ahead(str, range(1000), depth=50)
    next(results)
    results.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("ahead")]
