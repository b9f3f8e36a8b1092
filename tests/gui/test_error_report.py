"""What nobody caught is logged with its lines and said in one sentence; the window lives on."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qWarning
from pytestqt.qtbot import QtBot

from alexnet_gui.error_report import ErrorReport
from core import places


@pytest.fixture
def report(qtbot: QtBot) -> Iterator[ErrorReport]:
    made = ErrorReport()
    before = (sys.excepthook, threading.excepthook)
    made.install()
    yield made
    made.remove()
    assert (sys.excepthook, threading.excepthook) == before


def said(report: ErrorReport, qtbot: QtBot) -> str:
    sentences: list[tuple[str, str]] = []
    report.said.connect(lambda text, kind: sentences.append((text, kind)))
    qtbot.waitUntil(lambda: bool(sentences))
    (text, kind), *more = sentences
    assert kind == "error"
    assert not more
    return text


def test_an_exception_in_a_slot(report: ErrorReport, qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    QTimer.singleShot(0, lambda: 1 / 0)
    sentence = said(report, qtbot)
    assert "ZeroDivisionError: division by zero" in sentence
    assert str(report.file) in sentence
    logged = (places.log_folder() / "window.log").read_text()
    assert "Traceback" in logged
    assert "1 / 0" in logged
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_an_exception_in_a_thread(report: ErrorReport, qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    thread = threading.Thread(target=lambda: [][1])
    thread.start()
    thread.join()
    assert "IndexError" in said(report, qtbot)
    assert "IndexError" in report.file.read_text()


def test_a_message_of_qt_goes_to_the_log(report: ErrorReport, caplog: pytest.LogCaptureFixture) -> None:
    qWarning("a wheel came off")
    assert "a wheel came off" in report.file.read_text()
    assert [(record.levelno, record.name) for record in caplog.records] == [(logging.WARNING, "qt.default")]


def test_a_log_that_cannot_be_written_stops_nothing(qtbot: QtBot, home: Path) -> None:
    (home / "logs").write_text("a file where the folder should be")
    report = ErrorReport()
    report.install()
    QTimer.singleShot(0, lambda: 1 / 0)
    try:
        assert "ZeroDivisionError" in said(report, qtbot)
    finally:
        report.remove()
