"""A thousand test pictures as points in a plane: those lie together that a layer takes for alike."""

from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QImage
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from alexnet_gui import formatting, theme
from alexnet_gui.figure.embedding_desk import NEIGHBOURS, PRINCIPAL, Embedded, EmbeddingDesk
from alexnet_gui.figure.map_desk import Look
from alexnet_gui.figure.network_figure import INPUT, called, without_dropout
from alexnet_gui.pages.network_inquiry import NetworkInquiry
from alexnet_gui.widgets.array_image import array_image
from alexnet_gui.widgets.class_legend import ClassLegend
from alexnet_gui.widgets.elided_label import ElidedLabel
from alexnet_gui.widgets.patch_wall import PatchWall, Tile
from alexnet_gui.widgets.scatter_view import ScatterView
from alexnet_gui.widgets.segments import Segments
from alexnet_gui.widgets.waiting import Waiting

METHODS = (PRINCIPAL, NEIGHBOURS)
MOST_TILES = 36  # pictures of a lasso that are shown


class EmbeddingView(QWidget):
    """Of a network in training it shows the moment at which it was asked. ``picture_chosen(pixels, caption)``: uint8
    (C, side, side)."""

    picture_chosen = Signal(object, str)

    def __init__(self, inquiry: NetworkInquiry) -> None:
        super().__init__()
        self._inquiry, self._desk = inquiry, EmbeddingDesk()
        self._fetcher = QObject(self)  # asks for a picture that was kept small
        self._look: Look | None = None
        self._layer = ""
        self._key: tuple[object, ...] = ()  # what was asked for
        self._found: Embedded | None = None
        self._is_working = False
        self._shown: list[int] = []  # the pictures on the wall
        self.title, self.line = ElidedLabel(), ElidedLabel()
        self.method, self.again, self.cancel = Segments(("", "")), QPushButton(), QPushButton()
        self.plot, self.legend, self.wall, self.waiting = ScatterView(), ClassLegend(), PatchWall(), Waiting()
        self._lay_out()
        self._connect()
        self._retranslate()

    # -- what is asked for

    def show_layer(self, look: Look, name: str) -> None:
        first = look.description.layers[0].name
        self._look, self._layer = look, without_dropout(look.description, first if name == INPUT else name)
        self._say_title()
        if self._wanted != self._key:
            self.look_again()

    @property
    def _wanted(self) -> tuple[object, ...]:
        return self._inquiry.generation, self._layer, self.method.index

    def look_again(self) -> None:
        """With the weights as they are now."""
        if not self._layer:
            return
        if self._wanted[:2] != self._key[:2]:
            self._found = None  # of another network or layer: its points and classes mean nothing here
        self._key = self._wanted
        self._set_working(True)
        if self._found is None:
            self.waiting.say(self.tr("Looking at pictures…"), busy=True)
            self._stack.setCurrentWidget(self.waiting)
        question = partial(self._desk.embed, layer=self._layer, method=METHODS[self.method.index])
        self._inquiry.stream(question, self._take, lambda: self._set_working(False), self._fail, owner=self)

    def give_up(self) -> None:
        """Stop working; what is there stays."""
        self._inquiry.forget(self)
        self._set_working(False)
        if self._found is None:
            self.waiting.say(self.tr("No pictures were looked at."), again=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """What is under way gives way to the view that comes in front, whose questions would wait for it."""
        super().hideEvent(event)
        if self._is_working and not event.spontaneous():
            self._inquiry.forget(self)
            self._is_working, self._key = False, ()  # it is asked for anew when the view comes back

    # -- answers

    def _take(self, found: Embedded) -> None:
        self.waiting.move_to(found.done, found.total)
        if found.plane is None:
            share = formatting.percent(found.done / max(found.total, 1))
            self.line.setText(self.tr("Looking at pictures: {share}").format(share=share))
            return
        is_new = self._found is None or self._found.pictures is not found.pictures
        self._found = found
        self._stack.setCurrentWidget(self._parts)
        if self._look:
            self.legend.set_names(self._look.classes)
        self.plot.set_points(found.plane.points, found.labels)
        if is_new:
            self._show_wall(self.plot.within)
        self._say_line()

    def _fail(self, sentence: str) -> None:
        self._found = None
        self._set_working(False)
        self.line.setText("")
        self.waiting.say(sentence, again=True)
        self._stack.setCurrentWidget(self.waiting)

    def _set_working(self, is_working: bool) -> None:
        self._is_working = is_working
        self.cancel.setVisible(is_working and self._found is not None)
        self.again.setVisible(not is_working and self._found is not None and self._inquiry.in_training)
        if not is_working and self._found is not None:
            self._say_line()

    # -- what is shown

    def picture(self) -> QImage | None:
        return self.plot.grab().toImage() if self._stack.currentWidget() is self._parts else None

    def _say_title(self) -> None:
        if self._look is not None:
            self.title.setText(called(self._look.description, self._layer))

    def _say_line(self) -> None:
        found = self._found
        if found is None or found.plane is None:
            return
        parts = [self.tr("{count} test pictures").format(count=formatting.count(len(found.labels)))]
        if found.plane.kept is not None:
            kept = formatting.percent(found.plane.kept)
            parts.append(self.tr("{share} of the variance is in this plane").format(share=kept))
        elif found.done < found.total:
            done, total = formatting.count(found.done), formatting.count(found.total)
            parts.append(self.tr("step {done} of {total}").format(done=done, total=total))
        else:
            parts.append(self.tr("near pictures are near; distances between groups mean nothing"))
        if found.step is not None:
            parts.append(self.tr("the network after step {step}").format(step=formatting.count(found.step)))
        self.line.setText("  ·  ".join(parts))

    def _name(self, index: int) -> str:
        assert self._found is not None and self._look is not None
        return self._look.classes[int(self._found.labels[index])]

    def _hover(self, index: int) -> None:
        if index < 0 or self._found is None:
            self._say_line()
            self._show_wall(self.plot.within)
        else:
            self.line.setText(self._name(index))
            self._show_pictures([index])

    def _choose(self, index: int) -> None:
        """A point that was clicked or walked to."""
        if not len(self.plot.within):
            self._show_pictures([index])
        self.line.setText(self._name(index))

    def _show_wall(self, within: NDArray[np.integer]) -> None:
        if len(within):
            self._show_pictures(within.tolist())
            self._say_caught(within)
        else:
            self._show_pictures([self.plot.current] if self.plot.current >= 0 else [])

    def _say_caught(self, within: NDArray[np.integer]) -> None:
        """How many of which classes are in the lasso."""
        assert self._found is not None and self._look is not None
        numbers, counts = np.unique(self._found.labels[within], return_counts=True)
        order = np.argsort(-counts, kind="stable")
        parts = [f"{counts[place]} {self._look.classes[int(numbers[place])]}" for place in order]
        self.line.setText(", ".join(parts))

    def _show_pictures(self, indices: list[int]) -> None:
        if self._found is None or self._look is None:
            return
        self._shown = indices[:MOST_TILES]
        pictures = self._found.pictures
        self.wall.set_tiles([Tile(array_image(pictures[index]), None, self._name(index)) for index in self._shown])

    def _pin(self, number: int) -> None:
        if self._found is None or self._look is None:
            return
        index = self._shown[number]
        caption, picture = self._name(index), self._found.pictures[index]
        if picture.shape == self._look.picture.shape:
            self.picture_chosen.emit(picture.copy(), caption)
            return
        self._inquiry.stream(
            partial(self._desk.original, index=index),
            lambda original: self.picture_chosen.emit(original, caption),
            lambda: None,
            self.line.setText,
            owner=self._fetcher,
        )

    # -- building

    def _connect(self) -> None:
        self.method.chosen.connect(self.look_again)
        self.again.clicked.connect(self.look_again)
        self.cancel.clicked.connect(self.give_up)
        self.waiting.cancelled.connect(self.give_up)
        self.waiting.retried.connect(self.look_again)
        self.plot.hovered.connect(self._hover)
        self.plot.chosen.connect(self._choose)
        self.plot.caught.connect(self._show_wall)
        self.legend.entered.connect(self.plot.mean)
        self.wall.picked.connect(self._pin)

    def _lay_out(self) -> None:
        self.title.setFont(theme.font(bold=True))
        self.line.setFont(theme.font("small", figures=True))
        header = QHBoxLayout()
        header.setSpacing(8)
        header.addWidget(self.title)
        header.addSpacing(8)
        header.addWidget(self.line, 1)
        for part in (self.cancel, self.again, self.method):
            header.addWidget(part)
        self._parts = QWidget()
        columns = QHBoxLayout(self._parts)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(16)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.plot)
        split.addWidget(self.wall)
        split.setSizes([640, 280])
        split.setStretchFactor(0, 1)
        columns.addWidget(split, 1)
        columns.addWidget(self.legend, 0, Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        for place in (self.waiting, self._parts):
            self._stack.addWidget(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(header)
        column.addWidget(self._stack, 1)
        for name, part in {"embeddingMethod": self.method, "embeddingPlot": self.plot}.items():
            part.setObjectName(name)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.method.set_texts((self.tr("Principal components"), self.tr("Neighbours")))
        self.method.setAccessibleName(self.tr("How the plane is found"))
        self.method.setToolTip(
            self.tr("Principal components: the plane in which the pictures differ most. Neighbours: t-SNE")
        )
        self.again.setText(self.tr("Look again"))
        self.cancel.setText(self.tr("Cancel"))
        self.plot.setAccessibleName(self.tr("Test pictures as points: arrows walk, a drag catches some, Esc lets go"))
        self.plot.setToolTip(self.tr("A click shows a picture; draw a line around points to see them together"))
        self.wall.setAccessibleName(self.tr("The pictures that were chosen"))
        self.legend.setAccessibleName(self.tr("The classes and their marks"))
        self._say_title()
        self._say_line()
