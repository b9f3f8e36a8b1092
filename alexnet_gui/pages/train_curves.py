"""The measures of a run as plots that are zoomed and pointed at together: which of them, and how they are drawn."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from alexnet_gui import formatting, theme
from alexnet_gui.pages.run_view import RunView
from alexnet_gui.run import layer_curves
from alexnet_gui.run.run_charts import chart_of
from alexnet_gui.run.run_loads import GB
from alexnet_gui.run.run_state import RunState
from alexnet_gui.run.smoothed import SmoothedCurve
from alexnet_gui.settings import Settings
from alexnet_gui.widgets.curve_plot import CurvePlot
from alexnet_gui.widgets.segments import Segments
from alexnet_gui.widgets.series_plot import SeriesPlot
from core.out.chart import Chart

SMOOTHING = 0.6  # TensorBoard's
_MOST = 99  # hundredths: at 1 nothing would ever move
_OVER = ("stopped", "done", "failed")
_TESTED = ("loss", "accuracy")  # are measured on the test pictures, too
_LOADS = ("processor", "memory", "gpu", "gpu_memory")
_SERIES = {"gradient": layer_curves.gradient_norms, "update": layer_curves.updates, "dead": layer_curves.dead_shares}
_COLUMN = 2  # plots that stand above each other; more stand in two columns


def _gigabytes(value: float) -> str:
    return formatting.size(value * GB)


_PLOTS: dict[str, Callable[[], CurvePlot | SeriesPlot]] = {
    "loss": partial(CurvePlot, formatting.loss, least=0.0),
    "accuracy": partial(CurvePlot, formatting.percent, least=0.0, most=1.0, percent=True),
    "lr": partial(CurvePlot, formatting.learning_rate, least=0.0, tested=False),
    "speed": partial(CurvePlot, formatting.speed, least=0.0, tested=False),
    "gradient": partial(SeriesPlot, formatting.learning_rate),
    "update": partial(SeriesPlot, formatting.learning_rate),
    "dead": partial(SeriesPlot, formatting.percent, percent=True),
    "processor": partial(CurvePlot, formatting.percent, least=0.0, most=1.0, percent=True, tested=False),
    "memory": partial(CurvePlot, _gigabytes, least=0.0, tested=False),
    "gpu": partial(CurvePlot, formatting.percent, least=0.0, most=1.0, percent=True, tested=False),
    "gpu_memory": partial(CurvePlot, _gigabytes, least=0.0, tested=False),
}


class TrainCurves(RunView):
    """Draws a `RunState` whenever it changes, at most once a tick, and only while it is visible.

    Which measures are drawn, and in which order, is kept in the settings. ``plot_made(name)`` when there is another.
    """

    plot_made = Signal(str)

    def __init__(self, state: RunState, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._settings = settings
        self.plots: dict[str, CurvePlot | SeriesPlot] = {}  # that were wanted so far: to make one takes a while
        self._smooth = {name: SmoothedCurve(SMOOTHING) for name in ("loss", "accuracy", "speed")}
        self._shown_version = -1
        self._build_controls()
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addLayout(self._controls)
        column.addLayout(self._grid, 1)
        self._retranslate()
        self._lay_out()
        settings.changed.connect(self._setting_changed)
        state.phase_changed.connect(self._follow_if_visible)

    def charts(self, *names: str) -> list[Chart]:
        """What these plots show, for print; without names, all that are chosen."""
        return [
            chart_of(self._plot(name).shown, title=self._choices[name].text(), unit=self._unit_of(name))
            for name in names or self._settings.charts
        ]

    def _unit_of(self, name: str) -> str:
        """What the values of a plot count, for its axis."""
        units = {
            "loss": self.tr("Cross-entropy"),
            "accuracy": self.tr("Pictures named rightly"),
            "update": self.tr("Share of the weights’ length"),
        }
        return units.get(name, "GB" if name in ("memory", "gpu_memory") else "")

    def follow(self) -> None:
        state = self._state
        if state.version != self._shown_version:
            self._shown_version = state.version
            for plot in self.plots.values():
                plot.fit()
        marks = self._marks()
        for name in self._settings.charts:
            plot = self.plots[name]
            plot.set_run(
                steps_per_epoch=state.steps_per_epoch,
                total=state.steps_per_epoch * state.epochs_wanted,
                over=state.phase in _OVER,
            )
            plot.set_marks(marks)
            if isinstance(plot, SeriesPlot):
                self._draw_series(name, plot)
            else:
                self._draw_curves(name, plot)

    def _draw_series(self, name: str, plot: SeriesPlot) -> None:
        state, looks = self._state, self._state.looks
        version = state.version, len(looks), looks[-1].step if looks else 0
        if version != plot.version:
            plot.set_series(layer_curves.steps_of(looks), _SERIES[name](looks), version=version)
        plot.come_to(state.step)

    def _draw_curves(self, name: str, plot: CurvePlot) -> None:
        state = self._state
        steps, raw = (
            (state.loads.steps, state.loads.values(name)) if name in _LOADS else (state.steps, getattr(state, name))
        )
        smooth = self._smooth.get(name)
        smoothed = smooth.follow(raw, state.version) if smooth else raw
        tests = state.epochs if name in _TESTED else []
        plot.set_curves(
            steps,
            raw,
            smoothed,
            np.array([evaluation.step for evaluation in tests], np.float64),
            np.array([getattr(evaluation, name) for evaluation in tests], np.float64),
            tests.index(state.best) if tests and state.best else None,
            version=(state.version, smooth.weight if smooth else 0.0),
        )

    def _marks(self) -> list[tuple[float, str]]:
        """Between the steps where the run was changed or stood still."""
        words = {"lr": self.tr("rate {value}"), "parts": self.tr("{value} parts")}
        return [
            (change.step + 0.5, words.get(change.what, "").format(value=formatting.learning_rate(change.value or 0)))
            for change in self._state.changes
        ]

    def _plot(self, name: str) -> CurvePlot | SeriesPlot:
        """The plot of a measure; it is made when it is wanted for the first time."""
        if name in self.plots:
            return self.plots[name]
        plot = _PLOTS[name]()
        plot.set_title(self._choices[name].text())
        plot.set_in_epochs(self._unit.index == 0)
        if name == "loss":
            plot.set_log(self._log.isChecked())
        for other in self.plots.values():
            plot.zoomed.connect(other.show_x)
            other.zoomed.connect(plot.show_x)
            plot.fitted.connect(other.fit)
            other.fitted.connect(plot.fit)
            plot.pointed.connect(other.point_at)
            other.pointed.connect(plot.point_at)
        zoomed = next((other for other in self.plots.values() if not other.follows), None)
        if zoomed:
            plot.show_x(*zoomed.shown.frame.x_range)
        self.plots[name] = plot
        self.plot_made.emit(name)
        return plot

    def _lay_out(self) -> None:
        """The chosen plots in their order, in one column or two."""
        chosen = self._settings.charts
        for plot in self.plots.values():
            self._grid.removeWidget(plot)
            plot.setVisible(False)
        columns = 1 if len(chosen) <= _COLUMN else 2
        for number, name in enumerate(chosen):
            row, place = divmod(number, columns)
            is_alone = number == len(chosen) - 1 and not place
            self._grid.addWidget(self._plot(name), row, place, 1, columns if is_alone else 1)
            self.plots[name].setVisible(True)
        for line in range(self._grid.rowCount()):
            self._grid.setRowStretch(line, 1 if line * columns < len(chosen) else 0)
        for line in range(2):
            self._grid.setColumnStretch(line, 1 if line < columns else 0)
        for name, action in self._choices.items():
            action.setChecked(name in chosen)
            action.setEnabled(chosen != (name,))  # something is always shown
        for earlier, later in pairwise(chosen):
            QWidget.setTabOrder(self.plots[earlier], self.plots[later])

    @Slot(str)
    def _setting_changed(self, name: str) -> None:
        if name == "charts":
            self._lay_out()
            self.follow()

    def _choose(self, name: str, wanted: bool) -> None:
        others = tuple(other for other in self._settings.charts if other != name)
        self._settings.charts = (*others, name) if wanted else others or (name,)

    @Slot()
    def _offer(self) -> None:
        """What this run has no values of is not offered, but may be taken away."""
        last, chosen = self._state.loads.last, self._settings.charts
        for name in ("gpu", "gpu_memory"):
            is_told = last is not None and getattr(last, name) is not None
            self._choices[name].setVisible(is_told or name in chosen)

    def _build_controls(self) -> None:
        self._chooser = QToolButton()
        self._chooser.setObjectName("charts")
        self._chooser.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._chooser)
        menu.setToolTipsVisible(True)
        self._choices: dict[str, QAction] = {}
        for name in _PLOTS:
            action = self._choices[name] = QAction(menu, checkable=True)
            action.setObjectName(f"chart-{name}")
            action.triggered.connect(lambda wanted, name=name: self._choose(name, wanted))
            menu.addAction(action)
        menu.aboutToShow.connect(self._offer)
        menu.addSeparator()
        self._log = QAction(menu, checkable=True)
        self._log.setObjectName("logLoss")
        self._log.toggled.connect(self._set_log)
        menu.addAction(self._log)
        self._chooser.setMenu(menu)
        self._unit = Segments(["", ""])
        self._unit.setObjectName("axis")
        self._unit.chosen.connect(self._set_unit)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("smoothing")
        self._slider.setRange(0, _MOST)
        self._slider.setPageStep(10)
        self._slider.setFixedWidth(112)
        self._slider_label = QLabel()
        self._slider_label.setBuddy(self._slider)
        self._slider_value = QLabel()
        self._slider_value.setFont(theme.font(figures=True))
        self._slider_value.setFixedWidth(self._slider_value.fontMetrics().horizontalAdvance("0.888"))
        self._slider.setValue(round(SMOOTHING * 100))
        self._slider_value.setText(f"{SMOOTHING:.2f}")
        self._slider.valueChanged.connect(self._set_smoothing)
        self._controls = QHBoxLayout()
        self._controls.setSpacing(theme.GRID)
        for part in (self._slider_label, self._slider, self._slider_value):
            self._controls.addWidget(part)
        self._controls.addStretch()
        self._controls.addWidget(self._chooser)
        self._controls.addSpacing(theme.GRID)
        self._controls.addWidget(self._unit)

    def _set_smoothing(self, hundredths: int) -> None:
        self._slider_value.setText(f"{hundredths / 100:.2f}")
        for curve in self._smooth.values():
            curve.set_weight(hundredths / 100)
        self.follow()

    def _set_log(self, log: bool) -> None:
        if "loss" in self.plots:
            self.plots["loss"].set_log(log)

    def _set_unit(self, index: int) -> None:
        for plot in self.plots.values():
            plot.set_in_epochs(index == 0)

    def _retranslate(self) -> None:
        titles = {
            "loss": self.tr("Loss"),
            "accuracy": self.tr("Accuracy"),
            "lr": self.tr("Learning rate"),
            "speed": self.tr("Images per second"),
            "gradient": self.tr("Gradient norm"),
            "update": self.tr("Weight update"),
            "dead": self.tr("Dead units"),
            "processor": self.tr("Processor"),
            "memory": self.tr("Memory (GB)"),
            "gpu": self.tr("GPU"),
            "gpu_memory": self.tr("GPU memory (GB)"),
        }
        for name, title in titles.items():
            self._choices[name].setText(title)
            if name in self.plots:
                self.plots[name].set_title(title)
        help_texts = {
            "gradient": self.tr("How long the gradient is before it is clipped; it should neither vanish nor explode"),
            "update": self.tr(
                "How far a step moves each layer’s weights, as a share of their length; about 0.001 is usual"
            ),
            "dead": self.tr("Units of each layer whose output is 0 for all pictures looked at: they do not learn"),
        }
        for name, text in help_texts.items():
            self._choices[name].setToolTip(text)
        self._chooser.setText(self.tr("Charts"))
        self._chooser.setToolTip(self.tr("What is drawn; the last one chosen comes last"))
        self._unit.set_texts([self.tr("Epochs"), self.tr("Steps")])
        self._unit.setAccessibleName(self.tr("Unit of the horizontal axis"))
        self._unit.setToolTip(self.tr("Unit of the horizontal axis"))
        self._log.setText(self.tr("Log loss axis"))
        self._slider_label.setText(self.tr("Smoothing"))
        self._slider.setAccessibleName(self.tr("Smoothing"))
        self._slider.setToolTip(self.tr("Weight of the past in the smoothed curve; 0 shows the raw values"))
