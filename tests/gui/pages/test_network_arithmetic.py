"""On the Network page: from a click on a value to its arithmetic, with real networks."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QPushButton, QSlider, QSpinBox
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.figure.arithmetic_stops import What
from alexnet_gui.figure.arithmetic_words import number
from alexnet_gui.figure.network_figure import INPUT
from alexnet_gui.pages.network import NetworkPage
from alexnet_gui.pages.network_arithmetic import ArithmeticView
from core.arithmetic.parts import Convolution, Pooling, WeightedSum
from core.recipe import Recipe

WAIT = 60_000  # milliseconds
PICTURE = 5  # of the test pictures


@pytest.fixture
def page(qtbot: QtBot, studio: Studio, weights: Path) -> NetworkPage:
    """With a LeNet of random weights and a picture whose class is known."""
    made = studio.show_page("network")
    assert isinstance(made, NetworkPage)
    made.resize(1000, 760)
    made.show()
    made.pins.choice.setCurrentIndex(made.pins.choice.findData("test"))
    made.pins.choice.activated.emit(made.pins.choice.currentIndex())
    made.pins.number.setValue(PICTURE)
    made.picker.choose(str(weights))
    qtbot.waitUntil(lambda: not studio.background.busy and made._look is not None, timeout=WAIT)
    return made


def open_view(qtbot: QtBot, page: NetworkPage, layer: str) -> ArithmeticView:
    """Bring the view to the front as a person does, for a layer of the figure."""
    tab = next(found for found in page.views.switch.findChildren(QPushButton) if found.text() == "Arithmetic")
    tab.click()
    page.figure.chosen.emit(0, layer)
    settle(qtbot, page)
    return page.views.arithmetic


def settle(qtbot: QtBot, page: NetworkPage) -> None:
    qtbot.waitUntil(lambda: not page._studio.background.busy, timeout=WAIT)


def own_value(page: NetworkPage, layer: str, unit: tuple[int, ...]) -> float:
    """What the page's look says of that unit."""
    assert page._look is not None
    return float(page._look.maps[layer][unit])


def test_a_click_on_a_value_of_a_map_shows_its_arithmetic(qtbot: QtBot, page: NetworkPage) -> None:
    page.figure.chosen.emit(0, "conv.3")
    page.views.maps.activation.setChecked(True)
    page.views.maps.open_channel(2)
    large = page.views.maps.large
    place = large._place()
    spot = place.topLeft() / large.devicePixelRatioF() + large.rect().topLeft()
    spot.setX(int(spot.x() + place.width() * 0.55))
    spot.setY(int(spot.y() + place.height() * 0.35))
    row, column = large.value_at(spot)
    qtbot.mouseClick(large, Qt.MouseButton.LeftButton, pos=spot)
    settle(qtbot, page)
    view = page.views.arithmetic
    assert view.isVisible() and view.shown is not None
    last = view.shown.trace.last
    assert (last.layer, last.unit) == ("conv.4", (2, row, column)) and (row, column) == (3, 5)
    assert last.value == pytest.approx(own_value(page, "conv.4", (2, row, column)), abs=1e-4)
    assert view.place.map.place == (row, column) and view.place.channel.value() == 2
    assert "as the network has it" in view.result.text() and "apart" in view.result.toolTip()
    qtbot.keyClick(view.place.map, Qt.Key.Key_Escape)
    assert page.views.maps.isVisible() and page.views.maps.channel == 2 and large.isVisible()


def test_the_patch_is_walked_channel_by_channel(qtbot: QtBot, page: NetworkPage) -> None:
    view = open_view(qtbot, page, "conv.3")
    assert view.shown is not None
    part = view.shown.trace.parts[0]
    assert isinstance(part, Convolution)
    np.testing.assert_array_equal(view.player.slider.terms[:7], [*part.sums, part.bias])
    for channel in range(6):
        np.testing.assert_array_equal(view.products.patch.values, part.patch[channel])
        np.testing.assert_array_equal(view.products.products.values, part.patch[channel] * part.kernel[channel])
        assert f"({channel + 1} of 6)" in view.sentence.text()
        view.player.step.click()
    assert view._stops[view.player.position].what is What.BIAS and view.formula.isVisible()
    view.player.step.click()
    assert view.formula.numbers.text().startswith("max(0, ") and view.formula.curve.isVisible()
    view.player.step.click()
    assert view.player.position == 0 and view.products.isVisible()


