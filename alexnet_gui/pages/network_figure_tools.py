"""What can be done with the figure of the Network page: coloured by a figure, searched, fitted, saved."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton

from alexnet_gui.context import Studio
from alexnet_gui.figure import heat
from alexnet_gui.figure.figure_files import save
from alexnet_gui.figure.heat import ACTIVATIONS, FIELD, MULTIPLY_ADDS, PARAMETERS, TIME, WEIGHTS
from alexnet_gui.figure.map_desk import Subject
from alexnet_gui.figure.network_figure import drawn, layer_text, names, short_count
from alexnet_gui.formatting import moment, size
from alexnet_gui.pages.network_inquiry import NetworkInquiry
from alexnet_gui.widgets.find_bar import FindBar
from alexnet_gui.widgets.heat_legend import HeatLegend
from alexnet_gui.widgets.save_dialog import ask_where
from alexnet_gui.widgets.volume_view import ZOOM_STEP, VolumeView
from core.errors import StudioError

if TYPE_CHECKING:
    from core.models.description import Description

KIND = "kind"


class FigureTools(QToolButton):
    """A menu for a figure. ``found(name)`` when a layer was looked for; ``measured()`` when `seconds` are there;
    ``failed(sentence)``. `legend` says what colours stand for, while they stand for something."""

    found = Signal(str)
    measured = Signal()
    failed = Signal(str)

    def __init__(self, studio: Studio, figure: VolumeView, inquiry: NetworkInquiry) -> None:
        super().__init__()
        self._studio, self._figure, self._inquiry = studio, figure, inquiry
        self._networks: Sequence[Description] = ()
        self._seconds: dict[str, float] = {}  # of the layers of the first network, as far as they were measured
        self._by = KIND
        self.search, self.legend = FindBar(figure), HeatLegend()
        self._find_layer, self._save = QAction(self), QAction(self)
        self._fit, self._larger, self._smaller = QAction(self), QAction(self), QAction(self)
        self._heats = {key: QAction(self, checkable=True) for key in (KIND, *heat.FIGURES)}
        self._group = QActionGroup(self)
        self._colours = QMenu(self)
        self._build()
        self._retranslate()

    @property
    def seconds(self) -> Mapping[str, float]:
        """What each layer of the network takes for the picture, forward; empty before it was measured."""
        return self._seconds

    def show_networks(self, networks: Sequence["Description"]) -> None:
        """These are drawn in the figure now, the one that is looked into first."""
        is_other = not self._networks or networks[0] != self._networks[0]
        self._networks = networks
        if is_other:
            self._seconds = {}
            self.measured.emit()
            if self._by == TIME:
                self.measure()
        first = networks[0]
        called = dict(zip((layer.name for layer in drawn(first)), names(drawn(first)), strict=True))
        texts = (f"{called.get(layer.name, layer.kind)} · {layer_text(layer)} · {layer.name}" for layer in first.layers)
        self.search.offer(list(texts))
        self._show_heat()

    def colour_by(self, figure: str) -> None:
        """Colour the layers by a figure, or by their `KIND`."""
        self._by = figure
        self._heats[figure].setChecked(True)
        if figure == TIME:
            self.measure()
        self._show_heat()

    def measure(self) -> None:
        """Measure how long each layer takes, unless that was done."""
        if not self._seconds:
            self._inquiry.stream(_times, self._take_times, lambda: None, self.failed.emit, owner=self)

    def save_figure(self, file: Path) -> None:
        """Write the figure as it is drawn: SVG or PNG."""
        arrangement = self._figure.arrangement
        if arrangement is None:
            return
        try:
            save(self._figure.draw, QSize(round(arrangement.width), round(arrangement.height)), file)
        except StudioError as error:
            self.failed.emit(str(error))
        else:
            self._studio.message(self.tr("Saved {file}").format(file=file), "info")

    # -- behind it

    def _take_times(self, seconds: dict[str, float]) -> None:
        self._seconds = seconds
        self._show_heat()
        self.measured.emit()

    def _show_heat(self) -> None:
        networks = [
            heat.values(network, self._by, {} if number else self._seconds)
            for number, network in enumerate(self._networks if self._by != KIND else ())
        ]
        shares, largest = heat.shares(networks)
        self._figure.set_heat(shares)
        self.legend.setVisible(bool(largest))
        if largest:
            self.legend.say(self._heats[self._by].text(), _in_words(self._by, largest))

    def _ask_where(self) -> None:
        filters = {".svg": self.tr("Drawing, sharp at every size (*.svg)"), ".png": self.tr("Picture (*.png)")}
        name = " – ".join(network.model for network in self._networks)
        ask_where(self, self.tr("Save the figure"), name, filters, self.save_figure)

    def _go_to(self, number: int) -> None:
        self.found.emit(self._networks[0].layers[number].name)

    # -- building

    def _build(self) -> None:
        self.setObjectName("figureTools")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.legend.hide()
        menu = QMenu(self)
        for key, action in self._heats.items():
            self._group.addAction(action)
            self._colours.addAction(action)
            action.triggered.connect(partial(self.colour_by, key))
        self._heats[KIND].setChecked(True)
        menu.addMenu(self._colours)
        menu.addAction(self._find_layer)
        menu.addSeparator()
        menu.addActions([self._larger, self._smaller, self._fit])
        menu.addSeparator()
        menu.addAction(self._save)
        self.setMenu(menu)
        _on(self._find_layer, self.search.open, QKeySequence(QKeySequence.StandardKey.Find))
        _on(self._fit, self._figure.fit)
        _on(self._larger, lambda: self._figure.zoom_by(ZOOM_STEP))
        _on(self._smaller, lambda: self._figure.zoom_by(1 / ZOOM_STEP))
        _on(self._save, self._ask_where)
        self.search.found.connect(self._go_to)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setText(self.tr("Figure"))
        self.setToolTip(self.tr("Colour, search, fit or save the figure"))
        self._colours.setTitle(self.tr("Colour by"))
        texts = {
            KIND: self.tr("Kind of layer"),
            PARAMETERS: self.tr("Parameters"),
            MULTIPLY_ADDS: self.tr("Multiply-adds"),
            WEIGHTS: self.tr("Memory of the weights"),
            ACTIVATIONS: self.tr("Memory of the output"),
            FIELD: self.tr("Receptive field"),
            TIME: self.tr("Measured time"),
        }
        for key, text in texts.items():
            self._heats[key].setText(text)
        self._find_layer.setText(self.tr("Find a layer…"))
        self._fit.setText(self.tr("All in sight"))
        self._larger.setText(self.tr("Larger"))
        self._smaller.setText(self.tr("Smaller"))
        self._save.setText(self.tr("Save the figure…"))
        self.search.setPlaceholderText(self.tr("Name or kind of a layer"))
        self.search.setAccessibleName(self.tr("Find a layer"))
        if self._networks:
            self._show_heat()


def _on(action: QAction, do: Callable[[], object], key: QKeySequence | None = None) -> None:
    action.triggered.connect(lambda: do())
    if key:
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)


def _times(subject: Subject) -> Iterator[dict[str, float]]:
    from core.models.layer_times import layer_times

    yield layer_times(subject.module, subject.x)


def _in_words(figure: str, value: float) -> str:
    if figure == TIME:
        return moment(value)
    if figure in (WEIGHTS, ACTIVATIONS):
        return size(round(value))
    return f"{value:.0f} px" if figure == FIELD else short_count(round(value))
