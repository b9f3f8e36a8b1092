"""The mailbox: nothing lost, nothing twice, and a drain that ends."""

import threading
import time

from alexnet_gui.run.mailbox import Mailbox


def test_messages_come_once_and_in_order() -> None:
    mailbox = Mailbox()
    for number in range(5):
        mailbox.put(number)
    assert list(mailbox.drain(limit=3, seconds=60)) == [0, 1, 2]
    assert list(mailbox.drain()) == [3, 4]
    assert list(mailbox.drain()) == []


def test_a_slow_reader_stops_in_time_but_gets_one_through() -> None:
    mailbox = Mailbox()
    for number in range(100):
        mailbox.put(number)
    taken = []
    for number in mailbox.drain(seconds=0.01):
        taken.append(number)
        end = time.perf_counter() + 0.02
        while time.perf_counter() < end:
            pass
    assert taken == [0]
    assert len(mailbox) == 99


def test_many_writers_lose_nothing() -> None:
    mailbox = Mailbox()
    writers = [threading.Thread(target=lambda: [mailbox.put(n) for n in range(1000)]) for _ in range(4)]
    for writer in writers:
        writer.start()
    taken: list[int] = []
    while any(writer.is_alive() for writer in writers) or len(mailbox):
        taken += mailbox.drain()
    assert sorted(taken) == sorted(list(range(1000)) * 4)
