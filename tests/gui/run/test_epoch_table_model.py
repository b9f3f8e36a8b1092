"""The table of epochs follows the run."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from alexnet_gui.run.epoch_table_model import EpochTableModel
from alexnet_gui.run.run_state import RunState
from core.events import Evaluated, Steps
from core.recipe import Recipe


def epoch(state: RunState, number: int, loss: float) -> None:
    first = 2 * number - 1
    two = np.array([loss, loss + 1], np.float32)
    state.apply(Steps(time=0, epoch=number, step=first, images=2, seconds=1, loss=two, accuracy=two / 10, lr=two))
    confusion = np.zeros((1, 1), np.int64)
    state.apply(Evaluated(time=0, epoch=number, step=first + 1, loss=9.0, accuracy=0.9, seconds=3, confusion=confusion))


def row(model: EpochTableModel, number: int) -> list[str]:
    return [model.index(number, column).data() for column in range(model.columnCount())]


def test_each_epoch_is_a_row_with_the_means_of_its_own_steps(qtbot: QtBot) -> None:
    state = RunState()
    state.begin(Recipe(), Path("run"))
    model = EpochTableModel(state)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    epoch(state, 1, 1.0)
    model.follow()
    epoch(state, 2, 3.0)
    model.follow()
    assert row(model, 0) == ["1", "1.50", "9.00", "15.0 %", "90.0 %", "3 s"]
    assert row(model, 1)[:2] == ["2", "3.50"]
    headings = [
        model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        for column in range(model.columnCount())
    ]
    assert len(set(headings)) == 6
    state.begin(Recipe(), Path("other"))
    model.follow()
    assert model.rowCount() == 0
    tester.deleteLater()
