"""Searching and sorting runs."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from alexnet_gui.run.run_columns import COLUMNS
from alexnet_gui.run.run_filter import RunFilter
from alexnet_gui.run.run_table_model import KEYS, RunTableModel
from core.recipe import Recipe
from core.runs import RunSummary

RUN = RunSummary(
    folder=Path("a"), title="First", notes="with less dropout", tags=("baseline",), starred=False, started=1e9,
    recipe=Recipe(lr=0.01, augment=("flip", "crop")), state="done", message="", epochs_done=5, step=100, accuracy=0.9,
    best_accuracy=0.91, loss=0.3, seconds=60, images_per_second=80, size_bytes=1000, resumable=True,
)  # fmt: skip
RUNS = (
    RUN,
    replace(
        RUN, folder=Path("b"), title="second", notes="", tags=(), starred=True, accuracy=None,
        recipe=Recipe(optimizer="muon", limit=500),
    ),
)  # fmt: skip


@pytest.fixture
def shown(qtbot: QtBot) -> RunFilter:
    model = RunTableModel()
    model.set_runs(RUNS)
    found = RunFilter(model)
    found._owner = model  # pyright: ignore[reportAttributeAccessIssue] - lives as long
    return found


def titles(shown: RunFilter) -> list[str]:
    return [shown.index(row, KEYS.index("title")).data() for row in range(shown.rowCount())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("BASE", ["First"]),
        ("less dropout", ["First"]),
        ("lr=0.01", ["First"]),
        ("0.01", ["First"]),
        ("lr=0.0", ["First", "second"]),
        ("flip", ["First"]),
        ("augment=flip,crop", ["First"]),
        ("muon", ["second"]),
        ("limit=500 ★", ["second"]),
        ("done", ["First", "second"]),
        ("done nowhere", []),
    ],
)
def test_a_search_looks_through_what_a_person_kept_and_the_recipe(
    shown: RunFilter, text: str, found: list[str]
) -> None:
    shown.search(text)
    assert titles(shown) == found


@pytest.mark.parametrize("key", KEYS)
def test_every_column_has_words_and_sorts(shown: RunFilter, key: str) -> None:
    shown.sort(KEYS.index(key), Qt.SortOrder.AscendingOrder)
    assert len(titles(shown)) == 2
    assert COLUMNS[key].heading() and COLUMNS[key].say(RUN) is not None


def test_what_has_no_value_comes_before_all_that_has(shown: RunFilter) -> None:
    for key in ("accuracy", "limit"):
        shown.sort(KEYS.index(key), Qt.SortOrder.AscendingOrder)
        assert titles(shown) == (["second", "First"] if key == "accuracy" else ["First", "second"])
