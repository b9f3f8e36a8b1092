from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alexnet_gui.figure.volume_box import VolumeSpec
from alexnet_gui.widgets.mini_map import MiniMap
from alexnet_gui.widgets.volume_typeset import BREAK, Figure, lines_of
from alexnet_gui.widgets.volume_view import VolumeView

ALEXNET = Figure(
    "AlexNet",
    "a note",
    (
        VolumeSpec("input", "Input", 1, 224, cells=("Input", "1×224×224", "")),
        VolumeSpec("conv.0", "Conv2d", 96, 54, 11, 4, cells=("Conv", f"96×{BREAK}54×54", "11.7 k")),
        VolumeSpec("conv.2", "MaxPool2d", 96, 26, 3, 2, cells=("Pool", f"96×{BREAK}26×26", "–")),
        VolumeSpec("fc.0", "Linear", 4096, 0, cells=("Dense", "4096", "26.2 M")),
    ),
    ("", "", "parameters"),
)
LENET = Figure(
    "LeNet",
    "",
    (
        VolumeSpec("input", "Input", 1, 28, cells=("Input", "1×28×28", "")),
        VolumeSpec("conv.0", "Conv2d", 6, 28, 5, 1, 2, cells=("Conv", f"6×{BREAK}28×28", "156")),
    ),
    ("", "", "parameters"),
)


@pytest.fixture
def view(qtbot: QtBot) -> VolumeView:
    made = VolumeView()
    qtbot.addWidget(made)
    made.resize(700, 480)
    made.show_figures([ALEXNET, LENET])
    made.show()
    qtbot.waitExposed(made)
    return made


def middle(view: VolumeView, row: int, column: int) -> QPoint:
    assert view.arrangement
    place = view.arrangement.rows[row].columns[column]
    return view.mapFromScene(QPointF(place.middle, view.arrangement.rows[row].labels + 2))


@pytest.mark.parametrize(
    ("row", "column", "key"), [(0, 0, "input"), (0, 1, "conv.0"), (0, 3, "fc.0"), (1, 1, "conv.0")]
)
def test_a_click_on_a_layer_chooses_it(qtbot: QtBot, view: VolumeView, row: int, column: int, key: str) -> None:
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, row, column))
    assert chosen.args == [row, key]


def test_a_click_beside_chooses_nothing(qtbot: QtBot, view: VolumeView) -> None:
    with qtbot.assertNotEmitted(view.chosen):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(690, 475))


def test_arrows_walk_and_enter_opens(qtbot: QtBot, view: VolumeView) -> None:
    view.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(view, key)
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [0, "conv.0"]
    assert "96×54×54" in view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Space)
    assert chosen.args == [1, "conv.0"]


def test_the_whole_figure_is_in_sight_and_follows_the_window(view: VolumeView) -> None:
    for size in ((700, 480), (1100, 700), (420, 300)):
        view.resize(*size)
        assert view.arrangement
        corner = view.mapFromScene(QPointF(view.arrangement.width, view.arrangement.height))
        assert corner.x() <= view.viewport().width() + 1 and corner.y() <= view.viewport().height() + 1


def wheel(view: VolumeView, at: QPoint, notches: int) -> None:
    QApplication.sendEvent(
        view.viewport(),
        QWheelEvent(
            QPointF(at),
            QPointF(view.viewport().mapToGlobal(at)),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def test_the_wheel_zooms_around_the_pointer(view: VolumeView) -> None:
    at = QPoint(350, 200)
    before = view.mapToScene(at)
    wheel(view, at, 3)
    assert view.zoom == pytest.approx(1.25**3)
    after = view.mapToScene(at)
    assert abs(after.x() - before.x()) < 2 and abs(after.y() - before.y()) < 2


def test_a_drag_pans_and_chooses_nothing(qtbot: QtBot, view: VolumeView) -> None:
    wheel(view, QPoint(350, 200), 4)
    before = view.mapToScene(QPoint(0, 0))
    with qtbot.assertNotEmitted(view.chosen):
        qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
        qtbot.mouseMove(view.viewport(), QPoint(340, 220))
        qtbot.mouseMove(view.viewport(), QPoint(360, 230))
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(360, 230))
    moved = view.mapToScene(QPoint(0, 0)) - before
    assert moved.x() == pytest.approx(-60 / view.zoom, abs=1)
    assert moved.y() == pytest.approx(-30 / view.zoom, abs=1)


@pytest.mark.parametrize(
    "fit",
    [
        lambda qtbot, view: qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(350, 200)),
        lambda qtbot, view: qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier),
    ],
    ids=["double click", "Ctrl+0"],
)
def test_fitting_brings_all_back(qtbot: QtBot, view: VolumeView, fit: Callable[[QtBot, VolumeView], None]) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom == pytest.approx(1.25)
    fit(qtbot, view)
    assert view.zoom == pytest.approx(1)


def test_the_picture_is_on_the_face_of_the_input(view: VolumeView) -> None:
    red = QImage(28, 28, QImage.Format.Format_RGB32)
    red.fill(QColor("#ff0000"))
    view.set_picture(red)
    assert view.arrangement
    for row in view.arrangement.rows:
        spot = view.mapFromScene(QPointF(*row.columns[0].box.point(0, 0.15, 0.5)))
        assert view.viewport().grab().toImage().pixelColor(spot) == QColor("#ff0000")


def test_cells_are_broken_only_where_asked() -> None:
    cell = f"96×{BREAK}54×54"
    assert lines_of(cell, 0) == ["96×54×54"]
    assert lines_of(cell, 1) == ["96×", "54×54"]


def test_layers_are_coloured_by_a_figure(view: VolumeView) -> None:
    def color(column: int) -> QColor:
        assert view.arrangement
        box = view.arrangement.rows[0].columns[column].box
        return view.grab().toImage().pixelColor(view.mapFromScene(QPointF(*box.point(0.5, 0.5, 1))))

    plain = color(1)
    view.set_heat([{"conv.0": 1.0, "conv.2": 0.0}])
    hot, cold = color(1), color(2)
    assert hot != plain and hot != cold
    view.show_figures([ALEXNET])
    assert view._items[0, 1].state.heat is None


def test_a_small_map_shows_what_is_in_sight_and_moves_the_view(qtbot: QtBot, view: VolumeView) -> None:
    small = view.findChild(MiniMap)
    assert small and not small.isVisible()
    view.zoom_by(4)
    assert small.isVisible()
    qtbot.mouseClick(small, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    left = view.mapToScene(QPoint(0, 0))
    qtbot.mouseClick(small, Qt.MouseButton.LeftButton, pos=QPoint(small.width() - 2, small.height() - 2))
    right = view.mapToScene(QPoint(0, 0))
    assert right.x() > left.x() and right.y() > left.y()
    view.fit()
    assert not small.isVisible()
