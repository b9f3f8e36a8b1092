"""A slider that follows at its end and stays anywhere else."""

import pytest
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.moment_slider import MomentSlider


@pytest.fixture
def slider(qtbot: QtBot) -> MomentSlider:
    slider = MomentSlider()
    qtbot.addWidget(slider)
    slider.valueChanged.connect(lambda: pytest.fail("following is no choice of a person"))
    return slider


def test_at_its_end_it_follows(slider: MomentSlider) -> None:
    slider.follow(1)
    assert not slider.isEnabled()
    slider.follow(5)
    assert slider.value() == slider.maximum() == 4 and slider.isEnabled()


def test_elsewhere_it_stays(slider: MomentSlider) -> None:
    slider.follow(5)
    slider.blockSignals(True)
    slider.setValue(2)
    slider.blockSignals(False)
    slider.follow(6)
    assert (slider.value(), slider.maximum()) == (2, 5)
    slider.follow(2, anew=True)
    assert slider.value() == 1


def test_held_at_its_end_it_stays(slider: MomentSlider) -> None:
    slider.follow(5)
    slider.setSliderDown(True)
    slider.follow(6)
    assert (slider.value(), slider.maximum()) == (4, 5)
