"""The ways out of a plot: as a picture, as a drawing, as values, into the clipboard."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from alexnet_gui.context import Studio
from alexnet_gui.run.chart_files import picture, save
from alexnet_gui.widgets.save_dialog import ask_where
from core.out.chart import Chart

Charts = Callable[[], Sequence[Chart]]
_LANE = "files"


class ChartOut(QObject):
    """Saves and copies what `name` is put before, e.g. that of the run."""

    def __init__(self, studio: Studio, name: Callable[[], str], owner: QWidget) -> None:
        super().__init__(owner)
        self._studio, self._name, self._owner = studio, name, owner

    def offer(self, plot: QWidget, charts: Charts) -> None:
        """Give the plot a menu for its charts."""
        plot.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        plot.customContextMenuRequested.connect(partial(self._show_menu, plot, charts))

    def save_picture(self, charts: Sequence[Chart]) -> None:
        """Ask where to, and save what is drawn."""
        filters = {".png": self.tr("Picture (*.png)"), ".svg": self.tr("Drawing, sharp at every size (*.svg)")}
        self._ask(self.tr("Save the chart"), filters, charts)

    def save_values(self, charts: Sequence[Chart]) -> None:
        """Ask where to, and save the values of all curves."""
        self._ask(self.tr("Save the values"), {".csv": "CSV (*.csv)"}, charts)

    def copy(self, charts: Sequence[Chart]) -> None:
        """Put the picture into the clipboard."""
        self._run(partial(picture, charts, _family()), self._copied)

    def save(self, charts: Sequence[Chart], file: Path) -> None:
        """Write the file, in the background."""
        self._run(partial(save, charts, file, _family()), lambda _: self._say(self.tr("Saved as {file}."), file.name))

    def _show_menu(self, plot: QWidget, charts: Charts, place: QPoint) -> None:
        menu = QMenu(plot)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, do in (
            (self.tr("Save chart…"), self.save_picture),
            (self.tr("Save values…"), self.save_values),
            (self.tr("Copy chart"), self.copy),
        ):
            menu.addAction(text).triggered.connect(lambda _=False, do=do: do(charts()))
        menu.popup(plot.mapToGlobal(place))

    def _ask(self, title: str, filters: dict[str, str], charts: Sequence[Chart]) -> None:
        if not any(len(curve.x) for chart in charts for curve in chart.curves):
            self._say(self.tr("Nothing is drawn yet."), "")
            return
        name = f"{self._name()} {charts[0].title.lower() if len(charts) == 1 else ''}".strip()
        ask_where(self._owner, title, name, filters, lambda file: self.save(charts, file))

    def _copied(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self._say(self.tr("The chart is in the clipboard."), "")

    def _run(self, work: Callable[[], object], done: Callable[..., object]) -> None:
        self._studio.background.run(work, done, self._fail, owner=self, lane=_LANE)

    def _say(self, text: str, file: str) -> None:
        self._studio.message(text.format(file=file), "info")

    def _fail(self, sentence: str) -> None:
        self._studio.message(sentence, "error")


def _family() -> str:
    return QApplication.font().family()
