from collections.abc import Iterator
from contextlib import closing

from core.out.steps import Work, done, part


def count(ended: list[str]) -> Work[int]:
    try:
        yield 0.0
        yield 0.5
        yield 1.0
        return 7
    finally:
        ended.append("ended")


def test_a_part_of_a_larger_work() -> None:
    def whole() -> Iterator[float | int]:
        yield (yield from part(count([]), 0.2, 0.4))

    assert [round(share, 3) for share in whole()] == [0.2, 0.3, 0.4, 7]


def test_what_is_given_up_ends_at_once() -> None:
    ended: list[str] = []
    with closing(part(count(ended), 0, 1)) as work:
        next(work)
    assert ended == ["ended"]


def test_done() -> None:
    assert done(count([])) == 7
