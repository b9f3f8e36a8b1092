"""The log: lines with their times, at the end unless a person reads further up."""

from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.log_view import LogView


def made(qtbot: QtBot) -> LogView:
    log = LogView()
    qtbot.addWidget(log)
    log.resize(300, 80)
    log.show()
    qtbot.waitExposed(log)
    return log


def test_lines_stand_under_each_other_with_their_times(qtbot: QtBot) -> None:
    log = made(qtbot)
    log.append_lines([(0.0, "first", "info")])
    log.append_lines([(61.0, "second", "error")])
    first, second = log.toPlainText().splitlines()
    assert first.endswith("00   first") and second.endswith("01   second")
    assert log.isReadOnly()


def test_it_stays_at_the_end_unless_a_person_scrolled_up(qtbot: QtBot) -> None:
    log = made(qtbot)
    for number in range(50):
        log.append_lines([(number, str(number), "info")])
    bar = log.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    bar.setValue(0)
    log.append_lines([(51, "more", "info")])
    assert bar.value() == 0


def test_it_begins_anew_when_cleared(qtbot: QtBot) -> None:
    log = made(qtbot)
    log.append_lines([(0.0, "old", "info")])
    log.clear_lines()
    log.append_lines([(0.0, "new", "info")])
    assert log.toPlainText().endswith("new") and "old" not in log.toPlainText()
