from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.figure.evidence_desk import METHODS, Begun, Evidence
from alexnet_gui.pages.network import NetworkPage
from alexnet_gui.pages.network_evidence import EvidenceView
from core.attribution import attribution
from core.data import load
from core.network import load_network
from core.out.steps import done
from core.recipe import Recipe

WAIT = 60_000  # milliseconds


def open_page(qtbot: QtBot, studio: Studio, source: str) -> NetworkPage:
    """The Network page with test picture 5 and its Evidence view in front."""
    page = studio.show_page("network")
    assert isinstance(page, NetworkPage)
    page.picker.choose(source)
    page.pins.choice.setCurrentIndex(page.pins.choice.findData("test"))
    page.pins.choice.activated.emit(page.pins.choice.currentIndex())
    page.pins.number.setValue(5)
    page.resize(1000, 760)
    page.show()
    qtbot.waitUntil(lambda: not studio.background.busy, timeout=WAIT)
    index = page.views.indexOf(page.views.evidence)
    page.views.switch.set_index(index)
    page.views.switch.chosen.emit(index)
    return page


def wait(qtbot: QtBot, view: EvidenceView) -> None:
    qtbot.waitUntil(lambda: all(card.evidence for card in view.cards.cards), timeout=WAIT)
    qtbot.waitUntil(lambda: view.cancel.isHidden(), timeout=WAIT)


@pytest.fixture
def page(qtbot: QtBot, studio: Studio, weights: Path) -> NetworkPage:
    made = open_page(qtbot, studio, str(weights))
    wait(qtbot, made.views.evidence)
    return made


@pytest.fixture
def view(page: NetworkPage) -> EvidenceView:
    return page.views.evidence


@pytest.fixture
def expected(weights: Path) -> Callable[..., np.ndarray]:
    """What the core says of a test picture."""

    def find(method: str, label: str, number: int = 5, layer: str | None = None) -> np.ndarray:
        network = load_network(str(weights))
        x = network.spec.preparation.network_input(load("fashion-mnist").test.images[number][None])
        work = attribution(network.module, x, network.spec.classes.index(label), method, layer=layer)
        return done(work).values

    return find


def values(view: EvidenceView) -> list[np.ndarray]:
    found = [card.view.values for card in view.cards.cards]
    assert all(array is not None for array in found)
    return [array for array in found if array is not None]


def test_all_methods_stand_side_by_side(view: EvidenceView, expected: Callable[..., np.ndarray]) -> None:
    best = view.classes.meant
    assert best and view.classes.label is None and best in view.classes.currentText()
    for method, shown in zip(METHODS, values(view), strict=True):
        np.testing.assert_allclose(shown, expected(method, best), atol=1e-6)
    assert "sum" in view.cards.cards[3].caption
    assert len({card.view.place().width() for card in view.cards.cards}) == 1


def test_another_class_is_other_evidence_and_stays_with_the_next_picture(
    qtbot: QtBot, page: NetworkPage, view: EvidenceView, expected: Callable[..., np.ndarray]
) -> None:
    view.classes.choose("Bag")
    wait(qtbot, view)
    np.testing.assert_allclose(values(view)[1], expected("gradients", "Bag"), atol=1e-6)
    page.pins.number.setValue(6)
    wanted = expected("gradients", "Bag", 6)
    qtbot.waitUntil(
        lambda: view.cards.cards[1].evidence is not None and np.allclose(values(view)[1], wanted), timeout=WAIT
    )
    assert view.classes.label == "Bag"


def test_what_was_asked_before_is_there_at_once(qtbot: QtBot, view: EvidenceView) -> None:
    first = [card.evidence for card in view.cards.cards]
    view.classes.choose("Bag")
    assert all(card.evidence is None for card in view.cards.cards) and view.cancel.isVisible()
    wait(qtbot, view)
    view.classes.choose(None)
    assert [card.evidence for card in view.cards.cards] == first and not view.cancel.isVisible()


def test_grad_cam_follows_the_layer_of_the_figure(
    qtbot: QtBot, page: NetworkPage, view: EvidenceView, expected: Callable[..., np.ndarray]
) -> None:
    first = [card.evidence for card in view.cards.cards]
    assert first[0] and first[0].layer == "conv.4", "the last convolution's activation until a layer is chosen"
    for layer, seen in (("conv.2", "conv.2"), ("conv.0", "conv.1"), ("fc.2", "conv.4")):
        page.figure.chosen.emit(0, layer)
        wait(qtbot, view)
        found = view.cards.cards[0].evidence
        assert found and found.layer == seen
        np.testing.assert_allclose(found.values, expected("grad-cam", str(view.classes.meant), layer=seen), atol=1e-6)
        assert [card.evidence for card in view.cards.cards[1:]] == first[1:], "no other method asks for a layer"
    assert view.cards.cards[0].caption.startswith(("Conv 2", "nothing"))


