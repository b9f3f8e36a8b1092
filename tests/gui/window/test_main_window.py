"""The window holds its parts together: pages, keys, the bar, the line, the recipe."""

import time

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.pages import PAGES
from alexnet_gui.widgets.message_strip import MessageStrip
from alexnet_gui.widgets.recipe_form import RecipeForm
from alexnet_gui.window.main_window import MainWindow
from core.events import Finished, Started, Steps
from core.recipe import Recipe, from_toml

RECIPE = Recipe(model="lenet", epochs=4)


def started(epochs: int = 4) -> Started:
    recipe = RECIPE.model_copy(update={"epochs": epochs})
    return Started(
        time=time.time(), recipe=recipe.model_dump(mode="json"), device="cpu", precision="bf16", parameters=61_706,
        steps_per_epoch=10, classes=["a", "b"], train_images=640, test_images=64,
    )  # fmt: skip


def steps(first: int, count: int, loss: float = 0.5) -> Steps:
    values = np.full(count, loss, np.float32)
    return Steps(
        time=time.time(), epoch=2, step=first, images=64 * count, seconds=0.1 * count,
        loss=values, accuracy=values, lr=values,
    )  # fmt: skip


def shown(window: MainWindow, qtbot: QtBot) -> MainWindow:
    with qtbot.waitExposed(window):
        window.show()
    return window


def foot(window: MainWindow) -> MessageStrip:
    found = window.findChild(MessageStrip, "foot")
    assert isinstance(found, MessageStrip)
    return found


def label(window: MainWindow, name: str) -> str:
    found = window.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def test_it_is_painted_without_a_page_and_says_so_once(window: MainWindow, qtbot: QtBot) -> None:
    painted: list[int] = []
    window.painted.connect(lambda: painted.append(1))
    shown(window, qtbot)
    window.repaint()
    qtbot.waitUntil(lambda: painted == [1])
    window.repaint()
    QCoreApplication.processEvents()
    assert painted == [1]


