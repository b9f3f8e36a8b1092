"""Options below each other: one is chosen, by a person or by the program."""

from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.option_list import Option, OptionList


def test_options_are_shown_chosen_and_replaced(qtbot: QtBot) -> None:
    options = OptionList()
    qtbot.addWidget(options)
    chosen: list[str] = []
    options.chosen.connect(chosen.append)
    options.set_options([Option("a", "First", "of all"), Option("b", "Second", is_enabled=False)], "a")
    first, second = options.findChildren(QRadioButton)
    assert (first.isChecked(), first.accessibleDescription(), second.isEnabled()) == (True, "of all", False)
    options.set_options([Option("c", "Third"), Option("d", "Fourth")], "c")
    fourth = options.findChild(QRadioButton, "option-d")
    assert isinstance(fourth, QRadioButton)
    fourth.click()
    assert chosen == ["d"]
    options.set_current("c")
    assert chosen == ["d"]
    assert not fourth.isChecked()
