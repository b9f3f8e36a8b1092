import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.step_player import StepPlayer

WAIT = 60_000  # milliseconds


@pytest.fixture
def player(qtbot: QtBot) -> StepPlayer:
    made = StepPlayer()
    qtbot.addWidget(made)
    made.set_count(4)
    made._clock.setInterval(1)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_steps_lead_to_the_end_and_back_to_the_first(qtbot: QtBot, player: StepPlayer) -> None:
    reached: list[int] = []
    player.moved.connect(reached.append)
    for _ in range(5):
        qtbot.mouseClick(player.step, Qt.MouseButton.LeftButton)
    assert reached == [1, 2, 3, 0, 1]


def test_it_plays_to_the_end_and_stops_there(qtbot: QtBot, player: StepPlayer) -> None:
    reached: list[int] = []
    player.moved.connect(reached.append)
    player.play.click()
    assert player.playing and player.play.text() == "Pause"
    qtbot.waitUntil(lambda: not player.playing, timeout=WAIT)
    assert reached == [1, 2, 3] and player.play.text() == "Play"
    player.play.click()  # from the beginning again
    assert player.position == 0 and player.playing


def test_it_does_not_play_out_of_sight(player: StepPlayer) -> None:
    player._clock.setInterval(10_000)
    player.play.click()
    player.hide()
    assert not player.playing


def test_a_step_pauses(player: StepPlayer) -> None:
    player._clock.setInterval(10_000)
    player.play.click()
    player.step.click()
    assert not player.playing and player.position == 1


def test_other_stops_begin_anew_the_same_go_on(player: StepPlayer) -> None:
    player.go_to(2)
    player.set_count(4, anew=False)
    assert player.position == 2
    player.set_count(9)
    assert player.position == 0


def test_the_pace_is_modest_and_a_long_walk_ends(player: StepPlayer) -> None:
    player.set_count(3)
    assert 500 <= player._clock.interval() <= 1000
    player.set_count(386)
    assert 10_000 <= player._clock.interval() * 386 <= 60_000


def test_nothing_to_walk_through(player: StepPlayer) -> None:
    player.set_count(1)
    assert not player.play.isEnabled() and not player.step.isEnabled()