def test_keys_bring_pages_and_the_last_is_remembered(window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    shown(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    assert studio.settings.page == "settings"
    button = window.findChild(QToolButton, "rail-settings")
    assert isinstance(button, QToolButton)
    assert button.isChecked()
    page = window.findChild(QWidget, "page-settings")
    assert isinstance(page, QWidget)
    assert page.isVisible()
    assert window.show_page("settings") is page


def test_the_rail_has_every_page_by_name(window: MainWindow) -> None:
    buttons = [window.findChild(QToolButton, f"rail-{entry.key}") for entry in PAGES]
    assert [button.text() for button in buttons if isinstance(button, QToolButton)] == [
        "Train", "Network", "Classify", "Data", "Runs", "Settings",
    ]  # fmt: skip


def test_every_control_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    shown(window, qtbot)
    window.show_page("settings")
    nameless = [
        button.objectName() or type(button).__name__
        for button in [*window.findChildren(QToolButton), *window.findChildren(QPushButton)]
        if not (button.accessibleName() or button.text())
        and button.objectName() not in ("qt_menubar_ext_button", "wayOut")  # a strip names its way out when it has one
    ]
    assert not nameless


def test_a_message_is_shown_and_trouble_stays(window: MainWindow, qtbot: QtBot) -> None:
    shown(window, qtbot)
    window.say("The disk is full.", "error")
    assert foot(window).text == "The disk is full."
    close = foot(window).findChild(QToolButton, "closeMessage")
    assert isinstance(close, QToolButton)
    assert close.isVisible()
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not close.isVisible()


def test_the_line_and_the_bar_follow_a_run(window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    shown(window, qtbot)
    state = studio.run_state
    assert label(window, "status-phase") == "Ready"
    assert label(window, "runTitle") == "Fashion-MNIST · AlexNet · 5 epochs"
    state.begin(RECIPE, None)
    state.set_phase("preparing")
    state.apply(started())
    state.apply(steps(1, 20))
    state.tell()
    state.set_phase("running")
    assert label(window, "status-phase") == "Epoch 2/4"
    assert label(window, "status-loss") == "loss 0.500"
    assert label(window, "status-accuracy") == "accuracy 50.0 %"
    assert label(window, "status-speed") == "640 images/s"
    assert label(window, "runTitle") == "Fashion-MNIST · LeNet · 4 epochs"
    assert label(window, "machine") == "CPU · bf16"
    state.apply(steps(21, 20, loss=0.25))
    state.tell()
    qtbot.waitUntil(lambda: label(window, "status-loss") == "loss 0.250")
    assert label(window, "status-left").endswith(" left")


def test_the_line_tells_an_early_end_from_the_planned_one(window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    shown(window, qtbot)
    state = studio.run_state
    for reason, words in (("done", "Done"), ("patience", "Ended early")):
        state.begin(RECIPE, None)
        state.set_phase("running")
        state.apply(started())
        state.apply(steps(1, 20))
        state.apply(Finished(time=time.time(), step=20, reason=reason, accuracy=0.5, best_accuracy=0.5))
        state.set_phase("done")
        assert label(window, "status-phase") == words


def test_figures_do_not_move_when_they_change(window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    shown(window, qtbot)
    state = studio.run_state
    state.begin(RECIPE, None)
    state.apply(started(epochs=100))
    state.apply(steps(1, 1, loss=0.111))
    state.tell()
    state.set_phase("running")

    def places() -> list[int]:
        QCoreApplication.sendPostedEvents()
        labels = [window.findChild(QLabel, f"status-{name}") for name in ("loss", "accuracy", "speed", "left")]
        return [found.geometry().x() for found in labels if isinstance(found, QLabel)]

    before = places()
    state.apply(steps(2, 20, loss=0.888))
    state.tell()
    qtbot.waitUntil(lambda: label(window, "status-loss") == "loss 0.888")
    assert places() == before


def test_the_buttons_of_a_run_keep_their_width(window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    shown(window, qtbot)
    pause = window.findChild(QToolButton, "pause")
    assert isinstance(pause, QToolButton)
    widths = set()
    for phase in ("running", "pausing", "paused", "stopping", "stopped"):
        studio.run_state.set_phase(phase)
        QCoreApplication.sendPostedEvents()
        widths.add(pause.width())
    assert len(widths) == 1


def test_the_recipe_is_remembered_and_announced(window: MainWindow, studio: Studio) -> None:
    form = window.findChild(RecipeForm)
    assert isinstance(form, RecipeForm)
    form.changed.emit({**form.values(), "epochs": 7, "model": "lenet"})
    assert from_toml(studio.settings.recipe) == Recipe(epochs=7, model="lenet")
    assert label(window, "runTitle") == "Fashion-MNIST · LeNet · 7 epochs"


def test_a_recipe_that_cannot_be_is_not_trained(window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    shown(window, qtbot)
    form = window.findChild(RecipeForm)
    assert isinstance(form, RecipeForm)
    form.changed.emit({**form.values(), "data": "/no/such/folder"})
    train = window.findChild(QAction, "train")
    assert isinstance(train, QAction)
    train.trigger()
    assert "/no/such/folder" in foot(window).text
    assert not studio.runner.busy


def test_another_part_may_put_a_recipe_into_the_form(window: MainWindow, studio: Studio) -> None:
    studio.settings.recipe = Recipe(batch_size=32).toml()
    form = window.findChild(RecipeForm)
    assert isinstance(form, RecipeForm)
    assert form.values()["batch_size"] == 32


def test_the_recipe_stands_beside_the_train_page_only(window: MainWindow, qtbot: QtBot) -> None:
    shown(window, qtbot)
    form = window.findChild(RecipeForm)
    assert isinstance(form, RecipeForm)
    assert form.isVisible()
    window.show_page("settings")
    assert not form.isVisible()


def test_space_is_pause_but_not_in_a_field(window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    shown(window, qtbot)
    pause = window.findChild(QAction, "pause")
    assert isinstance(pause, QAction)
    pressed: list[int] = []
    pause.triggered.connect(lambda: pressed.append(1))
    pause.setEnabled(True)
    qtbot.keyClick(window, Qt.Key.Key_Space)
    assert pressed == [1]
    field = QLineEdit(window)
    qtbot.keyClick(field, Qt.Key.Key_Space)
    assert field.text() == " "
    assert pressed == [1]


def test_full_screen_and_back(window: MainWindow, qtbot: QtBot) -> None:
    shown(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()


def test_its_size_is_remembered(window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    shown(window, qtbot)
    window.resize(790, 610)  # the offscreen screen is 800 pixels wide
    window.close()
    again = MainWindow(studio)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (790, 610)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_fits_a_small_screen(
    window: MainWindow, studio: Studio, themed: object, theme: str, qapp: QApplication
) -> None:
    studio.settings.theme = theme
    window.ensurePolished()
    least = window.minimumSizeHint()
    assert least.width() <= 1024
    assert least.height() <= 700
