"""What the menus do: dialogs to choose what to open, the clipboard, the window itself."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from alexnet_gui.context import Studio
from alexnet_gui.window.help_dialog import HelpDialog
from alexnet_gui.window.opening import Opening
from alexnet_gui.window.remote_dialog import RemoteDialog
from alexnet_gui.window.remote_follower import RemoteFollower
from alexnet_gui.window.run_out import RunOut
from core.places import log_folder

PICTURES = "*.png *.jpg *.jpeg *.gif *.bmp *.webp *.tif *.tiff *.avif *.ppm *.pgm *.pbm"


class Commands(QObject):
    """Each method is one command. Dialogs do not block: what they choose is opened when they are accepted."""

    recipe_wanted = Signal(bool)

    def __init__(self, studio: Studio, opening: Opening, window: QWidget) -> None:
        super().__init__(window)
        self._studio, self._opening, self._window = studio, opening, window
        self._out = RunOut(studio, window)
        self._help: HelpDialog | None = None
        self._remote = RemoteFollower(studio, self)

    def open_pictures(self) -> None:
        dialog = self._dialog(self.tr("Open pictures"), QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("Pictures ({patterns})").format(patterns=PICTURES), self.tr("All files (*)")])
        dialog.filesSelected.connect(self._opened)
        dialog.open()

    def open_folder(self) -> None:
        dialog = self._dialog(self.tr("Open a folder of pictures"), QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(self._opened)
        dialog.open()

    def open_run(self) -> None:
        dialog = self._dialog(self.tr("Open the folder of a run"), QFileDialog.FileMode.Directory)
        runs = self._studio.settings.runs_folder
        if runs.exists():
            dialog.setDirectory(str(runs))
        dialog.fileSelected.connect(self._run_opened)
        dialog.open()

    def follow_remote(self) -> None:
        dialog = RemoteDialog(self._studio, self._remote.follow, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def paste(self) -> None:
        self._opening.open_mime(QGuiApplication.clipboard().mimeData())

    def save_picture(self) -> None:
        """Save what the page shows, where it shows something to save."""
        save = getattr(self._studio.show_page(self._studio.settings.page), "save_picture", None)
        if save:
            save()
        else:
            self._studio.message(self.tr("There are no charts on this page; Train and Runs have some."), "info")

    def report(self) -> None:
        """A report of the run that is shown."""
        if folder := self._run():
            self._out.report(folder)

    def save_data(self) -> None:
        """The curves of the run that is shown, for other programs."""
        if folder := self._run():
            self._out.data(folder)

    def _run(self) -> Path | None:
        if self._studio.run_state.folder is None:
            self._studio.message(self.tr("No run is shown: train one, or open one by Ctrl+R."), "info")
        return self._studio.run_state.folder

    def leave(self) -> None:
        self._window.close()

    def show_page(self, key: str) -> None:
        self._studio.show_page(key)

    def toggle_recipe(self) -> None:
        self.recipe_wanted.emit(not self._studio.settings.recipe_shown)

    def toggle_full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def set_theme(self, theme: str) -> None:
        self._studio.settings.theme = theme

    def help(self) -> None:
        """One help window, brought to the front when it is there already."""
        if self._help is None:
            self._help = HelpDialog(self._window)
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()

    def open_logs(self) -> None:
        log_folder().mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder())))

    def _dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(mode)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, mode == QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    @Slot(list)
    def _opened(self, files: list[str]) -> None:
        self._opening.open([Path(file) for file in files])

    @Slot(str)
    def _run_opened(self, folder: str) -> None:
        self._opening.open_run(Path(folder))
