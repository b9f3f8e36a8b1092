"""What nobody caught: written to the log with all its lines, said in the window in one, and the window lives on."""

import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

from core.places import log_folder

log = logging.getLogger("alexnet")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class ErrorReport(QObject):
    """Takes over Python's and Qt's last-resort handlers between `install` and `remove`."""

    said = Signal(str, str)  # a sentence and "error"; emitted in any thread, so connect to a QObject's slot
    _heard = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = log_folder() / "window.log"
        self._handler: logging.Handler = logging.NullHandler()
        self._heard.connect(self._say, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Begin. Where the log cannot be written, the window does without one."""
        self._handler = _file_handler(self.file)
        logging.getLogger().addHandler(self._handler)
        self._before = (sys.excepthook, threading.excepthook, qInstallMessageHandler(_log_qt))
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread

    def remove(self) -> None:
        """Hand everything back as `install` found it."""
        sys.excepthook, threading.excepthook, qt = self._before
        qInstallMessageHandler(qt)
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()

    def _uncaught(self, kind: type[BaseException], error: BaseException, lines: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, lines)
        log.critical("Uncaught", exc_info=(kind, error, lines))
        self._heard.emit(f"{kind.__name__}: {error}")

    def _uncaught_in_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None and told.exc_type is not SystemExit:
            self._uncaught(told.exc_type, told.exc_value, told.exc_traceback)

    def _say(self, error: str) -> None:
        sentence = self.tr("Something went wrong ({error}). The details are in {file}.")
        self.said.emit(sentence.format(error=error, file=self.file), "error")


def _file_handler(file: Path) -> logging.Handler:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=1_000_000, backupCount=2, encoding="utf-8")
    except OSError:
        return logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.INFO)
    return handler


def _log_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    logging.getLogger(f"qt.{context.category or 'default'}").log(_LEVELS.get(kind, logging.WARNING), "%s", text)
