"""The arithmetic behind one unit: where it is, and step by step how its value comes about."""

from functools import partial
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from alexnet_gui import theme
from alexnet_gui.figure import arithmetic_words as words
from alexnet_gui.figure.arithmetic_stops import Stop, What, stops_of, terms_of
from alexnet_gui.figure.map_desk import Look
from alexnet_gui.figure.map_statistics import most_varied
from alexnet_gui.figure.network_figure import INPUT, activation_after, origin_of
from alexnet_gui.figure.unit_look import UnitLook, look_at_unit
from alexnet_gui.pages.arithmetic_function import FormulaDisplay, WindowDisplay
from alexnet_gui.pages.arithmetic_patch import PatchDisplay
from alexnet_gui.pages.arithmetic_place import UnitPlace
from alexnet_gui.pages.arithmetic_table import AnswerDisplay, TermsTable
from alexnet_gui.pages.network_inquiry import NetworkInquiry
from alexnet_gui.pages.network_layers import LayerMaps, maps_of
from alexnet_gui.widgets.elided_label import ElidedLabel
from alexnet_gui.widgets.step_player import StepPlayer
from core.arithmetic.parts import Convolution, Part, Pooling, Unit, WeightedSum


class ArithmeticView(QWidget):
    """Shows one unit of the layer that is open. ``layer_wanted(name)`` when the way leads to another layer."""

    layer_wanted = Signal(str)

    def __init__(self, inquiry: NetworkInquiry) -> None:
        super().__init__()
        self._inquiry = inquiry
        self._look: Look | None = None  # of the page
        self._layer = ""
        self._unit: Unit = ()
        self._units: dict[str, Unit] = {}  # that were chosen before, by layer
        self._shown: UnitLook | None = None
        self._stops: tuple[Stop, ...] = ()
        self.place = UnitPlace()
        self.chain, self.sentence, self.result = QLabel(), ElidedLabel(), QLabel()
        self.player = StepPlayer()
        self.products, self.terms, self.window_display = PatchDisplay(), TermsTable(), WindowDisplay()
        self.formula, self.answer = FormulaDisplay(), AnswerDisplay()
        self._complaint = QLabel()
        self._lay_out()
        self._connect()
        self._retranslate()

    # -- what is shown

    @property
    def shown(self) -> UnitLook | None:
        """The unit that is shown; None before the first one."""
        return self._shown

    @property
    def unit(self) -> Unit:
        """The unit that is chosen; its arithmetic may still be on its way."""
        return self._unit

    def choose(self, layer: str, unit: Unit, *, after: bool) -> None:
        """When `layer` is shown next, show this unit of it; `after` its activation, where it has one."""
        self.place.set_after(after)
        self._units[layer] = self._unit = unit

    def show_layer(self, look: Look, name: str) -> None:
        self._look = look
        if name == INPUT:
            self._layer = name
            self._inquiry.forget(self)
            self._complain(self.tr("Nothing is computed in the picture itself: click a layer behind it."))
            return
        maps = self._maps_of(name)
        if name != self._layer or not _fits(self._unit, maps.values.shape):
            kept = self._units.get(name, ())
            self._unit = kept if _fits(kept, maps.values.shape) else _strongest(maps)
        self._layer = name
        self.place.offer(maps, self._unit)
        self._ask()

    def picture(self) -> QImage | None:
        return self.grab().toImage() if self._shown is not None else None

    def _maps_of(self, name: str) -> LayerMaps:
        assert self._look is not None
        return maps_of(self._look, name, after=self.place.is_after)

    def _ask(self) -> None:
        """Compute the unit that is chosen."""
        if self._look is None or not self._unit or self._layer == INPUT:
            return
        self._units[self._layer] = self._unit
        description = self._look.description
        activation = activation_after(description, self._layer) if self.place.is_after else None
        question = partial(look_at_unit, activation or self._layer, self._unit)
        self._inquiry.ask(question, self._take, self._complain, owner=self)

    def _complain(self, sentence: str) -> None:
        self.player.pause()
        self._complaint.setText(sentence)
        self._stack.setCurrentWidget(self._complaint)

    def _take(self, found: UnitLook) -> None:
        stops = stops_of(found.trace, answers=found.answer is not None, knows_truth=found.truth is not None)
        other = self._shown is None or stops != self._stops or found.trace.last.layer != self._shown.trace.last.layer
        self._shown, self._stops = found, stops
        self._stack.setCurrentWidget(self._whole)
        self.place.show_unit(found, self._maps_of(self._layer))
        self.player.set_count(len(stops), anew=other)
        self.player.slider.set_terms(*terms_of(found.trace, stops))
        short, full = words.result_text(found)
        self.result.setText(short)
        self.result.setToolTip(full)
        self._show_stop()

    def _show_stop(self) -> None:
        found = self._shown
        if found is None:
            return
        stop = self._stops[self.player.position]
        part = found.trace.parts[stop.part]
        self._say_chain(found, stop)
        self.sentence.setText(words.stop_text(found, stop))
        if stop.what in (What.SOFTMAX, What.LOSS):
            self.answer.show_look(found)
            display: QWidget = self.answer
        elif isinstance(part, WeightedSum):
            self.terms.show_stop(part, stop)
            display = self.terms
        elif isinstance(part, Convolution) and stop.what is What.CHANNEL:
            self.products.show_channel(part, stop.index, leads_back=self._origin(part) is not None)
            display = self.products
        elif isinstance(part, Pooling):
            self.window_display.show_part(part)
            display = self.window_display
        else:
            self.formula.show_part(part)
            display = self.formula
        self._displays.setCurrentWidget(display)

    def _say_chain(self, found: UnitLook, present: Stop) -> None:
        """All that is done, as words to click, what is shown in bold."""
        color = theme.colors().text
        links = []
        for number, (what, part, text) in enumerate(words.chain(found)):
            answers = present.what in (What.SOFTMAX, What.LOSS)
            is_present = what is present.what if answers else what is What.FUNCTION and part == present.part
            weight = "600" if is_present else "400"
            style = f"color: {color}; text-decoration: none; font-weight: {weight}"
            links.append(f'<a href="{number}" style="{style}">{escape(text)}</a>')
        self.chain.setText(" → ".join(links))

    # -- what a person does

    def _go_to(self, link: str) -> None:
        """To the first stop of a part of the chain."""
        if self._shown is None:
            return
        what, part, _ = words.chain(self._shown)[int(link)]
        for number, stop in enumerate(self._stops):
            if stop.what is what if what in (What.SOFTMAX, What.LOSS) else stop.part == part:
                self.player.go_to(number)
                return

    def _choose(self, unit: Unit) -> None:
        self._unit = unit
        self._ask()

    def _origin(self, part: Part) -> str | None:
        """The layer that a part's input comes from; None where it is the picture."""
        return origin_of(self._look.description, part.layer) if self._look is not None else None

    def _go_back(self, unit: Unit) -> None:
        """To the unit of the layer before that a value came from."""
        if self._shown is None:
            return
        origin = self._origin(self._shown.trace.parts[self._stops[self.player.position].part])
        if origin is not None:
            self.choose(origin, unit, after=True)
            self.layer_wanted.emit(origin)

    # -- looks

    def _connect(self) -> None:
        self.place.chosen.connect(self._choose)
        self.place.after_toggled.connect(self._ask)
        self.player.moved.connect(self._show_stop)
        self.chain.linkActivated.connect(self._go_to)
        for display in (self.products, self.terms, self.window_display):
            display.source_wanted.connect(self._go_back)

    def _lay_out(self) -> None:
        self.chain.setWordWrap(True)
        self.chain.setFont(theme.font(figures=True))
        self.chain.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.sentence.setFont(theme.font("small", figures=True))
        self.result.setFont(theme.font(figures=True, bold=True))
        self._complaint.setWordWrap(True)
        self._complaint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._displays = QStackedWidget()
        for display in (self.products, self.terms, self.window_display, self.formula, self.answer):
            self._displays.addWidget(display)
        self._whole = QWidget()
        sides = QHBoxLayout(self._whole)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(2 * theme.GRID)
        sides.addWidget(self.place, 1)
        sides.addLayout(self._right(), 3)
        self._stack = QStackedWidget()
        for place in (self._complaint, self._whole):
            self._stack.addWidget(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.GRID, 0, 0)
        column.addWidget(self._stack)

    def _right(self) -> QVBoxLayout:
        """How its value comes about."""
        footer = QHBoxLayout()
        footer.setSpacing(2 * theme.GRID)
        footer.addWidget(self.player, 1)
        footer.addWidget(self.result)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.chain)
        column.addWidget(self.sentence)
        column.addWidget(self._displays, 1)
        column.addLayout(footer)
        return column

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange and self._shown is not None:
            self._say_chain(self._shown, self._stops[self.player.position])

    def _retranslate(self) -> None:
        if self._look is not None and self._layer:
            self.show_layer(self._look, self._layer)


def _fits(unit: Unit, shape: tuple[int, ...]) -> bool:
    return len(unit) == len(shape) and all(place < size for place, size in zip(unit, shape, strict=True))


def _strongest(maps: LayerMaps) -> Unit:
    """The unit to begin with: the largest of the map that varies most."""
    values = maps.values
    if values.ndim == 1:
        return (int(values.argmax()),)
    channel = most_varied(values)
    row, column = divmod(int(values[channel].argmax()), values.shape[2])
    return channel, row, column
