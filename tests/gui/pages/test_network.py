from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.pages.network import NetworkPage
from core.checkpoint import save_weights
from core.data import load
from core.data.fashion_mnist import CLASSES
from core.models import build
from core.network import NetworkSpec, preparation_for
from core.probe import feature_maps
from core.recipe import Recipe

WAIT = 60_000  # milliseconds: a machine that is busy with something else is no error


def spec_of(model: str) -> NetworkSpec:
    return NetworkSpec(model, CLASSES, preparation_for(model, channels=1))


@pytest.fixture
def weights(tmp_path: Path) -> Callable[[str], str]:
    """Makes a file of random weights of a model, the same at each call."""

    def make(model: str) -> str:
        file = tmp_path / f"{model}.safetensors"
        torch.manual_seed(3)
        save_weights(file, build(spec_of(model)), spec_of(model))
        return str(file)

    return make


@pytest.fixture
def page(qtbot: QtBot, studio: Studio) -> NetworkPage:
    made = studio.show_page("network")
    assert isinstance(made, NetworkPage)
    made.resize(1000, 760)
    made.show()
    qtbot.waitUntil(lambda: made.figure.arrangement is not None, timeout=WAIT)
    return made


def button(page: NetworkPage, text: str) -> QPushButton:
    """That brings the view of this name to the front."""
    return next(found for found in page.views.switch.findChildren(QPushButton) if found.text() == text)


def show(qtbot: QtBot, page: NetworkPage, source: str, number: int = 5) -> None:
    """Pick a network and a test picture, and wait for what comes of it."""
    page.pins.choice.setCurrentIndex(page.pins.choice.findData("test"))
    page.pins.choice.activated.emit(page.pins.choice.currentIndex())
    page.pins.number.setValue(number)
    page.picker.choose(source)
    qtbot.waitUntil(lambda: not page._studio.background.busy, timeout=WAIT)


def expected(model: str, layer: str, number: int = 5) -> np.ndarray:
    torch.manual_seed(3)
    module = build(spec_of(model))
    x = spec_of(model).preparation.network_input(load("fashion-mnist").test.images[number][None])
    return feature_maps(module, x, layer)


