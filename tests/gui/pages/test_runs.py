"""The Runs page on real run folders."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.pages.runs import RunsPage
from alexnet_gui.pages.runs_table import RunsTable
from alexnet_gui.widgets.compare_plot import ComparePlot
from alexnet_gui.widgets.segments import Segments
from core.events import Evaluated, Event, Finished, Started, Steps
from core.recipe import checked
from core.recorder import record
from core.run_lock import RunLock
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
    page.show()
    qtbot.waitUntil(lambda: page.count == count and not studio.background.busy)
    return page


def table(page: RunsPage) -> RunsTable:
    found = page.findChild(RunsTable)
    assert found
    return found


def cells(page: RunsPage, column: int) -> list[str]:
    model = table(page).model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def press(page: RunsPage, qtbot: QtBot, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button and button.isEnabled(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_empty_page_says_what_would_be_here(studio: Studio, qtbot: QtBot) -> None:
    page = shown(studio, qtbot, 0)
    fill = page.findChild(QPushButton, "fill")
    assert fill and fill.isVisible()


def test_every_run_is_a_row_the_newest_first_and_selected(page: RunsPage) -> None:
    assert cells(page, 0) == ["run 0", "run 1", "run 2"]
    assert cells(page, 3) == ["LeNet", "AlexNet", "LeNet"]
    assert cells(page, 5) == ["50.0 %", "90.0 %", "70.0 %"]
    assert [index.row() for index in table(page).selectionModel().selectedRows()] == [0]


def test_a_column_sorts_by_its_meaning(page: RunsPage) -> None:
    table(page).sortByColumn(5, Qt.SortOrder.DescendingOrder)
    assert cells(page, 0) == ["run 1", "run 2", "run 0"]


def test_a_search_keeps_the_runs_with_all_its_words(page: RunsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = page.findChild(QLineEdit, "search")
    assert search
    qtbot.keyClicks(search, "LENET run 2")
    assert cells(page, 0) == ["run 2"]
    search.clear()
    assert len(cells(page, 0)) == 3


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
    press(page, qtbot, "rename")
    editor = table(page).findChild(QLineEdit)
    assert editor
    editor.setText("The good one")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cells(page, 0)[0] == "The good one")  # at once, before it is read back
    qtbot.waitUntil(lambda: read_run(folders[0]).title == "The good one")
    qtbot.waitUntil(lambda: not studio.background.busy)
    assert cells(page, 0)[0] == "The good one"


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
    page._empty_trash()
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
    plot = page.findChild(ComparePlot)
    assert plot
    table(page).selectAll()
    qtbot.waitUntil(lambda: [one.name for one in plot._series] == ["run 0", "run 1", "run 2"])
    assert [one.test_y.tolist() for one in plot._series] == [[0.5], [0.9], [0.7]]
    measure = page.findChild(Segments, "measure")
    assert measure
    measure._group.button(0).click()
    assert [one.test_y.tolist() for one in plot._series] == [[1.0], [1.0], [1.0]]


def test_a_run_that_ends_is_there_at_once(page: RunsPage, studio: Studio, qtbot: QtBot) -> None:
    studio.runner.start(RECIPE)
    qtbot.waitUntil(lambda: studio.run_state.phase == "done", timeout=180_000)
    qtbot.waitUntil(lambda: page.count == 4)
    qtbot.waitUntil(lambda: "done" in cells(page, 1)[0])
