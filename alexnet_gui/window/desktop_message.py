"""A message on the desktop, by whatever the system has for it; where it has nothing, nothing happens."""

import json
import shutil
import sys

from PySide6.QtCore import QObject, QProcess, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

import resources

_NAME = "AlexNet Studio"
_SHOWN_MS = 20_000  # the sign in the tray that the message comes from goes again
_SERVICE = "org.freedesktop.Notifications"


def show_message(title: str, text: str, parent: QObject) -> None:
    """Show it and do not wait. `parent` owns what has to live meanwhile."""
    if command := _command(title, text):
        asked = QProcess()
        asked.setProgram(command[0])
        asked.setArguments(command[1:])
        asked.setStandardOutputFile(QProcess.nullDevice())
        asked.setStandardErrorFile(QProcess.nullDevice())  # where no service is, that is nothing to tell
        asked.startDetached()
    elif QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
        tray = QSystemTrayIcon(QIcon(_icon()), parent)
        tray.show()
        tray.showMessage(title, text, QIcon(_icon()), _SHOWN_MS)
        QTimer.singleShot(_SHOWN_MS, tray, tray.deleteLater)


def _command(title: str, text: str) -> list[str]:
    """The program of a free desktop that asks its notification service. Qt's own binding of D-Bus cannot: the service
    wants an unsigned number, and Python's are signed there."""
    if sys.platform in ("win32", "darwin"):
        return []
    body = text.replace("&", "&amp;").replace("<", "&lt;")  # it may contain markup
    if program := shutil.which("notify-send"):
        return [program, f"--app-name={_NAME}", f"--icon={_icon()}", "--", title, body]
    if program := shutil.which("gdbus"):
        path = "/" + _SERVICE.replace(".", "/")
        words = [json.dumps(word, ensure_ascii=False) for word in (_NAME, _icon(), title, body)]
        values = [words[0], "uint32 0", *words[1:], "@as []", "@a{sv} {}", "int32 -1"]
        where = ["call", "--session", "--dest", _SERVICE, "--object-path", path, "--method", f"{_SERVICE}.Notify"]
        return [program, *where, *values]
    return []


def _icon() -> str:
    return str(resources.path("icons", "app.svg"))
