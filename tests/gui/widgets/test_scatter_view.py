import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from alexnet_gui.figure.class_marks import mark_of
from alexnet_gui.widgets.class_legend import ClassLegend
from alexnet_gui.widgets.scatter_view import ScatterView

POINTS = np.array([[0, 0], [1, 0], [0, 1], [1, 1], [0.5, 0.5]], np.float32)
CLASSES = np.array([0, 0, 1, 1, 2])


@pytest.fixture
def view(qtbot: QtBot) -> ScatterView:
    made = ScatterView()
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.set_points(POINTS, CLASSES)
    made.show()
    qtbot.waitExposed(made)
    return made


def place(view: ScatterView, index: int) -> QPoint:
    return QPoint(*(round(value) for value in view.places()[index].tolist()))


def test_both_axes_have_one_scale_and_up_is_up(view: ScatterView) -> None:
    places = view.places()
    assert places[1, 0] - places[0, 0] == pytest.approx(places[0, 1] - places[2, 1]) == pytest.approx(200 - 32)


def test_a_click_chooses_what_is_near(qtbot: QtBot, view: ScatterView) -> None:
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place(view, 3) + QPoint(3, 3))
    assert chosen.args == [3] and view.current == 3
    with qtbot.assertNotEmitted(view.chosen):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place(view, 4) + QPoint(40, 0))


def test_the_pointer_says_what_is_under_it(qtbot: QtBot, view: ScatterView) -> None:
    with qtbot.waitSignal(view.hovered) as hovered:
        qtbot.mouseMove(view, place(view, 4))
    assert hovered.args == [4]


def test_a_drag_catches_and_escape_lets_go(qtbot: QtBot, view: ScatterView) -> None:
    left, right = place(view, 0), place(view, 1)
    corners = [left + QPoint(-9, -20), left + QPoint(-9, 9), right + QPoint(9, 9), right + QPoint(9, -20)]
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=corners[0])
    for corner in corners[1:]:
        qtbot.mouseMove(view, corner)
    with qtbot.waitSignal(view.caught) as caught:
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=corners[-1])
    assert caught.args[0].tolist() == [0, 1] and view.within.tolist() == [0, 1]
    view.set_points(POINTS * 2, CLASSES)
    assert view.within.tolist() == [0, 1]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not len(view.within)
    view.set_points(POINTS[:3], CLASSES[:3])
    assert view.current == -1


def test_arrows_walk_to_the_nearest_in_their_direction(qtbot: QtBot, view: ScatterView) -> None:
    found = []
    view.chosen.connect(found.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Down):
        qtbot.keyClick(view, key)
    assert found == [0, 1, 3, 2, 0]


def strength(view: ScatterView, index: int) -> int:
    """How far the colour at a point is from white."""
    color = view.grab().toImage().pixelColor(place(view, index))
    return 3 * 255 - color.red() - color.green() - color.blue()


def test_a_class_stands_out(view: ScatterView) -> None:
    before = strength(view, 4)
    view.mean(0)
    assert strength(view, 4) < before
    view.mean(None)
    assert strength(view, 4) == before


def test_what_was_caught_stands_out(view: ScatterView) -> None:
    inside, outside = strength(view, 0), strength(view, 4)
    view._catch(np.array([0, 1]))
    assert strength(view, 0) == inside and strength(view, 4) < outside


def test_no_points_and_one_are_no_disaster(view: ScatterView) -> None:
    view.set_points(POINTS[:1], CLASSES[:1])
    assert np.isfinite(view.places()).all() and not view.grab().isNull()
    view.set_points(POINTS[:0], CLASSES[:0])
    assert not view.grab().isNull()


def test_marks_differ_for_many_classes_and_on_both_grounds() -> None:
    for dark in (False, True):
        marks = [mark_of(number, dark=dark) for number in range(24)]
        assert len({(mark.color.name(), mark.shape) for mark in marks}) == 24
    assert mark_of(0, dark=True).color != QColor(mark_of(0, dark=False).color)


def test_the_legend_says_which_class_is_pointed_at(qtbot: QtBot) -> None:
    legend = ClassLegend()
    qtbot.addWidget(legend)
    legend.set_names(["Bag", "Boot", "Coat"])
    legend.resize(legend.sizeHint())
    legend.show()
    entered: list[int | None] = []
    legend.entered.connect(entered.append)
    qtbot.mouseMove(legend, QPoint(5, 5))
    qtbot.mouseMove(legend, QPoint(5, 45))
    qtbot.keyClick(legend, Qt.Key.Key_Up)
    qtbot.keyClick(legend, Qt.Key.Key_Escape)
    assert entered == [0, 2, 1, None]
