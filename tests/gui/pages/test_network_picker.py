"""Which networks are offered, and what happens to the choice when a run ends."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.pages.network_picker import NetworkPicker
from alexnet_gui.pictures.classifier_client import TRAINING
from core.events import Saved
from core.recipe import Recipe
from core.runs import CHECKPOINTS, new_run_folder


def sources(picker: NetworkPicker) -> list[str]:
    return [picker.itemData(index) for index in range(picker.count())]


def picker_of(qtbot: QtBot, studio: Studio) -> NetworkPicker:
    made = NetworkPicker(studio)
    qtbot.addWidget(made)
    return made


def test_runs_with_weights_are_offered_twice(qtbot: QtBot, studio: Studio) -> None:
    with_weights, without = (new_run_folder(Recipe(), studio.settings.runs_folder) for _ in range(2))
    for run in (with_weights, without):
        (run / "recipe.toml").write_text(Recipe().toml(), "utf-8")
    (with_weights / CHECKPOINTS).parent.mkdir()
    (with_weights / CHECKPOINTS).write_text("{}", "utf-8")
    picker = picker_of(qtbot, studio)
    picker.refresh()
    qtbot.waitUntil(lambda: len(sources(picker)) == 4)
    assert sources(picker)[:3] == ["demo", f"{with_weights}:best", f"{with_weights}:last"]
    assert picker.source == "demo"


def test_the_network_in_training_hands_over_to_its_last_weights(qtbot: QtBot, studio: Studio, tmp_path: Path) -> None:
    picker, state = picker_of(qtbot, studio), studio.run_state
    assert TRAINING not in sources(picker)
    state.begin(Recipe(), tmp_path)
    state.set_phase("running")
    assert TRAINING in sources(picker)
    picker.choose(TRAINING)
    state.apply(Saved(time=0, step=3, path="checkpoints/step-00000003", best=True))
    with qtbot.waitSignal(picker.picked):
        state.set_phase("stopped")
    assert picker.source == f"{tmp_path}:last"


def test_a_run_that_saved_nothing_hands_over_to_the_demo(qtbot: QtBot, studio: Studio, tmp_path: Path) -> None:
    picker, state = picker_of(qtbot, studio), studio.run_state
    state.begin(Recipe(), tmp_path)
    state.set_phase("running")
    picker.choose(TRAINING)
    state.set_phase("failed")
    assert picker.source == "demo"


def test_a_file_that_was_chosen_stays_in_the_list(qtbot: QtBot, studio: Studio, tmp_path: Path) -> None:
    picker = picker_of(qtbot, studio)
    with qtbot.waitSignal(picker.picked):
        picker.choose(str(tmp_path / "mine.pt"))
    assert picker.currentText() == "mine.pt"
    with qtbot.assertNotEmitted(picker.picked):
        picker.choose(str(tmp_path / "mine.pt"))
