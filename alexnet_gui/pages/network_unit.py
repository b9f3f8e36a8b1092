"""One unit of a layer: the pictures that excite it most, its classes, and the picture that is made for it."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from alexnet_gui import formatting, theme
from alexnet_gui.figure.colormap import limit_of
from alexnet_gui.figure.map_desk import Look
from alexnet_gui.figure.map_statistics import number_text
from alexnet_gui.figure.network_figure import INPUT, called, without_dropout
from alexnet_gui.figure.unit_desk import UnitDesk, Walk
from alexnet_gui.pages.network_inquiry import NetworkInquiry
from alexnet_gui.pages.unit_made import UnitMade
from alexnet_gui.pages.unit_tiles import classes_of, found_places, line_of, tiles_of
from alexnet_gui.widgets.elided_label import ElidedLabel
from alexnet_gui.widgets.patch_wall import PatchWall
from alexnet_gui.widgets.value_bars import ValueBars
from alexnet_gui.widgets.waiting import Waiting

COUNTS = (500, 1_000, 2_000, 5_000, 10_000)  # of pictures to walk through
_USUAL = 1


class UnitView(QWidget):
    """Walks through pictures once for all units of a layer; of a network in training when it is first shown, then when
    a person asks. ``picture_chosen(pixels, caption)``: uint8 (C, side, side)."""

    picture_chosen = Signal(object, str)

    def __init__(self, inquiry: NetworkInquiry) -> None:
        super().__init__()
        self._inquiry, self._desk = inquiry, UnitDesk()
        self._maker = QObject(self)  # asks for what is made, beside the walk
        self._fetcher = QObject(self)  # asks for a picture that was kept small
        self._look: Look | None = None
        self._layer = ""
        self._key: tuple[object, ...] = ()  # what was walked for
        self._walk: Walk | None = None
        self._walking = self._left_unmade = False
        self.title, self.unit, self._unit_label, self._of = QLabel(), QSpinBox(), QLabel(), QLabel()
        self.line, self.count, self._count_label = ElidedLabel(), QComboBox(), QLabel()
        self.cancel, self.again, self.waiting = QPushButton(), QPushButton(), Waiting()
        self.wall, self.bars, self.made = PatchWall(), ValueBars(), UnitMade()
        self._wall_title, self._bars_title = ElidedLabel(), ElidedLabel()
        self._lay_out()
        self._connect()
        self._retranslate()

    # -- what is asked for

    def show_layer(self, look: Look, name: str) -> None:
        if name != INPUT:
            name = without_dropout(look.description, name)
        if name != self._layer:
            self._set_unit(0)
        self._look, self._layer = look, name
        if name == INPUT:
            self._forget()
            self._say(self.tr("The picture itself has no units: choose a layer in the figure."))
            return
        units = look.description.layer(name).output_shape[0]
        self._set_range(units)
        self._say_title(units)
        if self._wanted != self._key:
            self.look_again()
        elif self._left_unmade:
            self._make()

    def choose_unit(self, unit: int) -> None:
        """Show this unit of the layer."""
        self.unit.setValue(unit)

    @property
    def walk(self) -> Walk | None:
        """What was found so far."""
        return self._walk

    @property
    def _wanted(self) -> tuple[object, ...]:
        return self._inquiry.generation, self._layer, self.count.currentData()

    def look_again(self) -> None:
        """Walk through the pictures, with the weights as they are now."""
        if not self._layer or self._layer == INPUT:
            return
        self._forget()
        self._key = self._wanted
        self.waiting.say(self.tr("Looking at pictures…"), busy=True)
        self._stack.setCurrentWidget(self.waiting)
        self._set_walking(True)
        question = partial(self._desk.walk, layer=self._layer, count=self.count.currentData())
        self._inquiry.stream(question, self._take, self._end_walk, self._fail, owner=self)
        if self._inquiry.in_training:
            self.made.clear()
        else:
            self._make()

    def _make(self) -> None:
        """The picture for the present unit."""
        self._left_unmade = False
        self.made.begin()
        question = partial(self._desk.make, layer=self._layer, unit=self.unit.value())
        self._inquiry.stream(question, self.made.show_made, self.made.end, self.made.end, owner=self._maker)

    def _forget(self) -> None:
        self._inquiry.forget(self)
        self._inquiry.forget(self._maker)
        self._walk, self._key = None, ()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is under way gives way to the view that comes in front, whose questions would wait for it."""
        super().hideEvent(event)
        if event.spontaneous():
            return
        if self._walking:
            self._forget()
            self._set_walking(False)
        elif self.made.busy:
            self._cancel_making()
            self._left_unmade = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._look is not None and not event.spontaneous():
            self.show_layer(self._look, self._layer)

    # -- answers

    def _take(self, walk: Walk) -> None:
        self._walk = walk
        self._set_walking(walk.excited.done < walk.excited.total)
        self._show()

    def _end_walk(self) -> None:
        self._set_walking(False)
        if self._walk is None:
            self._say(self.tr("There are no test pictures."))

    def _fail(self, sentence: str) -> None:
        self._inquiry.forget(self._maker)
        self._walk = None
        self._say(sentence, again=True)

    def _cancel_walk(self) -> None:
        self._inquiry.forget(self)
        self._set_walking(False)
        if self._walk is None:
            self._inquiry.forget(self._maker)
            self._say(self.tr("No pictures were looked at."), again=True)

    def _cancel_making(self) -> None:
        self._inquiry.forget(self._maker)
        self.made.end()

    def _change_unit(self) -> None:
        self._show()
        if self._inquiry.in_training:
            self._inquiry.forget(self._maker)
            self.made.clear()
        elif self._layer and self._layer != INPUT:
            self._make()

    # -- what is shown

    def picture(self) -> QImage | None:
        if self._stack.currentWidget() is not self._parts:
            return None
        return self._parts.grab().toImage()

    def _say(self, sentence: str, *, again: bool = False) -> None:
        self._set_walking(False)
        self.again.hide()
        self.line.setText("")
        self.waiting.say(sentence, again=again)
        self._stack.setCurrentWidget(self.waiting)

    def _show(self) -> None:
        walk, look, unit = self._walk, self._look, self.unit.value()
        if walk is None or look is None or unit >= len(walk.excited.values):
            return
        self._stack.setCurrentWidget(self._parts)
        self.wall.set_tiles(tiles_of(walk, look, self._layer, unit))
        means, labels = classes_of(walk, look.classes, unit)
        self.bars.set_values(means, labels, float(limit_of(means)), both_sides=bool((means < 0).any()))
        self._hover(-1)
        self._show_line()

    def _show_line(self) -> None:
        if self._walk is not None and self._look is not None:
            self.line.setText(line_of(self._walk, self._look, self._layer, self.unit.value()))

    def _hover(self, number: int) -> None:
        tiles = self.wall.tiles
        if 0 <= number < len(tiles):
            self._wall_title.setText(tiles[number].text)
        elif tiles and self._walk is not None:
            most = number_text(float(self._walk.excited.values[self.unit.value(), 0]))
            self._wall_title.setText(self.tr("Excite it most, up to {value}; a click pins one").format(value=most))

    def _pick(self, number: int) -> None:
        walk, look, unit = self._walk, self._look, self.unit.value()
        if walk is None or look is None:
            return
        place = int(found_places(walk, unit)[number])
        name = look.classes[int(walk.excited.labels[place])]
        caption = self.tr("{name}, excites unit {unit} of {layer}").format(name=name, unit=unit, layer=self._layer)
        picture = walk.excited.pictures[place]
        if picture.shape == look.picture.shape:
            self.picture_chosen.emit(picture.copy(), caption)
            return
        question = partial(self._desk.original, count=self.count.currentData(), place=place)
        self._inquiry.stream(
            question,
            lambda original: self.picture_chosen.emit(original, caption),
            lambda: None,
            self.line.setText,
            owner=self._fetcher,
        )

    def _set_walking(self, walking: bool) -> None:
        self._walking, has_some = walking, self._walk is not None
        self.cancel.setVisible(walking and has_some)
        self.again.setVisible(not walking and has_some and (self._inquiry.in_training or self._is_short))

    @property
    def _is_short(self) -> bool:
        """The walk was cut short."""
        return self._walk is not None and self._walk.excited.done < self._walk.excited.total

    def _set_unit(self, unit: int) -> None:
        blocked = self.unit.blockSignals(True)
        self.unit.setValue(unit)
        self.unit.blockSignals(blocked)

    def _set_range(self, units: int) -> None:
        blocked = self.unit.blockSignals(True)
        self.unit.setRange(0, units - 1)
        self.unit.blockSignals(blocked)

    def _say_title(self, units: int) -> None:
        assert self._look is not None
        self.title.setText(called(self._look.description, self._layer))
        self._of.setText(self.tr("of {count}").format(count=formatting.count(units)))

    # -- looks

    def _connect(self) -> None:
        self.unit.valueChanged.connect(lambda _: self._change_unit())
        self.count.activated.connect(lambda _: self.look_again())
        self.again.clicked.connect(self.look_again)
        self.cancel.clicked.connect(self._cancel_walk)
        self.waiting.cancelled.connect(self._cancel_walk)
        self.waiting.retried.connect(self.look_again)
        self.wall.hovered.connect(self._hover)
        self.wall.picked.connect(self._pick)
        self.made.wanted.connect(self._make)
        self.made.cancelled.connect(self._cancel_making)

    def _lay_out(self) -> None:
        self.title.setFont(theme.font(bold=True))
        self.line.setFont(theme.font("small", figures=True))
        self.unit.setWrapping(True)
        self.unit.setKeyboardTracking(False)
        self.unit.setMaximum(0)
        self._unit_label.setBuddy(self.unit)
        self._count_label.setBuddy(self.count)
        for label in (self._of, self._unit_label, self._count_label):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for count in COUNTS:
            self.count.addItem("", count)
        self.count.setCurrentIndex(_USUAL)
        header = QHBoxLayout()
        header.setSpacing(8)
        for part in (self.title, self._unit_label, self.unit, self._of):
            header.addWidget(part)
        header.addSpacing(8)
        header.addWidget(self.line, 1)
        for part in (self.cancel, self.again, self._count_label, self.count):
            header.addWidget(part)
        self._parts = QWidget()
        columns = QHBoxLayout(self._parts)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(16)
        columns.addLayout(_titled(self._wall_title, self.wall), 2)
        columns.addLayout(_titled(self._bars_title, self.bars), 3)
        columns.addWidget(self.made, 2)
        self.bars.setMinimumSize(240, 96)
        self._stack = QStackedWidget()
        for place in (self.waiting, self._parts):
            self._stack.addWidget(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(header)
        column.addWidget(self._stack, 1)
        for name, part in {"unitNumber": self.unit, "unitCount": self.count, "unitWall": self.wall}.items():
            part.setObjectName(name)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._unit_label.setText(self.tr("Unit"))
        self._count_label.setText(self.tr("Look at"))
        for number, count in enumerate(COUNTS):
            self.count.setItemText(number, self.tr("{count} pictures").format(count=formatting.count(count)))
        self.count.setAccessibleName(self.tr("How many test pictures are looked at"))
        self.unit.setAccessibleName(self.tr("Number of the unit"))
        self.unit.setToolTip(self.tr("A channel of the maps, or a neuron; up and down walk through them"))
        self.cancel.setText(self.tr("Cancel"))
        self.again.setText(self.tr("Look again"))
        self._bars_title.setText(self.tr("Mean of its maximum, by class"))
        self.wall.setAccessibleName(self.tr("The pictures that excite the unit most"))
        self.bars.setAccessibleName(self.tr("How much each class excites the unit"))
        if self._look is not None and self._layer != INPUT:
            self._say_title(self._look.description.layer(self._layer).output_shape[0])
            self._show()


def _titled(title: ElidedLabel, part: QWidget) -> QVBoxLayout:
    title.setFont(theme.font("small", bold=True))
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
    column.addWidget(part, 1)
    return column