@pytest.mark.parametrize("model", ["lenet", "alexnet"])
def test_a_click_shows_the_maps_that_the_probe_gives(
    qtbot: QtBot, page: NetworkPage, weights: Callable[[str], str], model: str
) -> None:
    show(qtbot, page, weights(model))
    arrangement = page.figure.arrangement
    assert arrangement
    row = arrangement.rows[0]
    column = next(column for column in row.columns if column.spec.key == "conv.3")
    spot = page.figure.mapFromScene(QPointF(column.middle, row.labels + 2))
    qtbot.mouseClick(page.figure.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    np.testing.assert_allclose(page.views.maps.grid.maps, expected(model, "conv.3"), rtol=1e-4, atol=1e-5)
    page.views.maps.activation.click()
    np.testing.assert_allclose(page.views.maps.grid.maps, expected(model, "conv.4"), rtol=1e-4, atol=1e-5)


def test_dense_layers_and_the_output(qtbot: QtBot, page: NetworkPage, weights: Callable[[str], str]) -> None:
    show(qtbot, page, weights("lenet"))
    page.figure.chosen.emit(0, "fc.0")
    assert page.views.maps.large.values.shape == (10, 12)
    np.testing.assert_allclose(page.views.maps.large.values.ravel(), expected("lenet", "fc.0"), rtol=1e-4, atol=1e-5)
    page.figure.chosen.emit(0, "fc.4")
    np.testing.assert_allclose(page.views.maps.bars.values, expected("lenet", "fc.4"), rtol=1e-4, atol=1e-5)


def test_a_map_is_opened_walked_and_closed(qtbot: QtBot, page: NetworkPage, weights: Callable[[str], str]) -> None:
    show(qtbot, page, weights("lenet"))
    page.figure.chosen.emit(0, "conv.3")
    panel = page.views.maps
    panel.grid.opened.emit(2)
    assert (panel.large.values == panel.grid.maps[2]).all()
    qtbot.keyClick(panel.large, Qt.Key.Key_Right)
    assert panel.channel == 3
    panel.large.hovered.emit(4, 6)
    assert panel.patch.patch is not None and panel.patch.patch.width() == pytest.approx(14 / 28)
    assert "row 4, column 6" in panel.figures.text()
    qtbot.keyClick(panel.large, Qt.Key.Key_Escape)
    assert panel.channel is None and not panel.large.isVisible() and panel.grid.isVisible()


def test_another_picture_is_another_look(qtbot: QtBot, page: NetworkPage, weights: Callable[[str], str]) -> None:
    show(qtbot, page, weights("lenet"))
    first = page.views.maps.grid.maps.copy()
    page.pins.number.setValue(6)
    qtbot.waitUntil(lambda: not np.array_equal(page.views.maps.grid.maps, first), timeout=WAIT)
    np.testing.assert_allclose(page.views.maps.grid.maps, expected("lenet", "conv.0", 6), rtol=1e-4, atol=1e-5)


def test_a_picture_of_another_page_is_pinned(qtbot: QtBot, page: NetworkPage, weights: Callable[[str], str]) -> None:
    show(qtbot, page, weights("lenet"))
    page.pin(load("fashion-mnist").test.images[9].numpy(), "A picture")
    assert page.pins.choice.currentText() == "A picture"
    wanted = expected("lenet", "conv.0", 9)
    qtbot.waitUntil(lambda: np.allclose(page.views.maps.grid.maps, wanted, atol=1e-5), timeout=WAIT)


def test_the_other_network_is_drawn_at_the_same_scale(
    qtbot: QtBot, page: NetworkPage, weights: Callable[[str], str]
) -> None:
    show(qtbot, page, weights("lenet"))
    page.compare.click()

    def rows() -> int:
        return len(page.figure.arrangement.rows) if page.figure.arrangement else 0

    qtbot.waitUntil(lambda: rows() == 2, timeout=WAIT)
    assert page.figure.arrangement
    lenet, alexnet = (row.columns[0].box for row in page.figure.arrangement.rows)
    assert alexnet.height / lenet.height == pytest.approx(8)
    page.figure.chosen.emit(1, "conv.0")
    assert "AlexNet" in page.message.text() and page.message.isVisible()
    page.compare.click()
    assert rows() == 1


def test_the_table_says_what_the_figure_shows(qtbot: QtBot, page: NetworkPage, weights: Callable[[str], str]) -> None:
    show(qtbot, page, weights("lenet"))
    button(page, "Table").click()
    assert page.views.table.rowCount() == 12  # eleven layers and the sum
    row = page.views.table.findItems("conv.3", Qt.MatchFlag.MatchExactly)[0].row()
    assert page.views.table.item(row, 2).text() == "16×10×10"
    page.views.table.itemActivated.emit(page.views.table.item(row, 0))
    assert button(page, "Feature maps").isChecked() and page.views.maps.isVisible()
    assert page.views.maps.grid.maps.shape == (16, 10, 10)


def test_the_shown_picture_is_saved(
    qtbot: QtBot, page: NetworkPage, weights: Callable[[str], str], tmp_path: Path
) -> None:
    show(qtbot, page, weights("lenet"))
    page.save_picture(tmp_path / "maps.png")
    assert QImage(str(tmp_path / "maps.png")).size() == page.views.maps.grid.picture().size()
    page.save_picture(tmp_path / "no" / "maps.png")
    assert "could not be written" in page.message.text()


def test_what_cannot_be_read_is_said_in_the_page(qtbot: QtBot, page: NetworkPage, tmp_path: Path) -> None:
    qtbot.waitUntil(lambda: not page._studio.background.busy, timeout=WAIT)
    page.picker.choose(str(tmp_path / "gone.safetensors"))
    qtbot.waitUntil(lambda: "gone.safetensors" in page.message.text(), timeout=WAIT)


def test_the_network_in_training_is_followed(qtbot: QtBot, page: NetworkPage, studio: Studio) -> None:
    studio.runner.start(Recipe(model="lenet", limit=512, epochs=2000, batch_size=32, device="cpu", precision="fp32"))
    qtbot.waitUntil(lambda: studio.run_state.step > 0, timeout=WAIT)
    page.picker.choose("training")
    qtbot.waitUntil(lambda: page.views.maps.grid.maps.shape == (6, 28, 28), timeout=WAIT)
    first = page.views.maps.grid.maps.copy()
    qtbot.waitUntil(lambda: not np.array_equal(page.views.maps.grid.maps, first), timeout=WAIT)
    page.hide()
    assert not page._clock.isActive()
    page.show()
    assert page._clock.isActive()
