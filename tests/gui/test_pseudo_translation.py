"""The window in a language that is half as long again, at the smallest size that we promise: nothing is cut off."""

import re
from collections.abc import Callable, Iterator
from itertools import cycle, islice

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.pages.classify import ClassifyPage
from alexnet_gui.pages.data import DataPage
from alexnet_gui.pages.network import NetworkPage
from alexnet_gui.pages.train import TrainPage
from alexnet_gui.pictures.samples import samples
from alexnet_gui.theme import Theme
from alexnet_gui.widgets.elided_label import ElidedLabel
from alexnet_gui.widgets.folding_group import FoldingGroup
from alexnet_gui.widgets.segments import Segments
from alexnet_gui.window.main_window import MainWindow
from core.events import Evaluated, Event, Started, Steps, Watched
from core.layer_figures import Histogram, LayerFigures
from core.recipe import Recipe
from core.recorder import record

WIDTH, HEIGHT = 1024, 700
WAIT = 60_000  # milliseconds: a machine that is busy with something else is no error
NOT_SAID = re.compile(r"\{\w*\}|%L?n|<[^>]*>|&|\(\*?\..*\)")  # of a text: what is filled in, markup, patterns


class Longer(QTranslator):
    """Makes every text half as long again, in words of a usual length."""

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        said = NOT_SAID.sub("", sourceText)
        more = "".join(islice(cycle("elation "), -(-len(said) // 2)))
        return sourceText + more.rstrip()

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def longer(qapp: QApplication, english: QTranslator) -> Iterator[None]:
    translator = Longer(qapp)
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.fixture
def wide(longer: None, window: MainWindow, themed: Theme, qtbot: QtBot) -> MainWindow:
    """The window in the longer language, as small as it may be, while a run goes on."""
    window.resize(WIDTH, HEIGHT)
    with qtbot.waitExposed(window):
        window.show()
    return window


RECIPE = Recipe(model="lenet", epochs=4)


def run_events() -> Iterator[Event]:
    yield Started(
        time=1e9, recipe=RECIPE.model_dump(mode="json"), device="cpu", precision="bf16", parameters=61_706,
        steps_per_epoch=234, classes=["a", "b"], train_images=60_000, test_images=10_000,
    )  # fmt: skip
    ones = np.ones(234, np.float32)
    yield Steps(time=1e9 + 900, epoch=1, step=1, images=59_904, seconds=900, loss=ones, accuracy=ones, lr=ones)
    confusion = np.zeros((2, 2), np.int64)
    yield Evaluated(time=1e9 + 960, epoch=1, step=234, loss=0.5, accuracy=0.8, seconds=60, confusion=confusion)


def train(window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    """A run goes on."""
    state = studio.run_state
    state.begin(RECIPE, None)
    for event in run_events():
        state.apply(event)
    state.set_phase("running")
    window.show_page("train")


def ended(window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    """A run has ended, and there is advice."""
    train(window, studio, qtbot)
    for epoch, loss in ((2, 0.4), (3, 0.5)):
        losing = Evaluated(
            time=1e9, epoch=epoch, step=234 * epoch, loss=loss, accuracy=0.8, seconds=60,
            confusion=np.zeros((2, 2), np.int64),
        )  # fmt: skip
        studio.run_state.apply(losing)
    studio.run_state.set_phase("done")


def layers(window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    """Its layers are shown, most units of which are dead."""
    train(window, studio, qtbot)
    values = Histogram.of(np.linspace(-0.00123, 0.00456, 100))
    layer = LayerFigures(
        name="conv.10", kind="Conv2d", weight_norm=1.0, gradient_norm=0.000123, update=0.000456, units=4096, dead=4000,
        weights=values, gradients=values, activations=values,
    )  # fmt: skip
    look = Watched(time=1e9, step=234, seconds=1, pictures=32, gradient_norm=1.0, layers=(layer,) * 3)
    studio.run_state.apply(look)
    studio.run_state.tell()
    page = window.show_page("train")
    assert isinstance(page, TrainPage)
    qtbot.mouseClick(
        page.findChildren(Segments, "trainView")[0].findChildren(QPushButton)[2], Qt.MouseButton.LeftButton
    )
    qtbot.waitUntil(lambda: page.layers.isVisible() and len(page.layers.cards) == 3)


def recipe(window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    """Every group of the recipe is open."""
    window.show_page("train")
    for group in window.findChildren(FoldingGroup):
        group.set_open(True)


def network(window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    page = window.show_page("network")
    assert isinstance(page, NetworkPage)
    qtbot.waitUntil(lambda: page.figure.arrangement is not None and not studio.background.busy, timeout=WAIT)


def classify(window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    """One picture is shown."""
    page = window.show_page("classify")
    assert isinstance(page, ClassifyPage)
    page.open_sources([samples()[0].file])
    qtbot.waitUntil(lambda: page.result.isVisible() and not studio.background.busy, timeout=WAIT)


def data(window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    page = window.show_page("data")
    assert isinstance(page, DataPage)
    qtbot.waitUntil(page.wall.isVisible, timeout=WAIT)


def runs(window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    """One run is there."""
    folder = studio.settings.runs_folder / "run"
    folder.mkdir(parents=True)
    list(record(run_events(), folder))
    window.show_page("runs")
    qtbot.waitUntil(lambda: not studio.background.busy, timeout=WAIT)


def settings(window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    window.show_page("settings")
    qtbot.waitUntil(lambda: not studio.background.busy, timeout=WAIT)


def empty(key: str) -> Callable[[MainWindow, Studio, QtBot], None]:
    """The page before there is anything on it."""

    def show(window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
        window.show_page(key)
        qtbot.waitUntil(lambda: not studio.background.busy, timeout=WAIT)

    return show


def cut_off(top: QWidget) -> list[str]:
    """The labels and buttons below `top` that have less room than their text takes."""
    labels = [label for label in top.findChildren(QLabel) if not isinstance(label, ElidedLabel)]
    return [
        f"{type(part).__name__} {part.objectName()} “{part.text()}”: {seen(part)} of {needed(part)}"
        for part in [*labels, *top.findChildren(QAbstractButton)]
        if part.isVisible() and part.text() and seen(part) < needed(part)
    ]


def needed(part: QLabel | QAbstractButton) -> int:
    """The width of the whole text, or of its longest word where lines are broken."""
    if isinstance(part, QLabel) and part.wordWrap():
        return max(part.fontMetrics().horizontalAdvance(word) for word in part.text().split())
    return part.sizeHint().width()


def seen(part: QWidget) -> int:
    """How much of its width is on the screen; where it is scrolled out of sight, how much there would be."""
    shown = part.visibleRegion().boundingRect()
    return part.width() if shown.isEmpty() else shown.width()


@pytest.mark.parametrize(
    "show",
    [
        *(train, ended, layers, recipe, network, classify, data, runs, settings),
        *(empty("train"), empty("classify"), empty("runs")),
    ],
    ids=[
        "train",
        "ended",
        "layers",
        "recipe",
        "network",
        "classify",
        "data",
        "runs",
        "settings",
        "no run yet",
        "no picture yet",
        "no runs yet",
    ],
)
def test_nothing_is_cut_off_in_a_longer_language(
    wide: MainWindow, studio: Studio, qtbot: QtBot, show: Callable[[MainWindow, Studio, QtBot], None]
) -> None:
    show(wide, studio, qtbot)
    QCoreApplication.sendPostedEvents()
    assert (wide.width(), wide.height()) == (WIDTH, HEIGHT)
    assert wide.menuBar().actions()[0].text() == "&Fileel"
    assert not cut_off(wide)


def test_a_button_that_is_squeezed_is_found(qtbot: QtBot) -> None:
    button = QPushButton("More than fits")
    qtbot.addWidget(outer := QWidget())
    button.setParent(outer)
    outer.resize(200, 40)
    button.setGeometry(0, 0, 200, 30)
    outer.show()
    assert not cut_off(outer)
    button.resize(20, 30)
    assert len(cut_off(outer)) == 1
