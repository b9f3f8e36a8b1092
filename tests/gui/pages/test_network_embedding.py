from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.pages.network import NetworkPage
from core.checkpoint import save_weights
from core.data import load
from core.embedding import features, principal
from core.models import build
from core.network import NetworkSpec, load_network, preparation_for
from core.recipe import Recipe

WAIT = 120_000  # milliseconds


@pytest.fixture
def page(qtbot: QtBot, studio: Studio, weights: Path) -> NetworkPage:
    """The page with a LeNet, the embedding of its first layer in front."""
    made = studio.show_page("network")
    assert isinstance(made, NetworkPage)
    made.resize(1000, 760)
    made.show()
    made.picker.choose(str(weights))
    qtbot.waitUntil(lambda: made._look is not None and made._look.description.model == "LeNet", timeout=WAIT)
    made.views.bring_forward(made.views.embedding)
    return made


def wait(qtbot: QtBot, page: NetworkPage) -> None:
    view = page.views.embedding
    qtbot.waitUntil(lambda: view._found is not None and view._found.done == view._found.total, timeout=WAIT)


def test_the_test_pictures_are_where_the_core_puts_them(qtbot: QtBot, page: NetworkPage, weights: Path) -> None:
    wait(qtbot, page)
    network, data = load_network(str(weights)), load("fashion-mnist")
    split = data.test.balanced(1000, 10)
    *_, found = features(network.module, network.spec.preparation, "conv.0", split)
    expected = principal(found.values).points
    shown = page.views.embedding._found
    assert shown and shown.plane and (shown.labels == split.labels.numpy()).all()
    np.testing.assert_allclose(shown.plane.points, expected, rtol=1e-3, atol=1e-3)
    assert "variance" in page.views.embedding.line.text()
    assert page.views.picture() is not None


def test_a_chosen_picture_is_shown_and_pinned_and_a_lasso_counts_classes(qtbot: QtBot, page: NetworkPage) -> None:
    wait(qtbot, page)
    view = page.views.embedding
    view.plot.choose(7)
    assert view._found and len(view.wall.tiles) == 1
    name = load("fashion-mnist").classes[int(view._found.labels[7])]
    assert view.line.text() == view.wall.tiles[0].text == name
    view.wall.picked.emit(0)
    assert page.pins.choice.currentText() == name
    assert isinstance(page.pins.pin, np.ndarray) and (page.pins.pin == view._found.pictures[7]).all()
    view.plot._catch(np.arange(100))
    assert len(view.wall.tiles) == 36 and sum(int(part.split()[0]) for part in view.line.text().split(", ")) == 100
    qtbot.keyClick(view.plot, Qt.Key.Key_Escape)
    assert len(view.wall.tiles) == 1


def test_another_layer_and_neighbours_are_other_planes(qtbot: QtBot, page: NetworkPage) -> None:
    wait(qtbot, page)
    view = page.views.embedding
    page.figure.chosen.emit(0, "fc.2")
    qtbot.waitUntil(lambda: "fc.2" in view._key and view._found is not None, timeout=WAIT)
    wait(qtbot, page)
    dense = view._found.plane.points
    view.method.set_index(1)
    view.look_again()
    qtbot.waitUntil(lambda: "step" in view.line.text(), timeout=WAIT)
    wait(qtbot, page)
    assert not np.allclose(view._found.plane.points, dense) and "near" in view.line.text()
    view.method.set_index(0)
    view.look_again()
    qtbot.waitUntil(lambda: view._found.plane.points is dense, timeout=WAIT)  # it was kept


def test_given_up_it_says_so_and_can_be_asked_again(qtbot: QtBot, page: NetworkPage) -> None:
    view = page.views.embedding
    view._found = None
    view.give_up()
    assert view.waiting.isVisible() and view.waiting.sentence == "No pictures were looked at."
    view.waiting.retry.click()
    wait(qtbot, page)


def test_a_network_in_training_is_shown_as_it_was_when_asked(qtbot: QtBot, page: NetworkPage, studio: Studio) -> None:
    wait(qtbot, page)
    view = page.views.embedding
    studio.runner.start(Recipe(model="lenet", limit=512, epochs=2000, batch_size=32, device="cpu", precision="fp32"))
    qtbot.waitUntil(lambda: studio.run_state.step > 0, timeout=WAIT)
    page.picker.choose("training")
    qtbot.waitUntil(lambda: view._found is not None and view._found.step is not None, timeout=WAIT)
    wait(qtbot, page)
    assert "the network after step" in view.line.text()
    qtbot.waitUntil(view.again.isVisible, timeout=WAIT)
    step = view._found.step
    qtbot.waitUntil(lambda: studio.run_state.step > step + 3, timeout=WAIT)
    assert view._found.step == step
    view.again.click()
    qtbot.waitUntil(lambda: view._found.step > step, timeout=WAIT)


def test_it_gives_way_to_another_view_and_goes_on_when_it_is_back(qtbot: QtBot, page: NetworkPage) -> None:
    view = page.views.embedding
    wait(qtbot, page)
    view.method.set_index(1)
    view.look_again()
    page.views.bring_forward(page.views.maps)
    qtbot.waitUntil(lambda: not page._studio.background.busy, timeout=WAIT)
    page.views.bring_forward(view)
    qtbot.waitUntil(lambda: "near" in view.line.text(), timeout=WAIT)


def test_the_points_of_one_network_are_not_shown_as_those_of_another(
    qtbot: QtBot, page: NetworkPage, tmp_path: Path
) -> None:
    wait(qtbot, page)
    view = page.views.embedding
    spec = NetworkSpec("lenet", ("small", "large"), preparation_for("lenet", channels=1))
    save_weights(tmp_path / "two.safetensors", build(spec), spec)
    page.picker.choose(str(tmp_path / "two.safetensors"))
    qtbot.waitUntil(lambda: "It is not known with which pictures" in view.waiting.sentence, timeout=WAIT)
    assert view._found is None and view.waiting.isVisible() and view.picture() is None
