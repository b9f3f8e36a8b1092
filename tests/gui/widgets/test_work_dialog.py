from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.work_dialog import WorkDialog


def test_it_shows_how_far_the_work_is_and_can_be_given_up(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = WorkDialog("Writing…", window)
    qtbot.waitUntil(dialog.isVisible)
    dialog.set_share(0.25)
    bar, button = dialog.findChild(QProgressBar), dialog.findChild(QPushButton)
    assert bar and button
    assert bar.value() == bar.maximum() // 4
    with qtbot.waitSignal(dialog.rejected):
        button.click()


def test_quick_work_shows_nothing(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = WorkDialog("Writing…", window)
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.finish()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: bool(gone))
    assert not window.findChildren(WorkDialog)
