import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.class_choice import ClassChoice


@pytest.fixture
def choice(qtbot: QtBot) -> ClassChoice:
    made = ClassChoice()
    qtbot.addWidget(made)
    made.set_classes(("cat", "dog", "owl"), np.array([0.2, 0.7, 0.1]))
    return made


def test_the_most_probable_is_meant_until_one_is_chosen(choice: ClassChoice) -> None:
    assert [choice.itemText(row) for row in range(4)] == [
        "Best guess: dog, 70.0 %", "cat, 20.0 %", "dog, 70.0 %", "owl, 10.0 %",
    ]  # fmt: skip
    assert (choice.label, choice.meant) == (None, "dog")
    choice.set_classes(("cat", "dog", "owl"), np.array([0.8, 0.1, 0.1]))
    assert (choice.label, choice.meant) == (None, "cat")


def test_a_choice_stays_where_its_class_is(qtbot: QtBot, choice: ClassChoice) -> None:
    with qtbot.waitSignal(choice.picked):
        choice.choose("owl")
    choice.set_classes(("ant", "owl"), np.array([0.5, 0.5]))
    assert choice.label == choice.meant == "owl" and choice.currentText() == "owl, 50.0 %"
    choice.set_classes(("ant", "bee"), np.array([0.4, 0.6]))
    assert (choice.label, choice.meant) == (None, "bee")
