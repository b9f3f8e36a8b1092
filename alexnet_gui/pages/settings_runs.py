"""The setting of the folder that runs are kept in."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from alexnet_gui import theme
from alexnet_gui.settings import Settings


class RunsSection(QWidget):
    """The folder, and buttons to choose another and to look into it."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._folder, self._note, self._trouble = QLabel(), QLabel(), QLabel()
        self._choose, self._open = QPushButton(), QPushButton()
        self._folder.setObjectName("runsFolder")
        self._folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._choose.setObjectName("chooseRunsFolder")
        self._open.setObjectName("openRunsFolder")
        self._choose.clicked.connect(self._ask)
        self._open.clicked.connect(self._look)
        for label, mood in ((self._note, "muted"), (self._trouble, "bad")):
            label.setFont(theme.font("small"))
            label.setProperty(mood, True)
        for label in (self._folder, self._note, self._trouble):
            label.setWordWrap(True)
        self._trouble.hide()
        self._lay_out()
        settings.changed.connect(self._setting_changed)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._folder, 1)
        row.addWidget(self._choose)
        row.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._note)
        column.addWidget(self._trouble)

    def _retranslate(self) -> None:
        self._choose.setText(self.tr("Choose…"))
        self._choose.setAccessibleName(self.tr("Choose the folder of runs"))
        self._open.setText(self.tr("Open"))
        self._open.setAccessibleName(self.tr("Open the folder of runs"))
        self._note.setText(
            self.tr("New runs are kept here, each in a folder of its own. Older runs stay where they are.")
        )
        self._setting_changed("runs_folder")

    @Slot(str)
    def _setting_changed(self, name: str) -> None:
        if name == "runs_folder":
            self._folder.setText(_breakable(self._settings.runs_folder))

    @Slot()
    def _ask(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Choose the folder of runs"), str(self._settings.runs_folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.take)
        dialog.open()

    @Slot(str)
    def take(self, folder: str) -> None:
        """Keep runs in this folder from now on, if it can be written to."""
        trouble = _trouble(Path(folder))
        self._trouble.setVisible(bool(trouble))
        if trouble:
            text = self.tr("Runs cannot be kept in {folder}: {reason}. The folder of before stays.")
            self._trouble.setText(text.format(folder=folder, reason=trouble))
        else:
            self._settings.runs_folder = Path(folder)

    @Slot()
    def _look(self) -> None:
        folder = self._settings.runs_folder
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _breakable(folder: Path) -> str:
    """A path that a label may break after each slash."""
    return str(folder).replace("/", "/\u200b")


def _trouble(folder: Path) -> str:
    """Why no file can be made in the folder, "" where one can."""
    probe = folder / ".alexnet-probe"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        return error.strerror or str(error)
    return ""
