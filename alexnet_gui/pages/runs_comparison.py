"""Below the table of runs: the curves of those that are selected, over each other, and in what their recipes differ."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from alexnet_gui import formatting, theme
from alexnet_gui.background import Background, Job
from alexnet_gui.run.run_charts import comparison_of
from alexnet_gui.run.run_curves import AXES, RunCurves, curves_of
from alexnet_gui.run.run_differences import differences
from alexnet_gui.widgets.compare_legend import CompareLegend, Entry
from alexnet_gui.widgets.compare_plot import MOST, ComparePlot, Series, look
from alexnet_gui.widgets.segments import Segments
from core.out.chart import Chart
from core.runs import METRICS, RunSummary

_SMOOTHING = 0.98  # runs are told apart by their course, not by their noise
_PATIENCE_MS = 120  # arrow keys run through the table without reading every run
_KEPT = 3 * MOST  # runs whose curves stay in memory
_MINUTE, _HOUR = 60, 3600
Key = tuple[Path, int]


class RunsComparison(QWidget):
    """Reads the curves in the background, each run once until it changes. `beside` stands below the legend."""

    def __init__(self, background: Background, beside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._runs: Sequence[RunSummary] = ()  # that are drawn
        self._left_out = 0  # selected runs that are not
        self._places: dict[Path, int] = {}  # a run keeps its look while it is selected
        self._read: dict[Key, RunCurves] = {}
        self._job: Job | None = None
        self.plot, self._legend = ComparePlot(), CompareLegend()
        self._note = QLabel()
        self._axis, self._measure, self._log = Segments(["", "", ""]), Segments(["", ""]), QCheckBox()
        self._soon = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._soon.timeout.connect(self._load)
        self.plot.pointed.connect(self._say_values)
        self._legend.entered.connect(self.plot.emphasize)
        self._lay_out(beside)
        self._retranslate()

    @property
    def drawn(self) -> int:
        """How many of the selected runs have their curves drawn."""
        return len(self.plot.series)

    def compare(self, runs: Sequence[RunSummary]) -> None:
        """Show the first of these runs, as many as can be told apart."""
        self._runs, self._left_out = list(runs[:MOST]), max(0, len(runs) - MOST)
        folders = [run.folder for run in self._runs]
        kept = {folder: place for folder, place in self._places.items() if folder in folders}
        free = iter(sorted(set(range(MOST)) - set(kept.values())))
        self._places = {folder: kept[folder] if folder in kept else next(free) for folder in folders}
        self._say_what()
        self._soon.start()

    def chart(self) -> Chart:
        """What is shown, for print."""
        names = {self._places[run.folder]: run.title for run in self._runs}
        is_loss = self._measure.index == 0
        unit = self.tr("Cross-entropy") if is_loss else self.tr("Pictures named rightly")
        title = self.tr("Loss") if is_loss else self.tr("Accuracy")
        return comparison_of(self.plot.shown, names, title=title, unit=unit)

    @property
    def name(self) -> str:
        """What a picture of it may be called."""
        return self._runs[0].folder.name if len(self._runs) == 1 else self.tr("comparison")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._say_what()

    # -- reading

    def _load(self) -> None:
        if self._job:
            self._job.cancel()
        folders, known = [run.folder for run in self._runs], set(self._read)

        def read() -> Iterator[tuple[Key, RunCurves]]:
            for folder in folders:
                if (key := _key(folder)) and key not in known:
                    yield key, curves_of(folder, smoothing=_SMOOTHING)

        self._job = self._background.stream(
            read, self._take, self._draw, self._note.setText, owner=self, lane="comparison"
        )

    def _take(self, found: tuple[Key, RunCurves]) -> None:
        (folder, _), _ = found
        fresh = {key: curves for key, curves in self._read.items() if key[0] != folder}
        self._read = dict([*fresh.items(), found][-_KEPT:])
        self._draw()

    # -- drawing

    def _draw(self) -> None:
        curves = {folder: curves for (folder, _), curves in self._read.items()}
        ready = [(run, curves[run.folder]) for run in self._runs if run.folder in curves]
        axis, is_loss = AXES[self._axis.index], self._measure.index == 0
        unit, scale = self._unit(axis, [found for _, found in ready])
        series = []
        for run, found in ready:
            train, test = (found.loss, found.test_loss) if is_loss else (found.accuracy, found.test_accuracy)
            places, test_places = found.places[axis] / scale, found.test_places[axis] / scale
            series.append(Series(self._places[run.folder], places, train, test_places, test))
        self.plot.show_series(series, percent=not is_loss, log=is_loss and self._log.isChecked(), unit=unit)
        self._log.setEnabled(is_loss)
        self._say_values(None)

    def _unit(self, axis: str, curves: Sequence[RunCurves]) -> tuple[str, float]:
        """What the axis counts, and how much of it makes one."""
        if axis != "seconds":
            return (self.tr("epochs") if axis == "epochs" else self.tr("steps")), 1
        longest = max((float(one.places[axis][-1]) for one in curves if len(one.places[axis])), default=0.0)
        if longest > 2 * _HOUR:
            return self.tr("hours"), _HOUR
        return (self.tr("minutes"), _MINUTE) if longest > 2 * _MINUTE else (self.tr("seconds"), 1)

    def _say_what(self) -> None:
        details = differences(self._runs) if len(self._runs) > 1 else [""] * len(self._runs)
        self._legend.show_entries(
            [
                Entry((place := self._places[run.folder]), run.title, line, *look(place))
                for run, line in zip(self._runs, details, strict=True)
            ]
        )
        self._legend.setVisible(len(self._runs) > 1)
        if self._left_out:
            note = self.tr("The first %Ln of the selected runs are drawn.", "", MOST)
        elif len(self._runs) < 2:
            note = self.tr("Select several runs to compare them.")
        elif not any(details):
            note = self.tr("These runs have the same recipe.")
        else:
            note = ""
        self._note.setText(note)

    def _say_values(self, x: float | None) -> None:
        say = formatting.loss if self._measure.index == 0 else formatting.percent
        values = {one.place: one.value_at(x) for one in self.plot.series}
        self._legend.show_values([say(values.get(entry.place)) for entry in self._legend.entries])

    # -- building

    def _lay_out(self, beside: QWidget) -> None:
        self._note.setFont(theme.font("small"))
        self._note.setWordWrap(True)
        self._axis.setObjectName("axis")
        self._axis.set_index(AXES.index("epochs"))
        self._measure.setObjectName("measure")
        self._measure.set_index(1)
        self._log.setObjectName("log")
        for signal in (self._axis.chosen, self._measure.chosen, self._log.toggled):
            signal.connect(self._draw)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        row.addWidget(self._note, 1)
        for part in (self._log, self._measure, self._axis):
            row.addWidget(part)
        side = QWidget()
        below = QVBoxLayout(side)
        below.setContentsMargins(theme.GRID, 0, 0, 0)
        below.addWidget(self._legend, 1)
        below.addWidget(beside, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.plot)
        split.addWidget(side)
        split.setStretchFactor(0, 1)
        split.setSizes([700, 260])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.GRID, 0, 0)
        column.setSpacing(theme.GRID)
        column.addLayout(row)
        column.addWidget(split, 1)

    def _retranslate(self) -> None:
        self._say_what()
        self._axis.set_texts([self.tr("Steps"), self.tr("Epochs"), self.tr("Time")])
        self._axis.setAccessibleName(self.tr("Unit of the horizontal axis"))
        self._measure.set_texts([self.tr("Loss"), self.tr("Accuracy")])
        self._measure.setAccessibleName(self.tr("Measure of the curves"))
        self._log.setText(self.tr("Log loss"))
        self._log.setToolTip(self.tr("A logarithmic axis for the loss"))
        self.plot.setAccessibleName(self.tr("Curves of the selected runs"))
        self.plot.setToolTip(self.tr("Smoothed training curves; evaluations on the test pictures are points"))
        self._legend.setAccessibleName(self.tr("The runs that are drawn, and in what their recipes differ"))
        self._draw()


def _key(folder: Path) -> Key | None:
    """The run and the state of what it recorded; None when it recorded nothing yet."""
    try:
        return folder, (folder / METRICS).stat().st_mtime_ns
    except OSError:
        return None
