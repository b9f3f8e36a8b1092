"""The ways out of a run: a report that opens in the browser, its data for other programs."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from alexnet_gui.context import Studio
from alexnet_gui.widgets.save_dialog import ask_where
from alexnet_gui.widgets.work_dialog import WorkDialog
from core.out.export import FORMATS, export

_LANE = "out"


class RunOut(QObject):
    """Asks where to, writes behind the window, says when it is done."""

    def __init__(self, studio: Studio, owner: QWidget) -> None:
        super().__init__(owner)
        self._studio, self._owner = studio, owner

    def report(self, run: Path) -> None:
        """A report as one page, which is shown when it is written."""
        self._ask(run, self.tr("Save the report"), {".html": self.tr("Page for a browser (*.html)")})

    def data(self, run: Path) -> None:
        """The curves, for other programs."""
        filters = {
            ".csv": self.tr("Curves as a table (*.csv)"),
            ".tensorboard": self.tr("Folder of TensorBoard event files (*.tensorboard)"),
        }
        self._ask(run, self.tr("Save the data of the run"), filters)

    def write(self, run: Path, file: Path) -> None:
        """Write what the suffix of `file` says."""
        format = next((name for name, one in FORMATS.items() if one.suffix == file.suffix.lower()), "")
        dialog = WorkDialog(self.tr("Writing {file}…").format(file=file.name), self._owner)

        def work() -> Iterator[float]:
            with closing(export(run, format, file)) as steps:
                yield from steps

        def done() -> None:
            dialog.finish()
            self._show(file)

        def failed(sentence: str) -> None:
            dialog.finish()
            self._studio.message(sentence, "error")

        job = self._studio.background.stream(work, dialog.set_share, done, failed, owner=self, lane=_LANE)
        dialog.rejected.connect(job.cancel)

    def _ask(self, run: Path, title: str, filters: dict[str, str]) -> None:
        ask_where(self._owner, title, run.name, filters, lambda file: self.write(run, file))

    def _show(self, file: Path) -> None:
        self._studio.message(self.tr("Saved as {file}.").format(file=file.name), "info")
        if file.suffix.lower() == FORMATS["html"].suffix:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