def test_it_plays_and_stops_at_the_end(qtbot: QtBot, page: NetworkPage) -> None:
    view = open_view(qtbot, page, "conv.0")
    view.player._clock.setInterval(5)
    view.player.play.click()
    qtbot.waitUntil(lambda: not view.player.playing, timeout=WAIT)
    assert view.player.position == len(view._stops) - 1


def test_keys_choose_the_unit_and_the_channel(qtbot: QtBot, page: NetworkPage) -> None:
    view = open_view(qtbot, page, "conv.3")
    view.choose("conv.3", (4, 5, 5), after=True)
    page.figure.chosen.emit(0, "conv.3")
    settle(qtbot, page)
    qtbot.keyClick(view.place.map, Qt.Key.Key_Down)
    qtbot.keyClick(view.place.map, Qt.Key.Key_Right)
    qtbot.keyClick(view.place.map, Qt.Key.Key_PageDown)
    settle(qtbot, page)
    assert view.shown is not None and view.shown.trace.last.unit == (5, 6, 6)
    assert view.place.patch.patch is not None and view.place.patch.patch.width() == pytest.approx(14 / 28)
    view.place.activation.click()
    settle(qtbot, page)
    assert view.shown.trace.last.layer == "conv.3" and len(view.shown.trace.parts) == 1


def test_a_pooled_value_leads_back_to_what_it_came_from(qtbot: QtBot, page: NetworkPage) -> None:
    view = open_view(qtbot, page, "conv.5")
    assert view.shown is not None
    view.player.go_to(len(view._stops) - 1)
    pooling = view.shown.trace.last
    assert isinstance(pooling, Pooling) and view.window_display.isVisible()
    view.window_display.grid.opened.emit(1, 0)
    settle(qtbot, page)
    assert page._layer == "conv.3"
    assert view.shown.trace.last.layer == "conv.4" and view.shown.trace.last.unit == pooling.source_at(1, 0)


def test_an_input_of_a_fully_connected_unit_leads_back_to_its_map(qtbot: QtBot, page: NetworkPage) -> None:
    view = open_view(qtbot, page, "fc.0")
    assert view.shown is not None
    part = view.shown.trace.parts[0]
    assert isinstance(part, WeightedSum) and view.terms.isVisible()
    assert view.terms.rowCount() == 22 and view.terms.currentRow() == 0
    view.place.map.picked.emit(2, 7)  # 120 units as 10 rows of 12
    settle(qtbot, page)
    assert view.place.channel.value() == 31 and view.shown.trace.last.unit == (31,)
    part = view.shown.trace.parts[0]
    assert isinstance(part, WeightedSum)
    view.player.go_to(21)
    assert view.terms.currentRow() == 21 and view.terms.item(21, 4).text() == number(part.value)
    view.terms.itemActivated.emit(view.terms.item(3, 0))
    settle(qtbot, page)
    assert page._layer == "conv.5"
    assert view.shown.trace.last.unit == part.source_at(int(part.strongest(4)[3]))


def test_the_output_goes_on_to_softmax_and_loss(qtbot: QtBot, page: NetworkPage) -> None:
    view = open_view(qtbot, page, "fc.4")
    assert view.shown is not None and view.shown.answer is not None
    view.player.go_to(len(view._stops) - 1)
    assert view.answer.isVisible() and view.answer.table.rowCount() == 11
    assert "for Trouser" in view.answer.loss.text()
    assert view.shown.loss == pytest.approx(-np.log(view.shown.answer.probabilities[1]))
    view.chain.linkActivated.emit("0")
    assert view.player.position == 0 and view.terms.isVisible()


def test_the_picture_itself_says_that_nothing_is_computed(qtbot: QtBot, page: NetworkPage) -> None:
    view = open_view(qtbot, page, INPUT)
    assert view._complaint.isVisible() and "Nothing is computed" in view._complaint.text()
    page.figure.chosen.emit(0, "conv.0")
    settle(qtbot, page)
    assert view.place.map.isVisible()