def test_one_is_made_large_walked_and_closed(qtbot: QtBot, view: EvidenceView) -> None:
    qtbot.mouseClick(view.cards.cards[4].view, Qt.MouseButton.LeftButton)
    assert view.cards.large.isVisible() and view.cards.large.values is view.cards.cards[4].view.values
    assert "Occlusion" in view.cards.explained.text()
    qtbot.keyClick(view.cards.large, Qt.Key.Key_Right)
    assert view.cards.large.values is view.cards.cards[0].view.values
    qtbot.keyClick(view.cards.large, Qt.Key.Key_Escape)
    assert not view.cards.large.isVisible() and view.cards.cards[0].view.isVisible()


def test_the_same_place_is_read_in_all_maps(view: EvidenceView) -> None:
    view.cards.cards[2].view.hovered.emit(7, 9)
    assert "row 7, column 9" in view.figures.text() and "Occlusion" in view.figures.text()
    view.cards.cards[2].view.hovered.emit(-1, -1)
    assert view.figures.text() == ""


def test_opacity_is_common_to_all(view: EvidenceView) -> None:
    before = [card.view.picture().copy() for card in view.cards.cards]
    view.opacity.setValue(0)
    bare = [card.view.picture() for card in view.cards.cards]
    assert before[4] != bare[4] and all(image == bare[0] for image in bare)


def test_the_shown_maps_are_saved(page: NetworkPage, view: EvidenceView, tmp_path: Path) -> None:
    page.save_picture(tmp_path / "all.png")
    view.cards.open(4)
    page.save_picture(tmp_path / "one.png")
    row, one = QImage(str(tmp_path / "all.png")), QImage(str(tmp_path / "one.png"))
    assert row.width() > 4 * row.height() and one.width() == one.height() == 28


def test_a_method_that_does_not_apply_says_so(qtbot: QtBot, studio: Studio, tmp_path: Path) -> None:
    from core.checkpoint import save_weights
    from core.models import build
    from core.network import NetworkSpec, preparation_for

    spec = NetworkSpec("lenet", load("fashion-mnist").classes, preparation_for("lenet", channels=1))
    save_weights(tmp_path / "sigmoid.safetensors", build(spec), spec)
    view = open_page(qtbot, studio, str(tmp_path / "sigmoid.safetensors")).views.evidence
    wait(qtbot, view)
    assert [bool(card.sentence) for card in view.cards.cards] == [False, False, True, False, False]
    picture = view.picture()
    assert picture and picture.width() < 5 * 448, "only what there is"


def test_what_is_under_way_can_be_given_up_and_asked_again(qtbot: QtBot, view: EvidenceView) -> None:
    view.classes.choose("Bag")
    assert view.cancel.isVisible() and all(card.bar.isVisible() for card in view.cards.cards)
    view.cancel.click()
    assert not view.cancel.isVisible() and view.again.isVisible()
    assert all(card.sentence and not card.bar.isVisible() for card in view.cards.cards)
    view.again.click()
    assert view.cancel.isVisible() and not any(card.sentence for card in view.cards.cards)
    wait(qtbot, view)
    assert not view.again.isVisible() and all(card.caption for card in view.cards.cards)


def test_an_answer_about_another_network_than_the_one_shown_is_not_taken(
    qtbot: QtBot, page: NetworkPage, view: EvidenceView, expected: Callable[..., np.ndarray]
) -> None:
    view.classes.choose("Bag")
    look = page._look
    assert look
    view._take(Begun("another network", look.picture, 0, None))
    assert all(card.evidence is None for card in view.cards.cards)
    view.show_layer(look, "conv.0")  # the look at it has come
    wait(qtbot, view)
    np.testing.assert_allclose(values(view)[1], expected("gradients", "Bag"), atol=1e-6)


def test_what_is_under_way_gives_way_to_another_view(qtbot: QtBot, page: NetworkPage, view: EvidenceView) -> None:
    view.classes.choose("Bag")
    page.views.bring_forward(page.views.maps)
    qtbot.waitUntil(lambda: not page._studio.background.busy, timeout=WAIT)
    assert any(card.evidence is None for card in view.cards.cards)
    page.views.bring_forward(view)
    wait(qtbot, view)


def test_a_card_says_how_far_its_method_is(view: EvidenceView) -> None:
    view.cards.cards[4].show_progress(0.4)
    assert view.cards.cards[4].bar.isVisible() and view.cards.cards[4].bar.value() == 40


def test_a_network_in_training_is_asked_when_a_person_wishes(qtbot: QtBot, studio: Studio) -> None:
    studio.runner.start(Recipe(model="lenet", limit=512, epochs=2000, batch_size=32, device="cpu", precision="fp32"))
    qtbot.waitUntil(lambda: studio.run_state.step > 0, timeout=WAIT)
    page = open_page(qtbot, studio, "training")
    view = page.views.evidence
    wait(qtbot, view)
    moment, first = view.moment.text(), view.cards.cards[1].evidence
    assert "at step" in moment and view.again.isVisible()
    look = page._look
    qtbot.waitUntil(lambda: page._look is not look, timeout=WAIT)
    assert view.cards.cards[1].evidence is first and view.moment.text() == moment
    view.again.click()
    wait(qtbot, view)
    assert view.moment.text() != moment and isinstance(view.cards.cards[1].evidence, Evidence)
