"""The Train page on a real training and on recorded runs."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QTableView,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.pages.train import TrainPage
from alexnet_gui.settings import Settings
from alexnet_gui.widgets.series_plot import SeriesPlot
from core.events import Changed, Evaluated, Event, Failed, Finished, Load, Started, Steps, Warned
from core.recipe import checked
from core.recorder import record

RECIPE = checked(model="lenet", epochs=1, limit=64, batch_size=16, device="cpu", precision="fp32")


def events(steps: int) -> Iterator[Event]:
    yield Started(
        time=0, recipe=RECIPE.model_dump(mode="json"), device="cpu", precision="fp32", parameters=46,
        steps_per_epoch=4, classes=["a"], train_images=64, test_images=64,
    )  # fmt: skip
    ones = np.ones(steps, np.float32)
    yield Steps(time=0, epoch=1, step=1, images=16, seconds=1, loss=ones, accuracy=ones, lr=ones)
    if steps == 4:
        yield Evaluated(time=0, epoch=1, step=4, loss=1, accuracy=0.5, seconds=1, confusion=np.zeros((1, 1), np.int64))


def write(folder: Path, steps: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for _ in record(events(steps), folder):
        pass


@pytest.fixture
def page(studio: Studio, qtbot: QtBot) -> TrainPage:
    page = studio.show_page("train")
    assert isinstance(page, TrainPage)
    page.resize(700, 600)
    page.show()
    qtbot.waitExposed(page)
    return page


def button(page: TrainPage, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert found
    return found


def said(page: TrainPage) -> str:
    line = page.findChild(QLabel, "stateLine")
    assert line
    return line.text()


def log(page: TrainPage) -> str:
    found = page.findChild(QPlainTextEdit, "log")
    assert found
    return found.toPlainText()


def drawn(page: TrainPage) -> int:
    """Points of the raw loss curve."""
    x = page.curves.plots["loss"]._raw_curve.x
    return 0 if x is None else len(x)


def test_an_empty_page_offers_to_train_and_shows_what_happens(page: TrainPage, studio: Studio, qtbot: QtBot) -> None:
    studio.settings.recipe = RECIPE.toml()
    assert button(page, "fill").isVisible()
    qtbot.mouseClick(button(page, "fill"), Qt.MouseButton.LeftButton)
    assert studio.run_state.phase == "preparing" and not button(page, "fill").isVisible()
    qtbot.waitUntil(lambda: studio.run_state.phase == "done", timeout=180_000)
    assert said(page).startswith("Done in")
    assert "Done after step 4." in log(page) and "best so far" in log(page)
    assert drawn(page) == 4
    table = page.findChild(QTableView, "epochs")
    assert table and table.model().rowCount() == 1


def test_a_failure_stands_in_the_page_with_a_way_out(page: TrainPage, studio: Studio, qtbot: QtBot) -> None:
    studio.settings.recipe = RECIPE.toml()
    state = studio.run_state
    state.begin(RECIPE, None)
    for event in events(3):
        state.apply(event)
    state.apply(Failed(time=0, step=3, message="The loss is not a number: lower the learning rate."))
    state.set_phase("failed")
    state.tell()
    assert page.message == "The loss is not a number: lower the learning rate."
    assert page.message in log(page)
    qtbot.mouseClick(button(page, "wayOut"), Qt.MouseButton.LeftButton)
    assert page.message == "" and studio.runner.busy


def test_a_warning_stands_in_the_page_until_it_is_closed(page: TrainPage, studio: Studio, qtbot: QtBot) -> None:
    state = studio.run_state
    state.begin(RECIPE, None)
    state.set_phase("running")
    state.apply(next(events(0)))
    state.apply(Changed(time=0, step=0, what="parts", value=4.0))
    state.apply(Warned(time=0, step=0, message="The memory does not suffice."))
    state.tell()
    qtbot.waitUntil(lambda: page.message == "The memory does not suffice.")
    assert "Each batch in 4 parts from step 1 on." in log(page)
    state.set_phase("paused")
    assert page.message == "The memory does not suffice."
    close = page.findChild(QToolButton, "closeMessage")
    assert close
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    state.set_phase("running")
    state.apply(list(events(3))[1])
    state.tell()
    qtbot.waitUntil(lambda: "step 3 of" in said(page))
    assert page.message == ""
    state.apply(Warned(time=0, step=1, message="Another one."))
    state.tell()
    qtbot.waitUntil(lambda: page.message == "Another one.")
    state.begin(RECIPE, None)
    state.set_phase("preparing")
    assert page.message == ""


def test_an_old_warning_is_not_said_while_a_run_is_resumed(page: TrainPage, studio: Studio) -> None:
    state = studio.run_state
    state.begin(RECIPE, None)
    state.set_phase("preparing")
    past = [*events(3), Warned(time=0, step=3, message="Little room.")]
    for event in past:
        state.apply(event)
    state.tell()
    page.hide()
    page.show()  # it looks at the state anew
    assert page.message == ""
    state.apply(past[0])
    state.set_phase("running")
    assert page.message == ""


def test_a_run_that_ended_early_says_why(page: TrainPage, studio: Studio) -> None:
    state = studio.run_state
    state.begin(RECIPE, None)
    for event in events(4):
        state.apply(event)
    state.apply(Finished(time=0, step=4, reason="patience", accuracy=0.5, best_accuracy=0.5))
    state.set_phase("done")
    state.tell()
    assert "the test accuracy no longer rose" in said(page) and "the test accuracy no longer rose" in log(page)
    assert page.message == ""


def test_a_wrong_recipe_in_the_settings_is_said(page: TrainPage, studio: Studio) -> None:
    studio.settings.recipe = "epochs = 0"
    page.start()
    assert "Epochs" in page.message and not studio.runner.busy


def test_a_stopped_run_can_be_resumed_from_the_page(page: TrainPage, studio: Studio, qtbot: QtBot) -> None:
    studio.settings.recipe = RECIPE.model_copy(update={"epochs": 50}).toml()
    page.start()
    qtbot.waitUntil(lambda: studio.run_state.step > 0, timeout=180_000)
    studio.runner.stop()
    qtbot.waitUntil(lambda: studio.run_state.phase == "stopped", timeout=60_000)
    step = studio.run_state.step
    assert said(page).startswith("Stopped after step")
    qtbot.mouseClick(button(page, "wayOut"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: studio.run_state.step > step, timeout=60_000)
    assert page.message == ""


def test_a_run_of_another_process_is_followed(page: TrainPage, studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    from core.run_lock import RunLock

    folder = tmp_path / "run"
    write(folder, 3)
    with RunLock(folder):  # another process trains it
        studio.run_state.show(folder)
        qtbot.waitUntil(lambda: studio.run_state.phase == "running")
        assert "another process" in page.message
        assert not studio.run_state.active
        line = (folder / "metrics.jsonl").read_text().splitlines()[1]
        with (folder / "metrics.jsonl").open("a") as file:
            file.write(line.replace('"step":1', '"step":4') + "\n")
        qtbot.waitUntil(lambda: studio.run_state.step == 6, timeout=5000)
    qtbot.waitUntil(lambda: studio.run_state.phase == "stopped", timeout=5000)


def test_smoothing_and_the_logarithmic_axis_change_the_plots(page: TrainPage, studio: Studio, qtbot: QtBot) -> None:
    state = studio.run_state
    state.begin(RECIPE, None)
    state.apply(next(events(0)))
    values = np.array([4.0, 1.0, 4.0, 1.0], np.float32)
    state.apply(Steps(time=0, epoch=1, step=1, images=64, seconds=1, loss=values, accuracy=values / 4, lr=values))
    state.set_phase("running")
    state.tell()
    loss = page.curves.plots["loss"]
    smoothed = loss._smooth_curve.y
    assert smoothed is not None and np.ptp(smoothed) < 3
    slider, logarithmic = page.findChild(QSlider, "smoothing"), page.findChild(QAction, "logLoss")
    assert slider and logarithmic
    slider.setValue(0)
    assert loss._smooth_curve.y.tolist() == values.tolist()
    logarithmic.trigger()
    assert loss._smooth_curve.y.tolist() == pytest.approx(np.log10(values).tolist())
    assert page.curves.plots["accuracy"]._smooth_curve.y.tolist() == (values / 4).tolist()


def test_all_plots_are_zoomed_and_pointed_at_together(page: TrainPage, studio: Studio, qtbot: QtBot) -> None:
    state = studio.run_state
    state.begin(RECIPE, None)
    for event in events(4):
        state.apply(event)
    state.set_phase("running")
    state.tell()
    loss, *others = page.curves.plots.values()
    qtbot.keyClick(loss, Qt.Key.Key_Plus)
    qtbot.keyClick(loss, Qt.Key.Key_Left)
    for other in others:
        assert not other.follows
        assert other._view.viewRange()[0] == pytest.approx(loss._view.viewRange()[0])
        assert other._cross.isVisibleTo(other._view)
    qtbot.keyClick(others[0], Qt.Key.Key_0)
    assert loss.follows


def test_what_a_run_takes_of_its_machine_is_a_chart_and_words(page: TrainPage, studio: Studio) -> None:
    state = studio.run_state
    state.begin(RECIPE, None)
    for event in events(2):
        state.apply(event)
    state.set_phase("running")
    for step, gpu in ((1, None), (2, 0.5)):
        state.apply(Load(time=0, step=step, processor=0.75, memory=2_100_000_000, gpu=gpu))
    studio.settings.charts = ("processor", "memory")
    state.tell()
    assert page.curves.plots["processor"].readout.endswith("75.0 %")
    assert page.curves.plots["memory"].readout.endswith("2.1 GB")
    assert [curve.raw.tolist() for curve in (page.curves.plots[name].shown for name in ("processor",))] == [[0.75] * 2]
    page._show_words()
    assert "processor 75 %, memory 2.1 GB, GPU 50 %" in page._title.text()
    page.curves._offer()
    offered = {name for name, choice in page.curves._choices.items() if choice.isVisible()}
    assert "gpu" in offered and "gpu_memory" not in offered


def test_charts_are_chosen_and_ordered_and_that_is_kept(page: TrainPage, studio: Studio, qtbot: QtBot) -> None:
    state = studio.run_state
    state.begin(RECIPE, None)
    state.apply(next(events(0)))
    values = np.array([4.0, 1.0, 4.0, 1.0], np.float32)
    state.apply(Steps(time=0, epoch=1, step=1, images=64, seconds=2, loss=values, accuracy=values / 4, lr=values))
    state.set_phase("running")
    state.tell()
    plots = page.curves.plots

    def choose(name: str) -> list[str]:
        action = page.findChild(QAction, f"chart-{name}")
        assert action
        action.trigger()
        QApplication.sendPostedEvents()
        shown = [name for name, plot in plots.items() if plot.isVisible()]
        return sorted(shown, key=lambda name: (plots[name].y(), plots[name].x()))

    assert choose("speed") == ["loss", "accuracy", "speed"]
    assert choose("lr") == ["loss", "accuracy", "speed", "lr"]
    assert plots["loss"].y() == plots["accuracy"].y() < plots["speed"].y()
    assert plots["speed"].readout.endswith("   32 (raw 32)")
    assert plots["lr"].readout.endswith("   1") and "raw" not in plots["lr"].readout
    assert choose("loss") == ["accuracy", "speed", "lr"]
    assert choose("loss") == ["accuracy", "speed", "lr", "loss"]
    for name in ("accuracy", "speed", "lr"):
        choose(name)
    last = page.findChild(QAction, "chart-loss")
    assert last and not last.isEnabled(), "something is always shown"
    assert studio.settings.charts == ("loss",) == Settings().charts


def test_what_the_layers_do_is_drawn_of_a_real_training(page: TrainPage, studio: Studio, qtbot: QtBot) -> None:
    studio.settings.charts = ("gradient", "update")
    studio.settings.recipe = RECIPE.toml()
    page.start()
    qtbot.waitUntil(lambda: studio.run_state.phase == "done", timeout=180_000)
    gradient, update = (page.curves.plots[name] for name in ("gradient", "update"))
    assert isinstance(gradient, SeriesPlot) and isinstance(update, SeriesPlot)
    assert list(gradient.values) == ["all layers", "conv.0", "conv.3", "fc.0", "fc.2", "fc.4"]
    assert gradient.shown.steps.tolist() == [look.step for look in studio.run_state.looks]
    assert list(update.values) == ["conv.0", "conv.3", "fc.0", "fc.2", "fc.4"]
    (chart,) = page.curves.charts("update")
    assert chart.title == "Weight update" and chart.log and len(chart.curves) == 5


def test_nothing_is_drawn_while_the_page_is_hidden_and_all_of_it_when_it_is_back(
    page: TrainPage, studio: Studio
) -> None:
    page.hide()
    state = studio.run_state
    state.begin(RECIPE, None)
    for event in events(4):
        state.apply(event)
    state.set_phase("running")
    state.tell()
    assert not drawn(page)
    page.show()
    assert drawn(page) == 4
