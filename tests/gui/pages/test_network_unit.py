"""A unit of a layer: which pictures excite it, which classes, and what is made for it."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.pages.network import NetworkPage
from alexnet_gui.pages.network_unit import UnitView
from core.checkpoint import save_weights
from core.data import load
from core.models import build
from core.network import NetworkSpec, load_network, preparation_for
from core.probe import layer_output
from core.recipe import Recipe

WAIT = 60_000  # milliseconds


@pytest.fixture
def page(qtbot: QtBot, studio: Studio, weights: Path) -> NetworkPage:
    """The page with the maps in front, of a LeNet in a file."""
    made = studio.show_page("network")
    assert isinstance(made, NetworkPage)
    made.picker.choose(str(weights))
    made.resize(1000, 760)
    made.show()
    made.views.units.count.setCurrentIndex(0)
    qtbot.waitUntil(lambda: made.figure.arrangement is not None, timeout=WAIT)
    settle(qtbot, made)
    return made


def settle(qtbot: QtBot, page: NetworkPage) -> None:
    qtbot.waitUntil(lambda: not page._studio.background.busy, timeout=WAIT)


def bring(qtbot: QtBot, page: NetworkPage, layer: str) -> UnitView:
    index = page.views.indexOf(page.views.units)
    page.views.switch.set_index(index)
    page.views.switch.chosen.emit(index)
    page.figure.chosen.emit(0, layer)
    settle(qtbot, page)
    return page.views.units


def maxima(weights: Path, layer: str) -> tuple[np.ndarray, np.ndarray]:
    """The largest activation of each unit (pictures, units), and the classes, for the pictures that the view takes."""
    network = load_network(str(weights))
    split = load("fashion-mnist").test.balanced(500, 10)
    with torch.no_grad():
        output = layer_output(network.module, network.spec.preparation.network_input(split.images[:]), layer)
    return output.flatten(2).amax(2).numpy() if output.ndim == 4 else output.numpy(), split.labels.numpy()


def test_the_nine_pictures_and_the_classes_of_a_unit(qtbot: QtBot, page: NetworkPage, weights: Path) -> None:
    view = bring(qtbot, page, "conv.3")
    values, labels = maxima(weights, "conv.3")
    view.choose_unit(5)
    settle(qtbot, page)
    assert view.walk is not None
    np.testing.assert_allclose(view.walk.excited.values[5], np.sort(values[:, 5])[::-1][:9], rtol=1e-4)
    assert len(view.wall.tiles) == 9 and all(tile.patch is not None for tile in view.wall.tiles)
    assert view.wall.tiles[0].patch.width() <= 14 / 28 + 1e-6
    np.testing.assert_allclose(view.bars.values, [values[labels == c, 5].mean() for c in range(10)], rtol=1e-4)
    assert view.line.text() == "500 test pictures" and view.title.text() == "Conv 2" and "16" in view._of.text()
    made = view.made.made
    assert made is not None and made.preferred.step == made.preferred.steps and made.seen is not None
    assert view.picture() is not None


def test_a_dense_unit_sees_all_of_the_picture(qtbot: QtBot, page: NetworkPage, weights: Path) -> None:
    view = bring(qtbot, page, "fc.4")
    values, _ = maxima(weights, "fc.4")
    assert all(tile.patch is None for tile in view.wall.tiles)
    assert view.wall.tiles[0].text.endswith(f"{values[:, 0].max():.3g}".replace("-", "−"))
    qtbot.keyClick(view.unit, Qt.Key.Key_Up)
    assert view.unit.value() == 1
    settle(qtbot, page)
    assert view.wall.tiles[0].text.endswith(f"{values[:, 1].max():.3g}".replace("-", "−"))


def test_the_map_that_is_open_is_the_unit(qtbot: QtBot, page: NetworkPage) -> None:
    page.figure.chosen.emit(0, "conv.3")
    page.views.maps.open_channel(7)
    view = bring(qtbot, page, "conv.3")
    assert view.unit.value() == 7
    page.figure.chosen.emit(0, "conv.0")
    assert view.unit.value() == 0


def test_one_of_them_is_pinned_and_the_unit_stays(qtbot: QtBot, page: NetworkPage) -> None:
    view = bring(qtbot, page, "conv.3")
    view.choose_unit(5)
    settle(qtbot, page)
    assert view.walk is not None
    walk, wanted = view.walk, view.walk.excited.pictures[view.walk.excited.places[5, 1]]
    view.wall.setFocus()
    qtbot.keyClick(view.wall, Qt.Key.Key_Right)
    qtbot.keyClick(view.wall, Qt.Key.Key_Return)
    assert np.array_equal(page.pins.pin, wanted) and "unit 5 of conv.3" in page.pins.choice.currentText()
    settle(qtbot, page)
    assert view.unit.value() == 5 and view.walk is walk


def test_what_was_walked_is_kept(qtbot: QtBot, page: NetworkPage) -> None:
    view = bring(qtbot, page, "conv.3")
    first = view.walk
    assert bring(qtbot, page, "conv.0").walk is not first
    assert bring(qtbot, page, "conv.3").walk is first


def test_where_no_pictures_are_known_it_says_so(qtbot: QtBot, page: NetworkPage, tmp_path: Path) -> None:
    spec = NetworkSpec("lenet", ("cat", "dog"), preparation_for("lenet", channels=3))
    save_weights(tmp_path / "pets.safetensors", build(spec), spec)
    page.picker.choose(str(tmp_path / "pets.safetensors"))
    view = bring(qtbot, page, "conv.0")
    assert "pick a run" in view.waiting.sentence and view.waiting.retry.isVisible() and view.picture() is None
    view = bring(qtbot, page, "input")
    assert "no units" in view.waiting.sentence and not view.waiting.retry.isVisible()


def test_a_walk_and_the_making_can_be_given_up(qtbot: QtBot, page: NetworkPage) -> None:
    page.picker.choose("demo")
    page.views.units.count.setCurrentIndex(4)  # long enough on any machine
    view = bring_only(page, "fc.0")
    qtbot.waitUntil(lambda: view.walk is not None or view.cancel.isVisible(), timeout=WAIT)
    view.cancel.click()
    walk = view.walk
    assert walk is not None and walk.excited.done < walk.excited.total and view.again.isVisible()
    assert "of 10" in view.line.text()
    view.made.button.click()
    settle(qtbot, page)
    assert view.walk is walk and view.made.button.text() == "Make"


def test_what_is_under_way_gives_way_to_another_view(qtbot: QtBot, page: NetworkPage) -> None:
    page.picker.choose("demo")
    page.views.units.count.setCurrentIndex(4)
    view = bring_only(page, "fc.0")
    qtbot.waitUntil(lambda: view.walk is not None, timeout=WAIT)
    page.views.switch.set_index(1)
    page.views.switch.chosen.emit(1)
    settle(qtbot, page)
    assert view.walk is None
    view.count.setCurrentIndex(0)
    page.figure.chosen.emit(0, "conv.0")
    view = bring(qtbot, page, "conv.0")
    assert view.walk is not None and view.walk.excited.done == 500 and view.made.made is not None


def bring_only(page: NetworkPage, layer: str) -> UnitView:
    index = page.views.indexOf(page.views.units)
    page.views.switch.set_index(index)
    page.views.switch.chosen.emit(index)
    page.figure.chosen.emit(0, layer)
    return page.views.units


def test_a_network_in_training_is_walked_when_asked(qtbot: QtBot, page: NetworkPage, studio: Studio) -> None:
    studio.runner.start(Recipe(model="lenet", limit=512, epochs=2000, batch_size=32, device="cpu", precision="fp32"))
    qtbot.waitUntil(lambda: studio.run_state.step > 0, timeout=WAIT)
    page.picker.choose("training")
    view = bring_only(page, "conv.3")
    qtbot.waitUntil(lambda: view.again.isVisible(), timeout=WAIT)
    first = view.walk
    assert first is not None and first.step is not None and f"step {first.step:,}" in view.line.text()
    at = studio.run_state.step
    qtbot.waitUntil(lambda: studio.run_state.step > at + 5, timeout=WAIT)
    assert view.walk is first and view.made.made is None
    view.made.button.click()
    qtbot.waitUntil(lambda: view.made.made is not None, timeout=WAIT)
    view.again.click()
    qtbot.waitUntil(lambda: view.walk is not None and view.walk.excited.done == 500, timeout=WAIT)
    assert view.walk is not None and view.walk.step is not None and view.walk.step > first.step
