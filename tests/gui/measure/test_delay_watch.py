"""The watch sees how long the event loop was held up."""

import time

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from alexnet_gui.measure.delay_watch import DelayWatch


def test_a_slot_that_takes_long_is_seen(qtbot: QtBot) -> None:
    owner = QObject()
    watch = DelayWatch(owner)
    watch.start()
    held_up: list[bool] = []

    def hold_up() -> None:
        end = time.perf_counter() + 0.2
        while time.perf_counter() < end:
            pass
        held_up.append(True)

    QTimer.singleShot(50, owner, hold_up)
    qtbot.waitUntil(lambda: bool(held_up))
    qtbot.waitUntil(lambda: max(watch._delays, default=0) > 150)
    delays = watch.stop()
    assert len(delays) > 2 and min(delays) >= 0
    watch.start()
    assert watch.stop() == [0.0], "what is not due yet is in time"
    assert watch.stop() == [0.0], "and is noted once"


def test_a_delay_that_it_is_stopped_in_is_seen(qtbot: QtBot) -> None:
    owner = QObject()
    watch = DelayWatch(owner)
    watch.start()
    time.sleep(0.1)
    assert watch.stop()[-1] > 80
