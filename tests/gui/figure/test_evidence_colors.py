import numpy as np
import pytest
from PySide6.QtGui import QColor

from alexnet_gui.figure.evidence_colors import AGAINST, FOR, GROUND, overlay, ramp, strongest

VALUES = np.array([[-2.0, -1.0, 0.0, 0.5, 1.0]], np.float32)


def alphas(opacity: float) -> list[float]:
    image = overlay(VALUES, 1.0, opacity)
    return [image.pixelColor(column, 0).alphaF() for column in range(5)]


def test_the_stronger_the_evidence_the_more_it_covers() -> None:
    assert alphas(0.0) == [0] * 5
    assert alphas(0.25) == pytest.approx([0.5, 0.5, 0, 0.25, 0.5], abs=0.01)
    assert alphas(0.5) == pytest.approx([1, 1, 0, 0.5, 1], abs=0.01)
    assert alphas(0.75) == pytest.approx([1, 1, 0.5, 0.75, 1], abs=0.01)
    assert alphas(1.0) == [1] * 5


def test_for_and_against_have_a_colour_each() -> None:
    image = ramp(VALUES)
    assert [image.pixelColor(column, 0).name() for column in (0, 2, 4)] == [AGAINST, GROUND, FOR]
    between = image.pixelColor(3, 0)
    assert QColor(GROUND).red() < between.red() < QColor(FOR).red()


def test_single_values_do_not_leave_the_rest_pale() -> None:
    values = np.full((100, 100), -0.5, np.float32)
    values[0, 0] = 80
    assert strongest(values) == 0.5
    lonely = np.zeros((100, 100), np.float32)
    lonely[3, 3] = -7
    assert strongest(lonely) == 7
    assert strongest(np.zeros((2, 2), np.float32)) == 1


def test_what_is_no_number_has_no_colour() -> None:
    values = np.array([[np.nan, np.inf, 1.0]], np.float32)
    image = overlay(values, strongest(values), 0.5)
    assert [image.pixelColor(column, 0).alpha() for column in range(3)] == [0, 0, 255]
