"""It opens, paints, and closes, as its person sees it."""

import signal

import pytest

from tests.e2e.program import Program

pytestmark = pytest.mark.display


def test_opens_paints_and_closes(window: Program) -> None:
    window.see("label", "Fashion-MNIST.*")
    window.desktop.keep_picture("start")
    colors = window.desktop.picture().getcolors(1 << 24)
    assert len(colors) > 100
    ended = window.close()
    assert (ended.status, ended.err) == (0, "")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_closes_it_while_nobody_touches_it(window: Program, number: signal.Signals) -> None:
    window.see("label", "Fashion-MNIST.*")
    window.process.send_signal(number)
    ended = window.ended(20)
    assert (ended.status, ended.err) == (0, "")
