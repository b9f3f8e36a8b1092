"""A run from its first click to its end, and a window closed in the midst of one."""

import json
import re
from pathlib import Path

import pytest

from alexnet_gui.settings import Settings
from core.recipe import Recipe
from core.runs import read_run
from tests.e2e.conftest import Start
from tests.e2e.desktop import Desktop, wait_until
from tests.e2e.program import Program

pytestmark = pytest.mark.display

SMALL = Recipe(model="lenet", limit=64, batch_size=16, lr=0.01, precision="fp32", epochs=10_000)


def run_folder(home: Path) -> Path | None:
    return next((home / "runs").glob("* lenet *"), None)


def events(home: Path) -> list[str]:
    """The events that the run has recorded, by name."""
    folder = run_folder(home)
    if not folder or not (folder / "metrics.jsonl").exists():
        return []
    lines = (folder / "metrics.jsonl").read_text("utf-8").splitlines(keepends=True)
    return [json.loads(line)["event"] for line in lines if line.endswith("\n")]


def test_training_by_mouse_and_keys(window: Program, home: Path) -> None:
    for field, value in (("Limit", "64"), ("Epochs", "2"), ("Batch size", "16")):
        if field == "Batch size":
            window.press("Tab", "Tab")  # it may be below what is seen of the form, which follows the keys
        window.click("spin button", field)
        window.press("ctrl+a")
        window.desktop.type(value)
    window.click("combo box", "AlexNet")
    window.press("l", "Return")
    window.see("label", "Fashion-MNIST · LeNet · 2 epochs.*")
    window.desktop.keep_picture("recipe")
    window.click("push button", "Train")
    wait_until(lambda: "finished" in events(home), "the end of the run")
    folder = run_folder(home)
    assert folder
    run = read_run(folder)
    assert (run.state, run.epochs_done, run.step) == ("done", 2, 8)
    assert (run.recipe.limit, run.recipe.batch_size) == (64, 16)
    window.see("label", r"Done.*")
    window.desktop.keep_picture("trained")
    ended = window.close()
    assert (ended.status, ended.err) == (0, "")


@pytest.fixture
def training(start: Start, x_server: Desktop, home: Path) -> Program:
    """The program in the midst of a run that is long but quick."""
    settings = Settings()
    settings.recipe = SMALL.toml()
    settings.store.sync()
    program = start(x_server)
    program.see("label", "Fashion-MNIST · LeNet.*")
    program.press("ctrl+Return")
    wait_until(lambda: "saved" in events(home), "an epoch")
    return program


def test_closed_while_training_it_asks_saves_and_ends(training: Program, home: Path) -> None:
    training.press("alt+F4")
    training.see("push button", "Keep training")
    training.desktop.keep_picture("closing")
    training.desktop.press("Escape")
    steps = events(home).count("steps")
    wait_until(lambda: events(home).count("steps") > steps, "the run to go on")

    training.press("alt+F4")
    training.see("push button", "Keep training")
    training.desktop.press("Return")
    ended = training.ended(30)
    assert (ended.status, ended.err) == (0, "")
    folder = run_folder(home)
    assert folder
    run = read_run(folder)
    assert run.state == "stopped"
    assert run.resumable
    assert events(home)[-2:] == ["saved", "finished"]


def test_the_folder_of_the_run_goes_and_the_window_lives(training: Program, home: Path) -> None:
    folder = run_folder(home)
    assert folder
    elsewhere = folder.rename(home / "elsewhere")
    training.see(text=f"The run {re.escape(str(folder))} cannot be written: No such file or directory.*")
    training.desktop.keep_picture("folder-gone")
    assert read_run(elsewhere).resumable
    training.press("ctrl+5")
    training.see(text="No runs yet")
    ended = training.close()
    assert (ended.status, ended.err) == (0, "")
