import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.term_slider import TermSlider

TERMS = np.array([1.0, -1.0, 0.5, np.nan, 7.0])


@pytest.fixture
def slider(qtbot: QtBot) -> TermSlider:
    made = TermSlider()
    qtbot.addWidget(made)
    made.setRange(0, 4)
    made.resize(260, 32)  # 50 pixels a place
    made.set_terms(TERMS, 1.0)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_bars_stand_above_or_hang_below_the_middle(slider: TermSlider) -> None:
    shown = slider.grab().toImage()
    slider.set_terms(np.full(5, np.nan), 1.0)
    empty = slider.grab().toImage()
    changed = {
        (place, side): shown.pixelColor(spot) != empty.pixelColor(spot)
        for place in range(1, 5)  # the marker is over the first
        for side, y in (("above", 9), ("below", 26))
        for spot in [QPoint(round(slider.middle_of(place)), y) * shown.devicePixelRatio()]
    }
    assert [where for where, is_changed in changed.items() if is_changed] == [(1, "below"), (4, "above")]


def test_a_click_and_a_drag_go_to_a_place(qtbot: QtBot, slider: TermSlider) -> None:
    for place in (3, 0, 4, 1):
        spot = QPoint(round(slider.middle_of(place)), 16)
        assert slider.place_at(spot.x()) == place
        qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=spot)
        qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=spot)
        assert slider.value() == place
    assert slider.place_at(-20) == 0 and slider.place_at(1000) == 4


def test_its_keys_are_a_slider_s(qtbot: QtBot, slider: TermSlider) -> None:
    for key, value in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_End, 4), (Qt.Key.Key_Left, 3), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(slider, key)
        assert slider.value() == value


def test_hundreds_of_places_have_room(slider: TermSlider) -> None:
    slider.setRange(0, 384)
    slider.set_terms(np.ones(385), 1.0)
    assert not slider.grab().isNull()
    assert {slider.place_at(slider.middle_of(place)) for place in range(385)} == set(range(385))
