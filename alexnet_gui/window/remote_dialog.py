"""Which run on which other machine is to be followed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from alexnet_gui import theme
from alexnet_gui.background import Job
from alexnet_gui.context import Studio
from core.errors import StudioError
from core.remote import Host, RunThere

_WIDTH, _ROWS = 480, 8


class RemoteDialog(QDialog):
    """Lists the runs of a machine that ssh reaches, and gives the chosen one to `follow`."""

    def __init__(self, studio: Studio, follow: Callable[[Host, RunThere], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("remoteDialog")
        self._studio, self._follow = studio, follow
        self._host: Host | None = None  # whose runs are listed
        self._job: Job | None = None
        self.address = QLineEdit(studio.settings.remote_address)
        self.address.setPlaceholderText("user@host")
        self.command = QLineEdit(studio.settings.remote_command)
        self.list = QPushButton(self.tr("List its runs"))
        self.runs = QListWidget()
        self.says = QLabel(self.tr("ssh must reach it without a password: by a key, or a name in ~/.ssh/config."))
        self.says.setWordWrap(True)
        self._buttons = QDialogButtonBox()
        self.accept_button = self._buttons.addButton(self.tr("Follow"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.setWindowTitle(self.tr("Follow a run on another machine"))
        self._name_parts()
        self._lay_out()
        self._connect()
        self._let_follow()

    def _list(self) -> None:
        """Ask the machine for its runs."""
        try:
            host = Host(self.address.text().strip(), self.command.text().strip())
        except StudioError as error:
            self.says.setText(str(error))
            return
        self._forget()
        self.list.setEnabled(False)
        self.says.setText(self.tr("Asking {host} …").format(host=host.address))
        background = self._studio.background
        self._job = background.run(
            host.runs, lambda found: self._take(host, found), self._failed, owner=self, lane="remote list"
        )

    def _take(self, host: Host, found: list[RunThere]) -> None:
        self._host, self._job = host, None
        self.list.setEnabled(True)
        self._studio.settings.remote_address, self._studio.settings.remote_command = host.address, host.command
        states = {
            "running": self.tr("running"),
            "done": self.tr("done"),
            "stopped": self.tr("stopped"),
            "failed": self.tr("failed"),
            "interrupted": self.tr("interrupted"),
        }
        for run in found:
            item = QListWidgetItem(f"{run.title} · {states.get(run.state, run.state)}")
            item.setData(Qt.ItemDataRole.UserRole, run)
            item.setToolTip(run.folder)
            self.runs.addItem(item)
        if found:
            self.runs.setCurrentRow(next((row for row, run in enumerate(found) if run.state == "running"), 0))
            self.runs.setFocus()
        self.says.setText("" if found else self.tr("There are no runs on {host}.").format(host=host.address))

    def _failed(self, sentence: str) -> None:
        self._job = None
        self.list.setEnabled(True)
        self.says.setText(sentence)

    def _forget(self) -> None:
        """What is listed is of another machine than is written above."""
        if self._job:
            self._job.cancel()
            self._job = None
        self.list.setEnabled(True)
        self._host = None
        self.runs.clear()
        self._let_follow()

    def _accepted(self) -> None:
        item = self.runs.currentItem()
        if self._host and item:
            self._follow(self._host, item.data(Qt.ItemDataRole.UserRole))

    def _let_follow(self) -> None:
        can = self.runs.currentItem() is not None
        self.accept_button.setEnabled(can)
        (self.accept_button if can else self.list).setDefault(True)

    # -- building

    def _connect(self) -> None:
        self.list.clicked.connect(self._list)
        for field in (self.address, self.command):
            field.textEdited.connect(self._forget)
        self.runs.currentItemChanged.connect(self._let_follow)
        self.runs.itemDoubleClicked.connect(self.accept)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.accepted.connect(self._accepted)

    def _name_parts(self) -> None:
        self.address.setAccessibleName(self.tr("Machine"))
        self.command.setAccessibleName(self.tr("How alexnet is called there"))
        self.command.setToolTip(self.tr("A command of its shell, e.g. cd AlexNet-Studio && uv run alexnet"))
        self.runs.setAccessibleName(self.tr("Runs on the machine"))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Machine"), self.address)
        form.addRow(self.tr("How alexnet is called there"), self.command)
        self.runs.setMinimumHeight(_ROWS * self.fontMetrics().lineSpacing())
        self.says.setMinimumHeight(2 * self.fontMetrics().lineSpacing())  # what follows never jumps
        column = QVBoxLayout(self)
        column.setSpacing(2 * theme.GRID)
        column.addLayout(form)
        column.addWidget(self.list, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self.runs, 1)
        column.addWidget(self.says)
        column.addWidget(self._buttons)
        self.setMinimumWidth(_WIDTH)
