"""A layer while it learns: its weights, gradients and activations, how they spread now and over the run."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from alexnet_gui import theme
from alexnet_gui.run import layer_words
from alexnet_gui.run.spread_history import SpreadHistory
from alexnet_gui.widgets.elided_label import ElidedLabel
from alexnet_gui.widgets.histogram_view import HistogramView
from alexnet_gui.widgets.spread_map import SpreadMap
from core.events import Watched
from core.layer_figures import Histogram, LayerFigures

KINDS = ("weights", "gradients", "activations")
_NAME = 132  # pixels for what is said of the layer


class LayerCard(QFrame):
    """Shows one layer of the looks into a network. ``picked(look)`` for one that the mouse is pressed on."""

    picked = Signal(int)

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        """`number`: which of the layers it is."""
        super().__init__(parent)
        self._number = number
        self._layer: LayerFigures | None = None
        self._histories = {kind: SpreadHistory(number, kind) for kind in KINDS}
        self.setObjectName("layerCard")
        self.setProperty("card", True)
        self._name = QLabel()
        self._name.setFont(theme.font(bold=True))
        self._kind, self._gradient, self._update, self.dead = (QLabel(wordWrap=True) for _ in range(4))
        for label in (self._kind, self._gradient, self._update):
            label.setFont(theme.font("small", figures=True))
            label.setProperty("muted", True)
        self.dead.setObjectName("dead")
        self.dead.setFont(theme.font("small", figures=True))
        self.spreads = {kind: _Spreading() for kind in KINDS}
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._name, self._kind, self._gradient, self._update, self.dead):
            label.setFixedWidth(_NAME)
            words.addWidget(label)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GRID, 6, theme.GRID, 6)
        row.setSpacing(2 * theme.GRID)
        row.addLayout(words)
        for spread in self.spreads.values():
            row.addWidget(spread, 1)
            spread.map.picked.connect(self.picked)

    def show_looks(self, looks: Sequence[Watched], chosen: int) -> None:
        """All of `looks`, and the figures of the one that is `chosen`."""
        layer = looks[-1].layers[self._number].kind
        for kind, spread in self.spreads.items():
            source = partial(self._histories[kind].of, looks, len(looks))
            spread.map.set_source(source, len(looks), layer)
        self.choose(looks, chosen)

    def choose(self, looks: Sequence[Watched], chosen: int) -> None:
        """Another one of the same looks."""
        self._layer = looks[chosen].layers[self._number]
        for kind, spread in self.spreads.items():
            spread.show_histogram(getattr(self._layer, kind), self._layer.kind)
            spread.map.set_cursor(chosen)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        layer = self._layer
        if layer is None:
            return
        self._name.setText(layer.name)
        self._kind.setText(layer_words.kind_in_words(layer.kind))
        gradient, update = layer_words.norms_in_words(layer)
        self._gradient.setText(gradient)
        self._update.setText(update)
        self._say_dead(layer)
        names = {
            "weights": self.tr("Weights"),
            "gradients": self.tr("Gradients"),
            "activations": self.tr("Activations"),
        }
        for kind, spread in self.spreads.items():
            spread.say(names[kind], layer.name, layer_words.zeros_in_words(getattr(layer, kind).zeros))

    def _say_dead(self, layer: LayerFigures) -> None:
        is_bad = layer_words.many_dead(layer)
        self.dead.setText(("⚠ " if is_bad else "") + layer_words.dead_in_words(layer))
        self.dead.setProperty("bad", is_bad)
        self.dead.style().polish(self.dead)
        self.dead.setToolTip(
            self.tr(
                "Their output was 0 for all pictures looked at, so they pass on no gradient and do not learn. A lower "
                "learning rate or another initialisation keeps more of them alive."
            )
        )


class _Spreading(QWidget):
    """One of a layer's kinds of values: a title, the histogram, the map over time."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._zeros = ElidedLabel(), ElidedLabel()
        for label in (self._title, self._zeros):
            label.setFont(theme.font("small", figures=True))
            label.setProperty("muted", True)
        self._zeros.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.histogram, self.map = HistogramView(), SpreadMap()
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._zeros, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.histogram)
        column.addWidget(self.map)

    def show_histogram(self, histogram: Histogram, kind: str) -> None:
        self.histogram.set_histogram(histogram.low, histogram.high, histogram.bins, kind)

    def say(self, title: str, layer: str, zeros: str) -> None:
        self._title.setText(title)
        self._zeros.setText(zeros)
        self.histogram.setAccessibleName(f"{title}, {layer}")
        self.map.setAccessibleName(self.tr("{title} over the run, {layer}").format(title=title, layer=layer))
        self.map.setAccessibleDescription(zeros)
