"""The Train page: a run as it learns, in curves and in words."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from alexnet_gui import formatting, theme
from alexnet_gui.context import Studio
from alexnet_gui.pages.chart_out import ChartOut
from alexnet_gui.pages.train_curves import TrainCurves
from alexnet_gui.pages.train_details import TrainDetails
from alexnet_gui.pages.train_end import TrainEnd
from alexnet_gui.pages.train_evaluations import TrainEvaluations
from alexnet_gui.pages.train_layers import TrainLayers
from alexnet_gui.run.run_words import load_in_words, state_in_words
from alexnet_gui.widgets.elided_label import ElidedLabel
from alexnet_gui.widgets.empty_state import EmptyState
from alexnet_gui.widgets.message_strip import MessageStrip
from alexnet_gui.widgets.segments import Segments
from alexnet_gui.window.run_actions import on_machine
from core.errors import StudioError
from core.recipe import Recipe, from_toml
from core.runs import CHECKPOINTS

_TEXT_MS = 250  # words change slower than curves, or nobody could read them
_POLL_MS = 1000  # a run of another process is read on so often


class TrainPage(QWidget):
    """Shows `studio.run_state`: the run that goes on here, or one that is read from its folder."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._state = studio.run_state
        self._empty = EmptyState("train")
        self._empty.wanted.connect(self.start)
        self._strip = MessageStrip()
        self._strip.acted.connect(self._take_way_out)
        self._title = ElidedLabel()
        self._title.setFont(theme.font(bold=True))
        self._line = QLabel()
        self._line.setObjectName("stateLine")
        self._line.setFont(theme.font(figures=True))
        self._line.setWordWrap(True)
        self._line.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._line.setMinimumHeight(2 * self._line.fontMetrics().lineSpacing())  # what follows never jumps
        self.curves = TrainCurves(self._state, studio.settings)
        self._out = ChartOut(studio, self._run_name, self)
        for name in self.curves.plots:
            self._offer_ways_out(name)
        self.curves.plot_made.connect(self._offer_ways_out)
        self.evaluations = TrainEvaluations(studio)
        self.layers = TrainLayers(self._state)
        self._views = QStackedWidget()
        self._view_names = Segments(["", "", ""])
        self._view_names.setObjectName("trainView")
        self._view_names.chosen.connect(self._views.setCurrentIndex)
        self._details = TrainDetails(self._state)
        self._pages = QStackedWidget()
        self._warned = ""  # the warning that was said last
        self._lay_out()
        self._soon = QTimer(self, interval=_TEXT_MS, singleShot=True)
        self._soon.timeout.connect(self._show_words)
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(self._state.poll)
        self._state.changed.connect(self._show_soon)
        self._state.phase_changed.connect(self._show_phase)
        self._state.started.connect(self._show_phase)  # a long run is there before all of it is read
        self._retranslate()
        self._show_phase()

    def start(self) -> None:
        """Train by the recipe of the window."""
        try:
            recipe = from_toml(self._studio.settings.recipe) if self._studio.settings.recipe else Recipe()
        except StudioError as error:
            self._strip.say(str(error), "error")
            return
        self._studio.runner.start(on_machine(recipe, self._studio))

    def save_picture(self) -> None:
        """Save all plots that are shown in one picture."""
        self._out.save_picture(self.curves.charts())

    @property
    def message(self) -> str:
        """The sentence that the page shows in its strip; "" when none."""
        return self._strip.text

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_phase()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._poll.stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_phase()

    def _offer_ways_out(self, name: str) -> None:
        self._out.offer(self.curves.plots[name], partial(self.curves.charts, name))

    def _lay_out(self) -> None:
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, theme.GRID)
        column.setSpacing(theme.GRID)
        head = QHBoxLayout()
        head.setSpacing(theme.GRID)
        head.addWidget(self._title, 1)
        head.addWidget(self._view_names)
        column.addLayout(head)
        for view in (self.curves, self.evaluations, self.layers):
            self._views.addWidget(view)
        column.addWidget(self._line)
        column.addWidget(TrainEnd(self._studio))
        column.addWidget(self._views, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(top)
        split.addWidget(self._details)
        split.setStretchFactor(0, 4)
        split.setStretchFactor(1, 1)
        self._details.setMinimumHeight(96)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(split)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * theme.GRID, 2 * theme.GRID, 2 * theme.GRID, theme.GRID)
        whole.setSpacing(theme.GRID)
        whole.addWidget(self._strip)
        whole.addWidget(self._pages, 1)

    def _show_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _show_phase(self) -> None:
        state = self._state
        is_empty = state.phase == "idle" and state.folder is None
        self._pages.setCurrentIndex(0 if is_empty else 1)
        follows = state.foreign and state.phase in ("idle", "running", "paused")
        if follows and self.isVisible():
            self._poll.start()
        else:
            self._poll.stop()
        self._show_strip()
        self._show_words()

    def _show_words(self) -> None:
        self._line.setText(state_in_words(self._state))
        self._title.setText(self._heading())
        self._warn()

    def _run_name(self) -> str:
        return self._state.folder.name if self._state.folder else ""

    def _heading(self) -> str:
        state = self._state
        parts = [state.folder.name] if state.folder else []
        if state.device:
            parts += [f"{state.device} · {state.precision}"]
            parts += [self.tr("{n} parameters").format(n=formatting.count(state.parameters))]
        if state.loads.last and state.phase in ("running", "pausing", "stopping"):
            parts += [load_in_words(state.loads.last)]
        return "   ".join(parts)

    def _show_strip(self) -> None:
        state = self._state
        if state.phase == "failed":
            self._strip.say(state.message or self.tr("The run failed."), "error", self._way_out())
        elif state.phase == "stopped" and self._is_resumable():
            text = self.tr("This run stopped before its end. It can go on where it stopped.")
            self._strip.say(text, "info", self._way_out())
        elif state.foreign and state.phase in ("running", "paused"):
            self._strip.say(self.tr("This run goes on in another process; it is shown, and can be steered, from here."))
        elif self._strip.text != state.warning:
            self._strip.hide()

    def _warn(self) -> None:
        """Say a warning of the run that goes on once: a person may close it."""
        is_present = self._state.active and self._state.phase != "preparing"  # then its past is told
        warning = self._state.warning if is_present else ""
        if warning != self._warned:
            self._warned = warning
            if warning:
                self._strip.say(warning, "warning")

    def _is_resumable(self) -> bool:
        return self._state.folder is not None and (self._state.folder / CHECKPOINTS).is_file()

    def _way_out(self) -> str:
        return self.tr("Resume") if self._is_resumable() else self.tr("Train again")

    def _take_way_out(self) -> None:
        if self._is_resumable() and self._state.folder:
            self._studio.runner.resume(self._state.folder)
        else:
            self.start()

    def _retranslate(self) -> None:
        self._view_names.set_texts([self.tr("Curves"), self.tr("Evaluations"), self.tr("Layers")])
        self._view_names.setAccessibleName(self.tr("What is shown of the run"))
        self._empty.set_texts(
            self.tr("Watch a network learn"),
            self.tr("While it trains, its loss and accuracy draw themselves here, step by step and epoch by epoch."),
            self.tr("Train"),
        )
