"""Jobs run behind the window; their results arrive in its thread, or not at all when nobody waits for them."""

import threading
import time
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from alexnet_gui.background import Background
from core.errors import DataError


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


def unheard(value: object = None) -> None:
    raise AssertionError(f"nobody waits for {value!r}")


def test_work_is_done_elsewhere_and_heard_here(background: Background, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    background.run(
        threading.current_thread,
        lambda worker: threads.extend((worker, threading.current_thread())),
        unheard,
        owner=background,
    )
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] is not threads[1]
    assert threads[1] is threading.main_thread()


def test_jobs_of_a_lane_run_in_turn_and_lanes_side_by_side(background: Background, qtbot: QtBot) -> None:
    gate, order = threading.Event(), []
    background.run(lambda: gate.wait(20), lambda _: order.append("first"), unheard, owner=background)
    background.run(lambda: None, lambda _: order.append("second"), unheard, owner=background)
    background.run(lambda: None, lambda _: order.append("other lane"), unheard, owner=background, lane="other")
    qtbot.waitUntil(lambda: order == ["other lane"])
    gate.set()
    qtbot.waitUntil(lambda: order == ["other lane", "first", "second"])
    assert not background.busy


def test_an_expected_failure_is_its_own_sentence(background: Background, qtbot: QtBot) -> None:
    said: list[str] = []

    def fail() -> None:
        raise DataError("The folder is empty.")

    background.run(fail, unheard, said.append, owner=background)
    qtbot.waitUntil(lambda: said == ["The folder is empty."])


def test_an_unexpected_failure_is_said_and_logged(
    background: Background, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    said: list[str] = []
    background.run(lambda: {}["key"], unheard, said.append, owner=background)
    qtbot.waitUntil(lambda: said == ["KeyError: 'key'"])
    assert "Traceback" in caplog.text


def test_a_stream_comes_in_order_and_whole(background: Background, qtbot: QtBot) -> None:
    got: list[int] = []
    ended: list[bool] = []
    background.stream(lambda: iter(range(5000)), got.append, lambda: ended.append(True), unheard, owner=background)
    qtbot.waitUntil(lambda: bool(ended))
    assert got == list(range(5000))


def test_a_cancelled_stream_ends_and_is_heard_no_more(background: Background, qtbot: QtBot) -> None:
    taken = threading.Semaphore(0)
    got: list[int] = []
    made: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(1000):
            made.append(number)
            yield number
            taken.acquire(timeout=20)

    job = background.stream(numbers, got.append, unheard, unheard, owner=background)
    qtbot.waitUntil(lambda: got == [0])
    job.cancel()
    taken.release()
    qtbot.waitUntil(lambda: not background.busy)
    assert got == [0]
    assert len(made) <= 2


def test_a_job_that_has_not_begun_never_begins(background: Background, qtbot: QtBot) -> None:
    gate, ran = threading.Event(), []
    background.run(lambda: gate.wait(20), lambda _: None, unheard, owner=background)
    background.run(lambda: ran.append(1), unheard, unheard, owner=background).cancel()
    gate.set()
    qtbot.waitUntil(lambda: not background.busy)
    assert not ran


def test_nothing_is_called_for_an_owner_that_is_gone(background: Background, qtbot: QtBot) -> None:
    gate, owner = threading.Event(), QObject()
    background.run(lambda: gate.wait(20), unheard, unheard, owner=owner)
    shiboken6.delete(owner)
    gate.set()
    qtbot.waitUntil(lambda: not background.busy)


def test_a_listener_that_breaks_does_not_silence_the_rest(background: Background, qtbot: QtBot) -> None:
    heard: list[int] = []
    with qtbot.captureExceptions() as raised:
        background.run(lambda: 1, lambda _: 1 / 0, unheard, owner=background)
        background.run(lambda: 2, heard.append, unheard, owner=background)
        qtbot.waitUntil(lambda: heard == [2])
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]


def test_close_joins_the_threads(qtbot: QtBot) -> None:
    background = Background()
    background.run(lambda: None, lambda _: None, unheard, owner=background, lane="brief")
    background.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "brief jobs"]


def test_a_stream_that_waits_is_given_up_when_all_is_closed() -> None:
    background, come = Background(), threading.Event()

    def wait() -> Iterator[bool]:
        yield come.wait(60)

    background.stream(wait, unheard, unheard, unheard, owner=background, give_up=come.set)
    began = time.monotonic()
    background.close()
    assert time.monotonic() - began < 20
