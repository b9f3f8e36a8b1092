"""The line at the foot: how far the run is, what it gives, how fast, how long yet, and the memory it takes."""

import numpy as np
import psutil
from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar

from alexnet_gui import formatting, theme
from alexnet_gui.run.run_state import RunState

_TEXT_MS = 250  # figures change slower than curves, or nobody could read them
_MEMORY_MS = 2000
_LOSS_STEPS = 20


class StatusLine(QFrame):
    """Follows a `RunState`. Every figure keeps its place: widths are those of the widest text."""

    def __init__(self, state: RunState) -> None:
        super().__init__()
        self.setObjectName("statusLine")
        self._state = state
        self._process = psutil.Process()
        names = ("phase", "percent", "loss", "accuracy", "speed", "left", "memory")
        self._labels = {name: self._label(name) for name in names}
        self._bar = QProgressBar()
        self._bar.setObjectName("progress")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._lay_out()
        self._dress()
        self._soon = QTimer(self, interval=_TEXT_MS, singleShot=True)
        self._soon.timeout.connect(self._show)
        state.changed.connect(self._show_soon)
        state.phase_changed.connect(self._show)
        self._memory = QTimer(self, interval=_MEMORY_MS)
        self._memory.timeout.connect(self._show_memory)
        self._memory.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._dress()

    def _label(self, name: str) -> QLabel:
        label = QLabel()
        label.setObjectName(f"status-{name}")
        label.setFont(theme.font("small", figures=True))
        return label

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID, 5, 2 * theme.GRID, 5)
        row.setSpacing(2 * theme.GRID)
        row.addWidget(self._labels["phase"])
        row.addWidget(self._bar, 1)
        self._bar.setMinimumWidth(60)
        self._bar.setMaximumWidth(260)
        for name in ("percent", "loss", "accuracy", "speed", "left"):
            row.addWidget(self._labels[name])
        row.addStretch(1)
        row.addWidget(self._labels["memory"])

    def _dress(self) -> None:
        widest = {
            "phase": self.tr("Epoch {now}/{all}").format(now=188, all=188),
            "percent": "100 %",
            "loss": self.tr("loss {value}").format(value="0.888"),
            "accuracy": self.tr("accuracy {value}").format(value="88.8 %"),
            "speed": formatting.images_per_second(88_888),
            "left": self.tr("{time} left").format(time=formatting.duration(58 * 3600 + 58 * 60)),
            "memory": "88.8 GB",
        }
        for name, text in widest.items():
            self._labels[name].setMinimumWidth(self._labels[name].fontMetrics().horizontalAdvance(text))
        self._bar.setAccessibleName(self.tr("Progress of the run"))
        self._labels["loss"].setToolTip(
            self.tr("Cross-entropy on training pictures, mean of the last {n} steps").format(n=_LOSS_STEPS)
        )
        self._labels["accuracy"].setToolTip(
            self.tr("On training pictures, mean of the last {n} steps").format(n=_LOSS_STEPS)
        )
        self._labels["memory"].setToolTip(self.tr("Memory that AlexNet Studio takes"))
        self._show()
        self._show_memory()

    @Slot()
    def _show_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _show(self) -> None:
        state, labels = self._state, self._labels
        labels["phase"].setText(self._phase())
        is_run = state.phase != "idle" and bool(state.step)
        self._bar.setVisible(state.phase != "idle")
        self._bar.setValue(round(state.progress * 1000))
        for name in ("percent", "loss", "accuracy", "speed", "left"):
            labels[name].setVisible(is_run)
        if not is_run:
            return
        labels["percent"].setText(f"{int(state.progress * 100)} %")
        loss = formatting.loss(float(np.mean(state.loss[-_LOSS_STEPS:])))
        labels["loss"].setText(self.tr("loss {value}").format(value=loss))
        accuracy = formatting.percent(float(np.mean(state.accuracy[-_LOSS_STEPS:])))
        labels["accuracy"].setText(self.tr("accuracy {value}").format(value=accuracy))
        labels["speed"].setText(formatting.images_per_second(state.images_per_second))
        left = state.seconds_left
        text = "" if left is None else self.tr("{time} left").format(time=formatting.duration(left))
        labels["left"].setText(text)

    def _phase(self) -> str:
        state = self._state
        if state.phase == "running" and state.epoch:
            return self.tr("Epoch {now}/{all}").format(now=state.epoch, all=state.epochs_wanted)
        if state.ended_early:
            return self.tr("Ended early")
        return {
            "idle": self.tr("Ready"),
            "preparing": self.tr("Preparing…"),
            "running": self.tr("Running"),
            "pausing": self.tr("Pausing…"),
            "paused": self.tr("Paused"),
            "stopping": self.tr("Stopping…"),
            "stopped": self.tr("Stopped"),
            "done": self.tr("Done"),
            "failed": self.tr("Failed"),
        }[state.phase]

    @Slot()
    def _show_memory(self) -> None:
        self._labels["memory"].setText(formatting.size(self._process.memory_info().rss))
