"""Loss and accuracy of a run as two plots that are zoomed and pointed at together, and how they are drawn."""

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from alexnet_gui import formatting, theme
from alexnet_gui.run.run_state import RunState
from alexnet_gui.run.smoothed import SmoothedCurve
from alexnet_gui.widgets.curve_plot import CurvePlot
from alexnet_gui.widgets.segments import Segments

SMOOTHING = 0.6  # TensorBoard's
_MOST = 99  # hundredths: at 1 nothing would ever move
_OVER = ("stopped", "done", "failed")


class TrainCurves(QWidget):
    """Draws a `RunState` whenever it changes, at most once a tick, and only while it is visible."""

    def __init__(self, state: RunState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._smooth = {"loss": SmoothedCurve(SMOOTHING), "accuracy": SmoothedCurve(SMOOTHING)}
        self.loss = CurvePlot(formatting.loss, least=0.0)
        self.accuracy = CurvePlot(formatting.percent, least=0.0, most=1.0, percent=True)
        self._shown_version = -1
        self._build_controls()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addLayout(self._controls)
        for plot, other in ((self.loss, self.accuracy), (self.accuracy, self.loss)):
            column.addWidget(plot, 1)
            plot.zoomed.connect(other.show_x)
            plot.fitted.connect(other.fit)
            plot.pointed.connect(other.point_at)
        state.changed.connect(self._draw_if_visible)
        state.phase_changed.connect(self._draw_if_visible)
        self._retranslate()

    def draw(self) -> None:
        """Draw the state as it is."""
        state = self._state
        if state.version != self._shown_version:
            self._shown_version = state.version
            self.loss.fit()
            self.accuracy.fit()
        test_steps = np.array([evaluation.step for evaluation in state.epochs], np.float64)
        best = state.epochs.index(state.best) if state.best else None
        marks = self._marks()
        for plot, name in ((self.loss, "loss"), (self.accuracy, "accuracy")):
            raw = getattr(state, name)
            test = np.array([getattr(evaluation, name) for evaluation in state.epochs], np.float64)
            plot.set_run(
                steps_per_epoch=state.steps_per_epoch,
                total=state.steps_per_epoch * state.epochs_wanted,
                over=state.phase in _OVER,
            )
            plot.set_marks(marks)
            smoothed = self._smooth[name]
            version = state.version, smoothed.weight
            plot.set_curves(
                state.steps, raw, smoothed.follow(raw, state.version), test_steps, test, best, version=version
            )

    def _marks(self) -> list[tuple[float, str]]:
        """Between the steps where the run was changed or stood still."""
        words = {"lr": self.tr("rate {value}"), "parts": self.tr("{value} parts")}
        return [
            (change.step + 0.5, words.get(change.what, "").format(value=formatting.learning_rate(change.value or 0)))
            for change in self._state.changes
        ]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.draw()

    def _draw_if_visible(self) -> None:
        if self.isVisible():
            self.draw()

    def _build_controls(self) -> None:
        self._unit = Segments(["", ""])
        self._unit.setObjectName("axis")
        self._unit.chosen.connect(self._set_unit)
        self._log = QCheckBox()
        self._log.setObjectName("logLoss")
        self._log.toggled.connect(self.loss.set_log)
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
        self._controls.addSpacing(theme.GRID)
        self._controls.addWidget(self._log)
        self._controls.addStretch()
        self._controls.addWidget(self._unit)

    def _set_smoothing(self, hundredths: int) -> None:
        self._slider_value.setText(f"{hundredths / 100:.2f}")
        for curve in self._smooth.values():
            curve.set_weight(hundredths / 100)
        self.draw()

    def _set_unit(self, index: int) -> None:
        for plot in (self.loss, self.accuracy):
            plot.set_in_epochs(index == 0)

    def _retranslate(self) -> None:
        self.loss.set_title(self.tr("Loss"))
        self.accuracy.set_title(self.tr("Accuracy"))
        self._unit.set_texts([self.tr("Epochs"), self.tr("Steps")])
        self._unit.setAccessibleName(self.tr("Unit of the horizontal axis"))
        self._unit.setToolTip(self.tr("Unit of the horizontal axis"))
        self._log.setText(self.tr("Log loss axis"))
        self._slider_label.setText(self.tr("Smoothing"))
        self._slider.setAccessibleName(self.tr("Smoothing"))
        self._slider.setToolTip(self.tr("Weight of the past in the smoothed curve; 0 shows the raw values"))
