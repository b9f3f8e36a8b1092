"""A label too narrow for its text lives with less and tells the rest in its tooltip."""

from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.elided_label import ElidedLabel


def test_it_may_be_narrow_and_then_says_the_whole_in_its_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText("a rather long name of a folder")
    assert label.minimumSizeHint().width() < label.sizeHint().width()
    label.resize(label.sizeHint())
    label.grab()
    assert label.toolTip() == ""
    label.resize(label.minimumSizeHint())
    label.grab()
    assert label.toolTip() == label.text()
