"""The evaluations of a real run: by epoch, by class, by cell, down to a picture on Classify."""

from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.pages.train import TrainPage
from alexnet_gui.pages.train_evaluations import CALIBRATION, PICTURES, TrainEvaluations
from core import data, predictions
from core.recipe import Recipe
from core.recorder import METRICS


def opened(studio: Studio, qtbot: QtBot, folder: Path) -> TrainEvaluations:
    page = studio.show_page("train")
    assert isinstance(page, TrainPage)
    page.resize(900, 700)
    page.show()
    qtbot.waitExposed(page)
    studio.run_state.show(folder)
    evaluations = next(button for button in page.findChildren(QPushButton) if button.text() == "Evaluations")
    qtbot.mouseClick(evaluations, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: studio.run_state.phase == "done")
    return page.evaluations


def wall_of(view: TrainEvaluations, qtbot: QtBot, count: int) -> None:
    """Wait until so many pictures are on the wall."""
    qtbot.waitUntil(lambda: sum(view.pictures.wall.geometry_of_wall.counts) == count, timeout=60_000)


def test_the_worst_mistakes_are_shown_and_a_click_opens_one_on_classify(
    trained: Path, studio: Studio, qtbot: QtBot
) -> None:
    view = opened(studio, qtbot, trained)
    said = predictions.read(trained, 2)
    assert said is not None
    wall_of(view, qtbot, int((~said.right).sum()))
    worst = int(said.mistakes()[0])
    with qtbot.waitSignal(view.pictures.picked) as heard:
        qtbot.keyClick(view.pictures.wall, Qt.Key.Key_Home)
    picture, _, label = heard.args or (None, "", "")
    test = data.load("fashion-mnist", limit=300).test
    np.testing.assert_array_equal(picture, test.picture(worst).numpy())
    assert label == studio.run_state.classes[said.labels[worst]]


def test_a_cell_shows_its_pictures_the_surest_first_and_all_comes_back(
    trained: Path, studio: Studio, qtbot: QtBot
) -> None:
    view = opened(studio, qtbot, trained)
    said = predictions.read(trained, 2)
    assert said is not None
    wall_of(view, qtbot, int((~said.right).sum()))
    (cell,) = view.matrix.worst(1)
    there = view.matrix.geometry_of_cells().rect(cell).center().toPoint()
    qtbot.mouseClick(view.matrix, Qt.MouseButton.LeftButton, pos=there)
    wall_of(view, qtbot, len(said.of_cell(*cell)))
    assert len(said.of_cell(*cell)) == view.matrix._counts[cell]
    button = view.findChild(QPushButton, "allMistakes")
    assert button is not None and button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    wall_of(view, qtbot, int((~said.right).sum()))
    assert view.matrix.cell is None


def test_the_slider_shows_an_earlier_epoch_and_stays_there(trained: Path, studio: Studio, qtbot: QtBot) -> None:
    view = opened(studio, qtbot, trained)
    first, second = studio.run_state.epochs
    assert view.slider.value() == 1 and (view.matrix._counts == second.confusion).all()
    qtbot.keyClick(view.slider, Qt.Key.Key_Left)
    assert (view.matrix._counts == first.confusion).all()
    studio.run_state.apply(second)  # another evaluation comes
    studio.run_state.tell()
    assert view.slider.value() == 0 and view.slider.maximum() == 2, "it never jumps while it is held back"
    qtbot.keyClick(view.slider, Qt.Key.Key_End)
    studio.run_state.apply(second)
    studio.run_state.tell()
    assert view.slider.value() == view.slider.maximum() == 3, "at its end it follows"


def test_another_run_begins_with_its_newest_epoch(trained: Path, studio: Studio, qtbot: QtBot) -> None:
    view = opened(studio, qtbot, trained)
    first, second = studio.run_state.epochs
    qtbot.keyClick(view.slider, Qt.Key.Key_Left)
    studio.run_state.begin(Recipe(), Path("another run"), foreign=True)
    studio.run_state.tell()  # nothing of it is read yet
    for evaluation in (first, second):
        studio.run_state.apply(evaluation)
        studio.run_state.tell()
    assert view.slider.value() == view.slider.maximum() == 1


def test_a_class_opens_where_most_of_it_went(trained: Path, studio: Studio, qtbot: QtBot) -> None:
    view = opened(studio, qtbot, trained)
    view.views.chosen.emit(1)
    assert view.classes.rowCount() == 10
    view.classes.setCurrentCell(6, 0)
    view.classes.itemActivated.emit(view.classes.item(6, 0))
    assert view.matrix.cell is not None and view.matrix.cell[0] == 6
    assert view.views.index == PICTURES and view.pictures.isVisible()


def test_calibration_is_said_in_a_sentence(trained: Path, studio: Studio, qtbot: QtBot) -> None:
    view = opened(studio, qtbot, trained)
    view.views.chosen.emit(CALIBRATION)
    qtbot.waitUntil(view.calibration.diagram.isVisible)
    qtbot.waitUntil(lambda: "%" in view.calibration._sentence.text())
    assert "are right, of" in view.calibration.diagram.accessibleDescription()


def test_a_run_without_predictions_keeps_its_matrix_and_says_why(
    trained: Path, studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    old = tmp_path / "old"
    old.mkdir()
    for name in ("recipe.toml", METRICS):
        (old / name).write_bytes((trained / name).read_bytes())
    view = opened(studio, qtbot, old)
    qtbot.waitUntil(lambda: "kept only how many" in view.pictures.waiting.sentence)
    assert view.matrix._counts.sum() == 300


def test_pictures_that_are_gone_get_a_sentence_and_a_way_back(
    trained: Path, studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("recipe.toml", METRICS, "evaluations/epoch-0002.safetensors"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((trained / name).read_bytes())
    text = (tmp_path / METRICS).read_text("utf-8")
    (tmp_path / METRICS).write_text(text.replace('"data":"fashion-mnist"', '"data":"/nowhere"'), "utf-8")
    view = opened(studio, qtbot, tmp_path)
    qtbot.waitUntil(view.pictures.waiting.retry.isVisible, timeout=60_000)
    assert "nowhere" in view.pictures.waiting.sentence


def test_other_pictures_than_those_evaluated_are_not_shown(
    trained: Path, studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("recipe.toml", METRICS, "evaluations/epoch-0002.safetensors"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((trained / name).read_bytes())
    text = (tmp_path / METRICS).read_text("utf-8")
    (tmp_path / METRICS).write_text(text.replace('"limit":300', '"limit":290'), "utf-8")
    view = opened(studio, qtbot, tmp_path)
    qtbot.waitUntil(lambda: "no longer those" in view.pictures.waiting.sentence, timeout=60_000)


def test_another_run_is_read_although_pictures_of_the_one_before_are_on_their_way(
    trained: Path, studio: Studio, qtbot: QtBot
) -> None:
    view = opened(studio, qtbot, trained)
    qtbot.waitUntil(lambda: view.pictures._shown is not None, timeout=60_000)
    look = view.pictures._look
    assert look is not None
    view.pictures.show_look(replace(look, cell=(6, 0)))
    view.pictures.show_look(replace(look, recipe=Recipe(data="/nowhere")))
    qtbot.waitUntil(lambda: "nowhere" in view.pictures.waiting.sentence, timeout=60_000)


def test_before_the_first_evaluation_it_says_what_will_come(studio: Studio, qtbot: QtBot) -> None:
    studio.run_state.begin(Recipe(), None)
    view = TrainEvaluations(studio)
    qtbot.addWidget(view)
    assert "end of each epoch" in view._nothing.text() and view._stack.currentIndex() == 0
