"""The lower half of the Network page: the views of a layer, one in front, and what leads from one to another."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedWidget, QWidget

from alexnet_gui.context import Studio
from alexnet_gui.figure.map_desk import Look
from alexnet_gui.pages.layer_view import LayerView
from alexnet_gui.pages.network_arithmetic import ArithmeticView
from alexnet_gui.pages.network_embedding import EmbeddingView
from alexnet_gui.pages.network_evidence import EvidenceView
from alexnet_gui.pages.network_filters import FiltersView
from alexnet_gui.pages.network_inquiry import NetworkInquiry
from alexnet_gui.pages.network_maps import MapsPanel
from alexnet_gui.pages.network_table import LayerTable
from alexnet_gui.pages.network_unit import UnitView
from alexnet_gui.widgets.segments import Segments


class NetworkViews(QStackedWidget):
    """`switch` chooses the one in front. ``layer_wanted(name)`` when a view leads to another layer;
    ``picture_chosen(pixels, caption)``, uint8 (C, side, side), when one is to be pinned; ``came_forward()``.
    """

    layer_wanted = Signal(str)
    picture_chosen = Signal(object, str)
    came_forward = Signal()

    def __init__(self, studio: Studio, inquiry: NetworkInquiry) -> None:
        super().__init__()
        self._look: Look | None = None
        self._layer = ""
        self.maps, self.table = MapsPanel(), LayerTable()
        self.filters = FiltersView(inquiry, studio.background)
        self.units, self.embedding = UnitView(inquiry), EmbeddingView(inquiry)
        self.arithmetic, self.evidence = ArithmeticView(inquiry), EvidenceView(inquiry)
        widgets: tuple[QWidget, ...] = (
            self.maps, self.filters, self.units, self.arithmetic, self.evidence, self.embedding, self.table,
        )  # fmt: skip
        for widget in widgets:
            self.addWidget(widget)
        self._widgets = widgets
        self.switch = Segments([""] * len(widgets))
        self._connect()
        self._retranslate()

    @property
    def front(self) -> LayerView:
        """The view in front."""
        return self.currentWidget()  # type: ignore[return-value]

    def show_layer(self, look: Look, name: str) -> None:
        """Show this layer, or `INPUT`, in the view that is in front."""
        self._look, self._layer = look, name
        self.front.show_layer(look, name)

    def bring_forward(self, widget: QWidget) -> None:
        """Show the layer in this view."""
        self._raise(widget)
        if self._look is not None:
            self.front.show_layer(self._look, self._layer)
        self.came_forward.emit()

    def open(self, name: str) -> None:
        """A layer was chosen: the table, which shows all of them, gives way to its maps."""
        if self.currentWidget() is self.table:
            self._raise(self.maps)
        self.layer_wanted.emit(name)

    def _raise(self, widget: QWidget) -> None:
        self.setCurrentWidget(widget)
        self.switch.set_index(self.currentIndex())

    def picture(self) -> QImage | None:
        """What the view in front shows, for a file."""
        return self.front.picture()

    # -- from one to another

    def _connect(self) -> None:
        self.switch.chosen.connect(lambda index: self.bring_forward(self._widgets[index]))
        self.came_forward.connect(self._take_channel)
        self.table.opened.connect(self.open)
        self.maps.unit_picked.connect(self._explain)
        self.arithmetic.layer_wanted.connect(self.layer_wanted)
        self.arithmetic.place.map.closed.connect(self._back_to_maps)
        for view in (self.units, self.embedding):
            view.picture_chosen.connect(self.picture_chosen)

    def _take_channel(self) -> None:
        """The channel whose map is large is the unit that is asked about."""
        maps = self.maps
        if self.currentWidget() is self.units and maps.layer == self._layer and maps.channel is not None:
            self.units.choose_unit(maps.channel)

    def _explain(self, layer: str, unit: tuple[int, ...]) -> None:
        """A value of a map was clicked: show its arithmetic."""
        self.arithmetic.choose(layer, unit, after=self.maps.is_after)
        self.bring_forward(self.arithmetic)
        self.arithmetic.place.map.setFocus()

    def _back_to_maps(self) -> None:
        self.bring_forward(self.maps)
        self.maps.large.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        texts = (
            self.tr("Feature maps"),
            self.tr("Filters"),
            self.tr("Unit"),
            self.tr("Arithmetic"),
            self.tr("Evidence"),
            self.tr("Embedding"),
            self.tr("Table"),
        )
        self.switch.set_texts(texts)
        self.switch.setAccessibleName(self.tr("What is shown below the figure"))
