"""A run at its evaluations: which classes are taken for which, by epoch, and the pictures behind it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from alexnet_gui import formatting, theme
from alexnet_gui.background import Job
from alexnet_gui.context import Studio
from alexnet_gui.pages.evaluation_calibration import EvaluationCalibration
from alexnet_gui.pages.evaluation_classes import EvaluationClasses
from alexnet_gui.pages.evaluation_pictures import LANE, EvaluationPictures, Look
from alexnet_gui.pages.run_view import RunView
from alexnet_gui.widgets.confusion_matrix import Cell, ConfusionMatrix
from alexnet_gui.widgets.moment_slider import MomentSlider
from alexnet_gui.widgets.segments import Segments
from core import predictions
from core.events import Evaluated

if TYPE_CHECKING:
    from core.predictions import Predictions

PICTURES, CLASSES, CALIBRATION = range(3)


class TrainEvaluations(RunView):
    """Follows a `RunState`: shows the newest evaluation until a person moves the slider to an earlier one."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio.run_state, parent)
        self._studio = studio
        self._event: Evaluated | None = None  # that is shown
        self._kept: Predictions | None = None  # what was read of it
        self._folder: Path | None = None
        self._reading: Job | None = None
        self._line = QLabel()
        self._line.setFont(theme.font(figures=True))
        self.slider = MomentSlider()
        self.slider.setObjectName("epoch")
        self.slider.setPageStep(1)
        self.slider.valueChanged.connect(self._show_chosen)
        self.views = Segments(["", "", ""])
        self.views.setObjectName("evaluationView")
        self.matrix = ConfusionMatrix()
        self.matrix.setObjectName("confusion")
        self.pictures = EvaluationPictures(studio.background)
        self.classes = EvaluationClasses()
        self.calibration = EvaluationCalibration()
        self._nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._lay_out()
        self.matrix.chosen.connect(self._look)
        self.classes.opened.connect(self.open_cell)
        self.pictures.all_wanted.connect(lambda: self._choose(None))
        self.pictures.picked.connect(self._classify)
        self._retranslate()
        self.follow()

    def follow(self) -> None:
        epochs, is_other = self._state.epochs, self._folder != self._state.folder
        if is_other:
            self._folder, self._event = self._state.folder, None
            self.matrix.set_cell(None)
        self.slider.follow(len(epochs), anew=is_other)
        self._stack.setCurrentIndex(1 if epochs else 0)
        if epochs:
            self._show_chosen()

    def open_cell(self, cell: Cell) -> None:
        """Show the pictures of a cell."""
        self.views.set_index(PICTURES)
        self._details.setCurrentIndex(PICTURES)
        self._choose(cell)

    # -- the evaluation that is shown

    def _show_chosen(self) -> None:
        event = self._state.epochs[min(self.slider.value(), len(self._state.epochs) - 1)]
        self._line.setText(self._words(event))
        if event is self._event:
            return
        self._event = event
        self.matrix.set_counts(event.confusion, self._names)
        self.classes.show_confusion(event.confusion, self._names)
        if self._reading:
            self._reading.cancel()
        if self._folder is None:
            self._take(None)
        else:
            read = partial(predictions.read, self._folder, event.epoch)
            self._reading = self._studio.background.run(read, self._take, self._failed, owner=self, lane=LANE)

    @property
    def _names(self) -> tuple[str, ...]:
        """Of the classes; their numbers where the record does not name as many."""
        count = len(self._event.confusion) if self._event else 0
        return self._state.classes if len(self._state.classes) == count else tuple(map(str, range(count)))

    def _words(self, event: Evaluated) -> str:
        text = self.tr("Epoch {epoch} of {all} · {accuracy}").format(
            epoch=formatting.count(event.epoch),
            all=formatting.count(max(self._state.epochs_wanted, event.epoch)),
            accuracy=formatting.percent(event.accuracy),
        )
        return text + (" ★" if event is self._state.best else "")

    def _take(self, kept: "Predictions | None") -> None:
        self._reading = None
        self._kept = kept
        why = "" if kept else self.tr("This run kept only how many pictures were taken for which class, not which.")
        self.calibration.show_predictions(kept, why)
        self._look(self.matrix.cell, why)

    def _failed(self, sentence: str) -> None:
        self._reading = self._kept = None
        self.calibration.show_predictions(None, sentence)
        self.pictures.show_look(None, sentence)

    # -- its pictures

    def _choose(self, cell: Cell | None) -> None:
        self.matrix.set_cell(cell)
        self._look(cell)

    def _look(self, cell: Cell | None, why: str = "") -> None:
        recipe = self._state.recipe
        if self._kept is not None and recipe is not None:
            self.pictures.show_look(Look(recipe, self._names, self._kept, cell))
        elif why:
            self.pictures.show_look(None, why)

    def _classify(self, picture: object, caption: str, label: str) -> None:
        page = self._studio.show_page("classify")
        page.show_picture(picture, caption, label)  # pyright: ignore[reportAttributeAccessIssue]

    # -- building

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * theme.GRID)
        head.addWidget(self._line)
        head.addWidget(self.slider, 1)
        head.addWidget(self.views)
        self._details = QStackedWidget()
        self._details.setContentsMargins(theme.GRID, 0, 0, 0)
        for part in (self.pictures, self.classes, self.calibration):
            self._details.addWidget(part)
        self.views.chosen.connect(self._details.setCurrentIndex)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.matrix)
        split.addWidget(self._details)
        split.setSizes([420, 420])
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addLayout(head)
        column.addWidget(split, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(whole)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _retranslate(self) -> None:
        self._nothing.setText(
            self.tr("At the end of each epoch the network sees all test pictures; what it took them for is shown here.")
        )
        self.views.set_texts([self.tr("Pictures"), self.tr("Classes"), self.tr("Calibration")])
        self.views.setAccessibleName(self.tr("What is shown of the evaluation"))
        self.slider.setAccessibleName(self.tr("Epoch of the evaluation"))
        self.slider.setToolTip(self.tr("Which evaluation is shown; at its end the slider follows the run"))
        self.matrix.setAccessibleName(self.tr("Confusion matrix"))
        if self._event:
            self._line.setText(self._words(self._event))
