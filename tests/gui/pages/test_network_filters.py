"""The filters of a layer: all of them, one of them, and what training made of them."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.pages.network import NetworkPage
from alexnet_gui.pages.network_filters import FiltersView
from core.checkpoint import save_weights
from core.data.fashion_mnist import CLASSES
from core.models import build
from core.network import NetworkSpec, load_network, preparation_for
from core.recipe import Recipe

WAIT = 60_000  # milliseconds


@pytest.fixture
def page(qtbot: QtBot, studio: Studio, weights: Path) -> NetworkPage:
    """The page with the filters in front, of a LeNet in a file."""
    made = studio.show_page("network")
    assert isinstance(made, NetworkPage)
    made.picker.choose(str(weights))
    made.resize(1000, 760)
    made.show()
    made.views.switch.set_index(1)
    made.views.switch.chosen.emit(1)
    qtbot.waitUntil(lambda: made.figure.arrangement is not None, timeout=WAIT)
    return made


def open_layer(qtbot: QtBot, page: NetworkPage, name: str) -> FiltersView:
    page.figure.chosen.emit(0, name)
    settle(qtbot, page)
    return page.views.filters


def settle(qtbot: QtBot, page: NetworkPage) -> None:
    qtbot.waitUntil(lambda: not page._studio.background.busy, timeout=WAIT)


def choose(view: FiltersView, moment: int) -> None:
    view.moment.set_index(moment)
    view.moment.chosen.emit(moment)


def weight(file: Path | str, name: str) -> np.ndarray:
    return load_network(str(file)).module.get_submodule(name).weight.numpy()


def test_the_first_layer_is_a_grid_of_pictures(qtbot: QtBot, page: NetworkPage, weights: Path) -> None:
    view = open_layer(qtbot, page, "conv.0")
    kernels = weight(weights, "conv.0")[:, 0]
    np.testing.assert_array_equal(view.stage.grid.maps, kernels)
    assert view.title.text() == "Conv 1 · 6 × 1×5×5"
    view.stage.order.set_index(1)
    view.stage.order.chosen.emit(1)
    norms = np.linalg.norm(kernels, axis=(1, 2))
    np.testing.assert_array_equal(view.stage.grid.maps, kernels[np.argsort(-norms)])
    view.stage.grid.hovered.emit(0)
    assert f"filter {norms.argmax()}" in view.stage.figures.text()
    view.stage.grid.opened.emit(0)
    settle(qtbot, page)
    np.testing.assert_array_equal(view.stage.large.values, kernels[norms.argmax()])


def test_a_deeper_filter_is_opened_kernel_by_kernel(qtbot: QtBot, page: NetworkPage, weights: Path) -> None:
    view = open_layer(qtbot, page, "conv.3")
    view.stage.grid.opened.emit(4)
    settle(qtbot, page)
    kernels = weight(weights, "conv.3")[4]
    np.testing.assert_array_equal(view.stage.grid.maps, kernels)
    qtbot.keyClick(view.stage.grid, Qt.Key.Key_Right)
    qtbot.keyClick(view.stage.grid, Qt.Key.Key_Return)
    np.testing.assert_array_equal(view.stage.large.values, kernels[1])
    assert view.title.text() == "Conv 2 · filter 4 · input channel 1"
    view.stage.large.hovered.emit(2, 3)
    assert view.stage.figures.text().startswith("row 2, column 3:")
    qtbot.keyClick(view.stage.large, Qt.Key.Key_Right)
    np.testing.assert_array_equal(view.stage.large.values, kernels[2])
    qtbot.keyClick(view.stage.large, Qt.Key.Key_Escape)
    qtbot.keyClick(view.stage.grid, Qt.Key.Key_Escape)
    assert view.unit is None and len(view.stage.grid.maps) == 16 and not view.back.isVisible()


def test_a_dense_layer_shows_norms_and_the_weights_of_a_unit(qtbot: QtBot, page: NetworkPage, weights: Path) -> None:
    view = open_layer(qtbot, page, "fc.2")
    rows = weight(weights, "fc.2")
    np.testing.assert_allclose(view.stage.grid.maps[:, 0, 0], np.linalg.norm(rows, axis=1), rtol=1e-5)
    view.stage.grid.opened.emit(83)
    settle(qtbot, page)
    np.testing.assert_array_equal(view.stage.large.values.ravel(), rows[83])
    qtbot.keyClick(view.stage.large, Qt.Key.Key_Right)
    settle(qtbot, page)
    np.testing.assert_array_equal(view.stage.large.values.ravel(), rows[0])


def test_where_there_are_none_it_says_so(qtbot: QtBot, page: NetworkPage) -> None:
    for name in ("conv.2", "input"):
        view = open_layer(qtbot, page, name)
        assert "choose a convolution" in view._words.text() and view._words.isVisible() and view.picture() is None


def test_filters_that_are_zero_are_crossed_out(qtbot: QtBot, page: NetworkPage, tmp_path: Path) -> None:
    spec = NetworkSpec("lenet", CLASSES, preparation_for("lenet", channels=3))
    module = build(spec)
    with torch.no_grad():
        module.get_submodule("conv.0").weight[2] = 0
    save_weights(tmp_path / "colour.safetensors", module, spec)
    page.picker.choose(str(tmp_path / "colour.safetensors"))
    view = open_layer(qtbot, page, "conv.0")
    assert view.stage.grid.maps.shape == (6, 5, 5, 3) and view.stage.grid.crossed == {2}
    assert "zero: 1" in view.stage.figures.text() and not view.stage.legend.isVisible()


def test_a_run_shows_how_it_began_and_what_changed(qtbot: QtBot, page: NetworkPage, trained: Path) -> None:
    view = open_layer(qtbot, page, "conv.3")
    assert not view.moment.isEnabled()
    page.picker.choose(f"{trained}:last")
    settle(qtbot, page)
    now = view.stage.grid.maps.copy()
    assert view.moment.isEnabled()
    view.open_filter(3)
    found = {}
    for moment in range(3):
        choose(view, moment)
        settle(qtbot, page)
        found[moment] = view.stage.grid.maps.copy()
    np.testing.assert_array_equal(found[0], weight(f"{trained}:last", "conv.3")[3])
    assert not np.array_equal(found[0], found[1])
    np.testing.assert_allclose(found[2], found[0] - found[1], atol=1e-7)
    page.picker.choose("demo")
    settle(qtbot, page)
    assert not view.moment.isEnabled() and view.moment.index == 0 and not np.array_equal(view.stage.grid.maps, now)


def test_the_network_in_training_is_followed(qtbot: QtBot, page: NetworkPage, studio: Studio) -> None:
    studio.runner.start(Recipe(model="lenet", limit=512, epochs=2000, batch_size=32, device="cpu", precision="fp32"))
    qtbot.waitUntil(lambda: studio.run_state.step > 0, timeout=WAIT)
    page.picker.choose("training")
    view = page.views.filters
    qtbot.waitUntil(lambda: "step" in view.title.text(), timeout=WAIT)
    choose(view, 1)
    qtbot.waitUntil(lambda: view.is_of("start"), timeout=WAIT)
    start = view.stage.grid.maps.copy()
    choose(view, 2)
    qtbot.waitUntil(lambda: not np.array_equal(view.stage.grid.maps, start), timeout=WAIT)
    first = view.stage.grid.maps.copy()
    qtbot.waitUntil(lambda: not np.array_equal(view.stage.grid.maps, first), timeout=WAIT)
