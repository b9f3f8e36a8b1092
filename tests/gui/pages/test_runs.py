"""The Runs page on real run folders."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from alexnet_gui import formatting
from alexnet_gui.context import Studio
from alexnet_gui.pages.runs import RunsPage
from alexnet_gui.pages.runs_table import RunsTable
from alexnet_gui.run.run_table_model import KEYS
from alexnet_gui.widgets.compare_legend import CompareLegend
from alexnet_gui.widgets.compare_plot import MOST, ComparePlot
from alexnet_gui.widgets.segments import Segments
from core.events import Evaluated, Event, Finished, Started, Steps
from core.recipe import checked, from_toml
from core.recorder import record
from core.run_lock import RunLock
from core.run_notes import RunNotes
from core.runs import read_run

RECIPE = checked(model="lenet", epochs=1, limit=64, batch_size=16, device="cpu", precision="fp32")


def events(time: float, accuracy: float, model: str) -> Iterator[Event]:
    recipe = RECIPE.model_copy(update={"model": model}).model_dump(mode="json")
    yield Started(
        time=time, recipe=recipe, device="cpu", precision="fp32", parameters=46, steps_per_epoch=4,
        classes=["a"], train_images=64, test_images=64,
    )  # fmt: skip
    ones = np.ones(4, np.float32)
    yield Steps(time=time + 1, epoch=1, step=1, images=64, seconds=1, loss=ones, accuracy=ones, lr=ones)
    confusion = np.zeros((1, 1), np.int64)
    yield Evaluated(time=time + 2, epoch=1, step=4, loss=1, accuracy=accuracy, seconds=1, confusion=confusion)
    yield Finished(time=time + 3, step=4, reason="done", accuracy=accuracy, best_accuracy=accuracy)


@pytest.fixture
def folders(studio: Studio) -> list[Path]:
    """Three runs, the newest first."""
    made = []
    for number, (accuracy, model) in enumerate([(0.5, "lenet"), (0.9, "alexnet"), (0.7, "lenet")]):
        folder = studio.settings.runs_folder / f"run {number}"
        folder.mkdir(parents=True)
        for _ in record(events(1e9 + 1000 * (3 - number), accuracy, model), folder):
            pass
        made.append(folder)
    return made


@pytest.fixture
def page(studio: Studio, folders: list[Path], qtbot: QtBot) -> RunsPage:
    return shown(studio, qtbot, len(folders))


def shown(studio: Studio, qtbot: QtBot, count: int) -> RunsPage:
    page = studio.show_page("runs")
    assert isinstance(page, RunsPage)
    page.resize(900, 600)
    with qtbot.waitActive(page):
        page.show()
    qtbot.waitUntil(lambda: page.count == count and not studio.background.busy)
    table(page).setFocus()
    return page


def table(page: RunsPage) -> RunsTable:
    found = page.findChild(RunsTable)
    assert found
    return found


def cells(page: RunsPage, key: str) -> list[str]:
    model = table(page).model()
    return [model.index(row, KEYS.index(key)).data() for row in range(model.rowCount())]


def cell_center(page: RunsPage, row: int, key: str) -> QPoint:
    return table(page).visualRect(table(page).model().index(row, KEYS.index(key))).center()


def switch(page: RunsPage, name: str, index: int) -> None:
    segments = page.findChild(Segments, name)
    assert segments
    segments._group.button(index).click()


def press(page: RunsPage, qtbot: QtBot, name: str) -> None:
    button = page.findChild(QAbstractButton, name)
    assert button and button.isEnabled(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_empty_page_says_what_would_be_here(studio: Studio, qtbot: QtBot) -> None:
    page = shown(studio, qtbot, 0)
    fill = page.findChild(QPushButton, "fill")
    assert fill and fill.isVisible()


def test_every_run_is_a_row_the_newest_first_and_selected(page: RunsPage) -> None:
    assert cells(page, "title") == ["run 0", "run 1", "run 2"]
    assert cells(page, "model") == ["LeNet", "AlexNet", "LeNet"]
    assert cells(page, "accuracy") == ["50.0 %", "90.0 %", "70.0 %"]
    assert [index.row() for index in table(page).selectionModel().selectedRows()] == [0]


def test_a_column_sorts_by_its_meaning(page: RunsPage) -> None:
    table(page).sort("accuracy", descending=True)
    assert cells(page, "title") == ["run 1", "run 2", "run 0"]


def test_a_search_keeps_the_runs_with_all_its_words(page: RunsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = page.findChild(QLineEdit, "search")
    assert search
    qtbot.keyClicks(search, "LENET run 2")
    assert cells(page, "title") == ["run 2"]
    search.clear()
    assert len(cells(page, "title")) == 3


def test_a_run_is_opened_in_the_train_page(page: RunsPage, studio: Studio, folders: list[Path], qtbot: QtBot) -> None:
    table(page).selectRow(1)
    qtbot.keyClick(table(page), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: studio.run_state.phase == "done")
    assert studio.run_state.folder == folders[1] and studio.run_state.step == 4


def test_no_other_run_is_opened_while_one_goes_on(page: RunsPage, studio: Studio, qtbot: QtBot) -> None:
    studio.run_state.begin(RECIPE, Path("elsewhere"))
    studio.run_state.set_phase("running")
    press(page, qtbot, "open")
    assert "A run goes on" in page.message and studio.run_state.folder == Path("elsewhere")


def test_a_title_is_typed_in_its_place_and_kept(
    page: RunsPage, folders: list[Path], studio: Studio, qtbot: QtBot
) -> None:
    qtbot.keyClick(table(page), Qt.Key.Key_F2)
    editor = table(page).findChild(QLineEdit)
    assert editor
    editor.setText("The good one")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cells(page, "title")[0] == "The good one")  # at once, before it is read back
    qtbot.waitUntil(lambda: read_run(folders[0]).title == "The good one")
    qtbot.waitUntil(lambda: not studio.background.busy)
    assert cells(page, "title")[0] == "The good one"


def test_tags_are_typed_in_their_place_and_found(
    page: RunsPage, folders: list[Path], studio: Studio, qtbot: QtBot
) -> None:
    page._actions["tags"].trigger()
    editor = table(page).findChild(QLineEdit)
    assert editor
    editor.setText("baseline, lr study")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: read_run(folders[0]).tags == ("baseline", "lr study"))
    search = page.findChild(QLineEdit, "search")
    assert search
    search.setText("BASELINE")
    assert cells(page, "title") == ["run 0"]
    search.setText("model=alexnet")
    assert cells(page, "title") == ["run 1"]
    qtbot.waitUntil(lambda: not studio.background.busy)


def test_a_click_on_a_star_and_the_key_for_all_that_are_selected(
    page: RunsPage, folders: list[Path], studio: Studio, qtbot: QtBot
) -> None:
    viewport = table(page).viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=cell_center(page, 1, "star"))
    qtbot.waitUntil(lambda: read_run(folders[1]).starred)
    table(page).selectAll()
    page._actions["star"].trigger()
    qtbot.waitUntil(lambda: all(read_run(folder).starred for folder in folders))
    page._actions["star"].trigger()
    qtbot.waitUntil(lambda: not any(read_run(folder).starred for folder in folders))
    qtbot.waitUntil(lambda: not studio.background.busy)


def test_notes_are_kept_when_their_field_is_left(
    page: RunsPage, folders: list[Path], studio: Studio, qtbot: QtBot
) -> None:
    field = page.findChild(QPlainTextEdit, "notes")
    assert field and field.isVisible()
    qtbot.keyClicks(field, "less dropout")
    table(page).selectRow(1)  # leaves the field
    assert field.toPlainText() == ""
    qtbot.waitUntil(lambda: read_run(folders[0]).notes == "less dropout")
    qtbot.waitUntil(lambda: not studio.background.busy)
    table(page).selectRow(0)
    assert field.toPlainText() == "less dropout"
    table(page).selectAll()
    assert not field.isVisible()


def test_notes_that_are_typed_are_kept_when_the_program_ends(page: RunsPage, folders: list[Path]) -> None:
    field = page.findChild(QPlainTextEdit, "notes")
    assert field
    field.setPlainText("last words")
    page._end()
    assert read_run(folders[0]).notes == "last words"


def test_each_change_is_taken_back(page: RunsPage, folders: list[Path], studio: Studio, qtbot: QtBot) -> None:
    assert not page._actions["undo"].isEnabled()
    model = page._model
    model.setData(model.index(0, KEYS.index("title")), "Another")
    model.setData(model.index(0, KEYS.index("tags")), "a, b")
    qtbot.waitUntil(lambda: read_run(folders[0]).tags == ("a", "b") and not studio.background.busy)
    press(page, qtbot, "delete")
    qtbot.waitUntil(lambda: page.count == 2)
    for expected in (RunNotes("Another", "", ("a", "b")), RunNotes("Another"), RunNotes("run 0")):
        page._actions["undo"].trigger()
        qtbot.waitUntil(lambda: page.count == 3 and not studio.background.busy)
        run = read_run(folders[0])
        assert (run.title, run.tags) == (expected.title, expected.tags)
    assert cells(page, "title")[0] == "run 0" and not page._actions["undo"].isEnabled()


def test_a_recipe_is_duplicated_into_the_form(page: RunsPage, studio: Studio, qtbot: QtBot, messages) -> None:
    table(page).selectRow(1)
    duplicate = page.findChild(QAction, "duplicate")
    assert duplicate
    duplicate.trigger()
    assert from_toml(studio.settings.recipe) == RECIPE.model_copy(update={"model": "alexnet"})
    assert "run 1" in messages[-1][0]


def test_columns_are_chosen_moved_and_kept(page: RunsPage, studio: Studio, qtbot: QtBot) -> None:
    assert "optimizer" not in table(page).columns and "star" in table(page).columns
    choices = {action.objectName(): action for action in page.findChildren(QAction)}
    choices["column-optimizer"].trigger()
    choices["column-star"].trigger()
    assert table(page).columns[-1] == "optimizer" and "star" not in table(page).columns
    header = table(page).horizontalHeader()
    header.moveSection(header.visualIndex(KEYS.index("optimizer")), 0)
    table(page).sort("accuracy", descending=False)
    another = RunsPage(studio)
    qtbot.addWidget(another)
    assert table(another).columns == table(page).columns and table(another).columns[0] == "optimizer"
    assert table(another).horizontalHeader().sortIndicatorSection() == KEYS.index("accuracy")
    assert cells(page, "optimizer") == ["Adam"] * 3


def test_a_kept_choice_of_another_version_is_no_trouble(studio: Studio, folders: list[Path], qtbot: QtBot) -> None:
    studio.settings.run_columns, studio.settings.run_sort = "title colour title lr", "-colour"
    page = shown(studio, qtbot, 3)
    assert table(page).columns == ("title", "lr")
    assert cells(page, "title") == ["run 0", "run 1", "run 2"]


def test_disk_used_is_told(page: RunsPage, folders: list[Path]) -> None:
    disk = sum(read_run(folder).size_bytes for folder in folders)
    assert page._total.text() == f"3 runs, {formatting.size(disk)}"
    table(page).selectAll()
    assert "3 selected" in page._total.text()


def test_deleted_runs_come_back_with_undo(page: RunsPage, folders: list[Path], qtbot: QtBot) -> None:
    table(page).selectAll()
    qtbot.keyClick(table(page), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.count == 0)
    assert not any(folder.exists() for folder in folders)
    assert page.message.startswith("Deleted 3 run")
    press(page, qtbot, "wayOut")
    qtbot.waitUntil(lambda: page.count == 3)
    assert all(folder.exists() for folder in folders)


def test_the_trash_is_emptied_at_the_end(page: RunsPage, folders: list[Path], studio: Studio, qtbot: QtBot) -> None:
    press(page, qtbot, "delete")
    qtbot.waitUntil(lambda: page.count == 2)
    trash = studio.settings.runs_folder / ".trash"
    assert list(trash.iterdir())
    page._end()
    assert not trash.exists()


def test_a_run_that_is_trained_elsewhere_is_not_deleted(
    page: RunsPage, folders: list[Path], studio: Studio, qtbot: QtBot
) -> None:
    with RunLock(folders[0]):
        press(page, qtbot, "delete")
        qtbot.waitUntil(lambda: bool(page.message))
    assert "being trained" in page.message and folders[0].exists()
    qtbot.waitUntil(lambda: not studio.background.busy)


def test_a_stopped_run_is_resumed(studio: Studio, qtbot: QtBot) -> None:
    studio.runner.start(RECIPE.model_copy(update={"epochs": 50}))
    qtbot.waitUntil(lambda: studio.run_state.step > 0, timeout=180_000)
    studio.runner.stop()
    qtbot.waitUntil(lambda: studio.run_state.phase == "stopped", timeout=60_000)
    step = studio.run_state.step
    page = shown(studio, qtbot, 1)
    press(page, qtbot, "resume")
    qtbot.waitUntil(lambda: studio.run_state.step > step, timeout=60_000)
    studio.runner.stop()
    qtbot.waitUntil(lambda: studio.run_state.phase == "stopped", timeout=60_000)


def test_selected_runs_are_compared(page: RunsPage, qtbot: QtBot) -> None:
    plot, legend = page.findChild(ComparePlot), page.findChild(CompareLegend)
    assert plot and legend
    table(page).selectAll()
    qtbot.waitUntil(lambda: page.comparison.drawn == 3)
    assert [(entry.name, entry.details) for entry in legend.entries] == [
        ("run 0", "Network LeNet"),
        ("run 1", "Network AlexNet"),
        ("run 2", "Network LeNet"),
    ]
    assert [one.test_y.tolist() for one in plot.series] == [[0.5], [0.9], [0.7]]
    switch(page, "measure", 0)
    assert [one.test_y.tolist() for one in plot.series] == [[1.0], [1.0], [1.0]]
    assert [one.test_x.tolist() for one in plot.series] == [[1.0], [1.0], [1.0]]
    switch(page, "axis", 0)
    assert [one.test_x.tolist() for one in plot.series] == [[4], [4], [4]]
    switch(page, "axis", 2)
    assert [one.test_x.tolist() for one in plot.series] == [[2.0], [2.0], [2.0]]


def test_a_run_keeps_its_look_while_it_is_selected(page: RunsPage, qtbot: QtBot) -> None:
    legend = page.findChild(CompareLegend)
    assert legend
    page.select([page._model.runs[2].folder])
    looks = {entry.name: entry.color for entry in legend.entries}
    page.select([page._model.runs[1].folder])
    assert {entry.name: entry.color for entry in legend.entries}.items() > looks.items()
    qtbot.waitUntil(lambda: page.comparison.drawn == 3)


def test_more_runs_than_can_be_told_apart(studio: Studio, qtbot: QtBot) -> None:
    for number in range(MOST + 1):
        folder = studio.settings.runs_folder / f"run {number}"
        folder.mkdir(parents=True)
        (folder / "recipe.toml").write_text(RECIPE.toml())
    page = shown(studio, qtbot, MOST + 1)
    table(page).selectAll()
    assert any(f"The first {MOST} of the selected" in label.text() for label in page.findChildren(QLabel))


def test_a_run_that_ends_is_there_at_once(page: RunsPage, studio: Studio, qtbot: QtBot) -> None:
    studio.runner.start(RECIPE)
    qtbot.waitUntil(lambda: studio.run_state.phase == "done", timeout=180_000)
    qtbot.waitUntil(lambda: page.count == 4)
    qtbot.waitUntil(lambda: "done" in cells(page, "state")[0])