def test_what_is_pointed_at_is_said_in_numbers(qtbot: QtBot, page: NetworkPage) -> None:
    view = open_view(qtbot, page, "conv.0")
    view.choose("conv.0", (0, 0, 0), after=True)
    page.figure.chosen.emit(0, "conv.0")
    settle(qtbot, page)
    view.products.patch.pointed.emit(0, 0)
    assert view.products.line.text().startswith("Padding") and view.products.kernel.current == (0, 0)
    view.products.products.pointed.emit(4, 4)
    assert view.products.line.text().startswith("Row 2, column 2 of the input")
    assert "double click" not in view.products.line.text()  # the picture was not computed
    page.figure.chosen.emit(0, "conv.3")
    settle(qtbot, page)
    view.products.kernel.pointed.emit(1, 1)
    assert "double click" in view.products.line.text()


def test_a_value_of_a_patch_leads_back_too(qtbot: QtBot, page: NetworkPage) -> None:
    view = open_view(qtbot, page, "conv.3")
    assert view.shown is not None
    part = view.shown.trace.parts[0]
    assert isinstance(part, Convolution)
    view.player.go_to(3)
    qtbot.mouseDClick(view.products.patch, Qt.MouseButton.LeftButton, pos=view.products.patch.rect_of((2, 1)).center())
    settle(qtbot, page)
    assert page._layer == "conv.2" and view.shown.trace.last.unit == part.source_at(3, 2, 1)
    assert view.shown.trace.last.value == pytest.approx(part.patch[3, 2, 1], abs=1e-5)


def test_a_unit_stays_chosen_while_the_layer_is_away(qtbot: QtBot, page: NetworkPage) -> None:
    view = open_view(qtbot, page, "conv.3")
    view.choose("conv.3", (4, 5, 5), after=True)
    page.figure.chosen.emit(0, "conv.3")
    page.figure.chosen.emit(0, "fc.0")
    page.figure.chosen.emit(0, "conv.3")
    settle(qtbot, page)
    assert view.unit == (4, 5, 5)


def test_it_is_saved_as_it_is_seen(qtbot: QtBot, page: NetworkPage, tmp_path: Path) -> None:
    view = open_view(qtbot, page, "conv.0")
    page.save_picture(tmp_path / "arithmetic.png")
    assert (tmp_path / "arithmetic.png").stat().st_size > 2000 and view.picture() is not None


def test_every_control_has_a_name(qtbot: QtBot, page: NetworkPage) -> None:
    view = open_view(qtbot, page, "conv.0")
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    for group in (QAbstractButton, QAbstractItemView, QSlider, QSpinBox):
        for control in view.findChildren(group):
            text = control.text() if isinstance(control, QAbstractButton) else ""
            inner = control.objectName().startswith("qt_") or isinstance(control.parent(), QAbstractItemView)
            assert inner or control.accessibleName() or text, control
    assert all(part.accessibleName() for part in (view.place.map, view.place.patch, view.products.kernel))
    assert view.minimumSizeHint().width() < 1024 - 96 - 32


def test_the_network_in_training_is_followed(qtbot: QtBot, page: NetworkPage, studio: Studio) -> None:
    studio.runner.start(Recipe(model="lenet", limit=512, epochs=2000, batch_size=32, device="cpu", precision="fp32"))
    qtbot.waitUntil(lambda: studio.run_state.step > 0, timeout=WAIT)
    view = open_view(qtbot, page, "conv.3")
    page.picker.choose("training")
    qtbot.waitUntil(lambda: view.shown is not None and view.shown.title.startswith("step"), timeout=WAIT)
    assert view.shown is not None
    first, unit = view.shown.title, view.unit
    view.player.go_to(4)
    qtbot.waitUntil(lambda: view.shown is not None and view.shown.title != first, timeout=WAIT)
    assert view.unit == unit and view.player.position == 4
    last = view.shown.trace.last
    assert last.value == pytest.approx(last.network, abs=1e-4)
