"""Below the table of runs: the curves of those that are selected, over each other."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from alexnet_gui import theme
from alexnet_gui.background import Background, Job
from alexnet_gui.run.run_curves import RunCurves, curves_of
from alexnet_gui.widgets.compare_plot import MOST, ComparePlot, Series
from alexnet_gui.widgets.segments import Segments
from core.runs import METRICS, RunSummary

_SMOOTHING = 0.98  # runs are told apart by their course, not by their noise
_PATIENCE_MS = 120  # arrow keys run through the table without reading every run


class RunsComparison(QWidget):
    """Reads the curves in the background, each run once until it changes."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._runs: Sequence[RunSummary] = ()
        self._read: dict[tuple[Path, int], RunCurves] = {}
        self._job: Job | None = None
        self._note = QLabel()
        self._note.setFont(theme.font("small"))
        self._measure = Segments(["", ""])
        self._measure.setObjectName("measure")
        self._measure.set_index(1)
        self._measure.chosen.connect(self._draw)
        self._plot = ComparePlot()
        self._soon = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._soon.timeout.connect(self._load)
        row = QHBoxLayout()
        row.addWidget(self._note, 1)
        row.addWidget(self._measure)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.GRID, 0, 0)
        column.setSpacing(theme.GRID)
        column.addLayout(row)
        column.addWidget(self._plot, 1)
        self._retranslate()

    def compare(self, runs: Sequence[RunSummary]) -> None:
        """Show the first few of these runs."""
        self._runs = list(runs[:MOST])
        self._retranslate()
        self._soon.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _load(self) -> None:
        if self._job:
            self._job.cancel()
        folders, known = [run.folder for run in self._runs], dict(self._read)

        def read() -> dict[tuple[Path, int], RunCurves]:
            keys = [key for folder in folders if (key := _key(folder))]
            return {key: known.get(key) or curves_of(key[0], smoothing=_SMOOTHING) for key in keys}

        self._job = self._background.run(read, self._take, self._note.setText, owner=self, lane="runs")

    def _take(self, found: dict[tuple[Path, int], RunCurves]) -> None:
        self._job = None
        self._read = found
        self._draw()

    def _draw(self) -> None:
        curves = {folder: curves for (folder, _), curves in self._read.items()}
        is_loss = self._measure.index == 0
        series = []
        for run in self._runs:
            if found := curves.get(run.folder):
                train, test = (found.loss, found.test_loss) if is_loss else (found.accuracy, found.test_accuracy)
                series.append(Series(run.title, found.epochs, train, found.test_epochs, test))
        self._plot.show_series(series, percent=not is_loss)

    def _retranslate(self) -> None:
        note = self.tr("Smoothed training curves over epochs, evaluations as points.")
        if len(self._runs) < 2:
            note += " " + self.tr("Select several runs to compare them.")
        self._note.setText(note)
        self._note.setWordWrap(True)
        self._measure.set_texts([self.tr("Loss"), self.tr("Accuracy")])
        self._measure.setAccessibleName(self.tr("Measure of the curves"))
        self._plot.setAccessibleName(self.tr("Curves of the selected runs"))


def _key(folder: Path) -> tuple[Path, int] | None:
    """The run and the state of what it recorded; None when it recorded nothing yet."""
    try:
        return folder, (folder / METRICS).stat().st_mtime_ns
    except OSError:
        return None
