"""Of an evaluation the pictures that the network took for something else: the worst first, or those of one cell."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from alexnet_gui import theme
from alexnet_gui.background import Background, Job
from alexnet_gui.formatting import count, percent
from alexnet_gui.pictures.evaluated import EvaluatedPictures, read_evaluated
from alexnet_gui.pictures.progress import Progress
from alexnet_gui.widgets.confusion_matrix import Cell
from alexnet_gui.widgets.elided_label import ElidedLabel
from alexnet_gui.widgets.picture_wall import PictureWall, Section
from alexnet_gui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from core.predictions import Predictions
    from core.recipe import Recipe

MOST = 500  # pictures on the wall
LANE = "evaluations"


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What is looked at: an evaluation of a run by `recipe`, all mistakes or those of one cell."""

    recipe: "Recipe"
    classes: tuple[str, ...]
    predictions: "Predictions"
    cell: Cell | None

    def places(self) -> NDArray[np.int64]:
        """In the test split, in the order to be shown."""
        return self.predictions.of_cell(*self.cell) if self.cell else self.predictions.mistakes()


class EvaluationPictures(QWidget):
    """Reads the test pictures in the background when they are first to be seen.

    ``picked(picture, caption, label)`` for one that a person clicks, ``all_wanted()`` to leave the cell.
    """

    picked = Signal(object, str, str)
    all_wanted = Signal()

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._look: Look | None = None
        self._read: tuple[tuple[str, int | None, int], EvaluatedPictures] | None = None
        self._shown: Look | None = None
        self._places = np.zeros(0, np.int64)  # of the pictures on the wall
        self._job: Job | None = None
        self._reading: tuple[str, int | None, int] | None = None  # which pictures the job reads, if it reads some
        self._progress = Progress(self)
        self._title = ElidedLabel()
        self._title.setFont(theme.font(bold=True))
        self._all = QPushButton()
        self._all.setObjectName("allMistakes")
        self._all.clicked.connect(self.all_wanted)
        self.wall = PictureWall()
        self.wall.setObjectName("mistakes")
        self.wall.picked.connect(self._picked)
        self.wall.hovered.connect(self._hovered)
        self.waiting = Waiting()
        self.waiting.cancelled.connect(self._give_up)
        self.waiting.retried.connect(self._fill)
        self._caption = ElidedLabel()
        self._caption.setFont(theme.font("small", figures=True))
        self._lay_out()
        self._retranslate()

    def show_look(self, look: Look | None, sentence: str = "") -> None:
        """Show this, or say why there is nothing to be shown."""
        self._look = look
        self._all.setVisible(look is not None and look.cell is not None)
        self._title.setText(self._heading(look) if look else "")
        if look is None:
            self._say(sentence)
        elif self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._look is not self._shown:
            self._fill()

    # -- reading

    def _fill(self) -> None:
        look = self._look
        if look is None:
            return
        key = (look.recipe.data, look.recipe.limit, look.recipe.split_seed)
        if self._read and self._read[0] == key:
            self._draw(look, self._read[1])
        elif self._reading != key:
            self._end()
            self._reading = key
            self._progress = Progress(self)
            self._progress.moved.connect(self.waiting.move_to)
            self._progress.watch()
            self._say(self.tr("Reading the test pictures …"), busy=True)
            work = partial(read_evaluated, look.recipe, self._progress.report)
            self._job = self._background.run(work, partial(self._take, key), self._failed, owner=self, lane=LANE)

    def _give_up(self) -> None:
        self._end()
        self._say(self.tr("The reading was cancelled."), again=True)

    def _end(self) -> None:
        self._progress.cancel()
        self._progress.stop()
        if self._job:
            self._job.cancel()
        self._job = self._reading = None

    def _failed(self, sentence: str) -> None:
        self._end()
        self._say(sentence, again=True)

    def _take(self, key: tuple[str, int | None, int], pictures: EvaluatedPictures) -> None:
        self._end()
        self._read = key, pictures
        self._fill()

    def _draw(self, look: Look, pictures: EvaluatedPictures) -> None:
        if not pictures.belong_to(look.predictions):
            self._say(self.tr("The test pictures are no longer those that this run was evaluated on."), again=True)
            self._read = None
            return
        if self._job:
            self._job.cancel()
        places = look.places()[:MOST]
        show = partial(self._show, look, places)
        self._job = self._background.run(partial(pictures.small, places), show, self._failed, owner=self, lane=LANE)

    def _show(self, look: Look, places: NDArray[np.int64], small: NDArray[np.uint8]) -> None:
        self._job = None
        self._shown, self._places = look, places
        if not len(places):
            self._say(self.tr("There is no such picture."))
            return
        order = self.tr("the surest first") if look.cell else self.tr("the highest loss first")
        self.wall.show_pictures(small, [Section(order, np.arange(len(places)))])
        self._stack.setCurrentWidget(self.wall)
        self._hovered(-1)

    # -- words

    def _say(self, sentence: str, *, busy: bool = False, again: bool = False) -> None:
        self.waiting.say(sentence, busy=busy, again=again)
        self._caption.setText("")
        self._stack.setCurrentWidget(self.waiting)

    def _heading(self, look: Look) -> str:
        if look.cell is None:
            all_of_them = int((~look.predictions.right).sum())
            text = self.tr("Worst mistakes, of {n}") if all_of_them > MOST else self.tr("Worst mistakes")
            return text.format(n=count(all_of_them))
        label, called = (look.classes[number] for number in look.cell)
        text = self.tr("{label} recognised") if label == called else self.tr("{label} taken for {called}")
        return text.format(label=label, called=called)

    def _words(self, row: int) -> str:
        """What the network said of a picture on the wall."""
        look, place = self._shown, self._places[row]
        if look is None:
            return ""
        said = look.predictions
        right = bool(said.right[place])
        text = (
            self.tr("{label} recognised, sure at {confidence}")
            if right
            else self.tr("{label} taken for {called}, sure at {confidence}; for {label} {truth}")
        )
        return text.format(
            label=look.classes[said.labels[place]],
            called=look.classes[said.predicted[place]],
            confidence=percent(float(said.confidence[place])),
            truth=percent(float(said.truth[place])),
        )

    def _hovered(self, row: int) -> None:
        hint = self.tr("A click shows a picture on Classify, and why.")
        self._caption.setText(self._words(row) if row >= 0 else hint)

    def _picked(self, row: int) -> None:
        look = self._shown
        if look and self._read:
            place = int(self._places[row])
            caption = self.tr("Test picture {n}").format(n=place)
            self.picked.emit(self._read[1].picture(place), caption, look.classes[look.predictions.labels[place]])

    # -- building

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.GRID)
        head.addWidget(self._title, 1)
        head.addWidget(self._all)
        keep = self._all.sizePolicy()
        keep.setRetainSizeWhenHidden(True)  # what is below never jumps
        self._all.setSizePolicy(keep)
        self._all.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.waiting)
        self._stack.addWidget(self.wall)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID // 2)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self._caption)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._all.setText(self.tr("All mistakes"))
        self.wall.setAccessibleName(self.tr("Pictures"))
        if self._look:
            self.show_look(self._look)
