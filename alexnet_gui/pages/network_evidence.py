"""The Evidence view of the Network page: what in the picture speaks for a class, by five methods side by side."""

from collections import OrderedDict
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QImage
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from alexnet_gui import formatting, theme
from alexnet_gui.figure.evidence_colors import ramp
from alexnet_gui.figure.evidence_desk import Begun, Evidence, News, Progress, find_evidence
from alexnet_gui.figure.map_desk import Look
from alexnet_gui.figure.network_figure import INPUT, maps_behind
from alexnet_gui.pages.evidence_cards import EvidenceCards
from alexnet_gui.pages.network_inquiry import NetworkInquiry
from alexnet_gui.widgets.array_image import array_image
from alexnet_gui.widgets.class_choice import ClassChoice
from alexnet_gui.widgets.color_legend import ColorLegend
from alexnet_gui.widgets.elided_label import ElidedLabel

KEPT = 200  # answers; one for AlexNet is 200 kB
OPACITY = 50  # percent, to begin with


@dataclass(frozen=True, slots=True)
class Wish:
    """What evidence is asked for; the logits stand for the weights."""

    logits: bytes | None  # None: of a network in training
    picture: bytes
    label: str | None  # None: the class that wins when it is computed
    layer: str | None


class EvidenceView(QWidget):
    """Asks anew for another picture, class or network; of a network in training only when a person wishes it, as the
    answer takes longer than a step."""

    def __init__(self, inquiry: NetworkInquiry) -> None:
        super().__init__()
        self._inquiry = inquiry
        self._look: Look | None = None
        self._layer: str | None = None  # whose maps Grad-CAM weighs, None for the usual
        self._chosen = False  # a layer in the figure
        self._wished: Wish | None = None  # what the cards are about
        self._busy = False  # the answers are on their way
        self._kept: OrderedDict[tuple[object, ...] | None, Evidence] = OrderedDict()
        self.classes, self.opacity = ClassChoice(), QSlider(Qt.Orientation.Horizontal)
        self.moment, self.again, self.cancel, self.back = ElidedLabel(), QPushButton(), QPushButton(), QToolButton()
        self._classes_label, self._opacity_label = QLabel(), QLabel()
        self.cards = EvidenceCards()
        self.figures, self.legend = ElidedLabel(), ColorLegend(ramp=ramp)
        self._lay_out()
        self._connect()
        self._retranslate()
        self.opacity.setValue(OPACITY)
        self._set_busy(False)

    # -- what is shown

    def show_layer(self, look: Look, name: str) -> None:
        self._look = look
        # the page opens at the first layer, whose maps say least of a class: that is no choice until another was made
        self._chosen = self._chosen or name not in (INPUT, look.description.layers[0].name)
        self._layer = maps_behind(look.description, name) if self._chosen else None
        logits = look.maps[look.description.layers[-1].name].astype(np.float64)
        powers = np.exp(logits - logits.max())
        self.classes.set_classes(look.classes, powers / powers.sum())
        self._wish()

    def picture(self) -> QImage | None:
        return self.cards.picture()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is under way gives way to the view that comes in front, whose questions would wait for it."""
        super().hideEvent(event)
        if self._busy and not event.spontaneous():
            self._inquiry.forget(self)
            self._wished = None  # it is asked for anew when the view comes back
            self._set_busy(False)

    def compute_anew(self) -> None:
        """Ask again: a network in training has changed."""
        self._wished = None
        self._wish()

    # -- questions

    def _wish(self) -> None:
        """Show what is known of this picture, class and layer, and ask for the rest."""
        look = self._look
        if look is None or (wish := self._wish_of(look)) == self._wished:
            return
        self._wished = wish
        self._show_picture(look.picture)
        for card in self.cards.cards:
            card.show_evidence(self._kept.get(self._key(card.method)), look.description)
        missing = self.cards.unanswered
        for card in missing:
            card.show_progress(0)
        self.moment.setText("")
        self._inquiry.forget(self)
        self._set_busy(bool(missing))
        if missing:
            question = partial(
                find_evidence, methods=[card.method for card in missing], label=wish.label, layer=wish.layer
            )
            self._inquiry.stream(question, self._take, self._end, self._fail, owner=self)
        self.cards.refresh()

    def _wish_of(self, look: Look) -> "Wish":
        """Of a network in training neither the logits nor which class wins count: they change all the time."""
        if self._inquiry.in_training:
            return Wish(None, look.picture.tobytes(), self.classes.label, self._layer)
        logits = look.maps[look.description.layers[-1].name]
        return Wish(logits.tobytes(), look.picture.tobytes(), self.classes.meant, self._layer)

    def _key(self, method: str) -> tuple[object, ...] | None:
        """By which an answer is kept: only Grad-CAM asks for a layer. None where it is not to be kept."""
        wish = self._wished
        if wish is None or wish.logits is None:
            return None
        return wish.logits, wish.picture, wish.label, method, wish.layer if method == "grad-cam" else None

    # -- answers

    def _take(self, news: News) -> None:
        if isinstance(news, Progress):
            self.cards.of(news.method).show_progress(news.share)
        elif isinstance(news, Evidence):
            self._keep(news)
            assert self._look is not None
            self.cards.of(news.method).show_evidence(news, self._look.description)
            self.cards.refresh()
        elif isinstance(news, Begun):
            self._begin(news)

    def _begin(self, news: Begun) -> None:
        assert self._look is not None
        if news.step is not None:
            text = self.tr("{label}, at step {step}")
            step = formatting.count(news.step)
            self.moment.setText(text.format(label=self._look.classes[news.target], step=step))
        elif news.title != self._look.title or not np.array_equal(news.picture, self._look.picture):
            self._inquiry.forget(self)  # another network or picture is picked already: a look at it is on its way
            self._wished = None
            return
        self._show_picture(news.picture)

    def _show_picture(self, picture: NDArray[np.uint8]) -> None:
        """Enlarged as the network gets it, so that it stays the same when a map of that size comes to lie over it."""
        assert self._look is not None
        side, smooth = self._look.description.input_shape[1], Qt.TransformationMode.SmoothTransformation
        image = array_image(picture).scaled(side, side, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        self.cards.set_picture(image)

    def _keep(self, evidence: Evidence) -> None:
        if key := self._key(evidence.method):
            self._kept[key] = evidence
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)

    def _end(self) -> None:
        self._set_busy(False)

    def _fail(self, sentence: str) -> None:
        self._leave_off(sentence)

    def _give_up(self) -> None:
        self._inquiry.forget(self)
        self._leave_off(self.tr("Given up."))

    def _leave_off(self, sentence: str) -> None:
        """Say in the cards that got no answer why not; what is asked for next, is asked for anew."""
        for card in self.cards.unanswered:
            card.say(sentence)
        self.cards.refresh()
        self._set_busy(False, again=True)

    def _set_busy(self, busy: bool, *, again: bool = False) -> None:
        self._busy = busy
        self.cancel.setVisible(busy)
        self.again.setVisible(not busy and (again or self._inquiry.in_training))

    # -- looks

    def _connect(self) -> None:
        self.classes.picked.connect(self._wish)
        self.opacity.valueChanged.connect(lambda percent: self.cards.set_opacity(percent / 100))
        self.again.clicked.connect(self.compute_anew)
        self.cancel.clicked.connect(self._give_up)
        self.back.clicked.connect(self.cards.close_large)
        self.cards.enlarged.connect(self.back.setVisible)
        self.cards.read.connect(self.figures.setText)

    def _lay_out(self) -> None:
        self._classes_label.setBuddy(self.classes)
        self._opacity_label.setBuddy(self.opacity)
        self.opacity.setRange(0, 100)
        self.opacity.setFixedWidth(120)
        self.back.hide()
        self.back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        for label in (self.moment, self.figures):
            label.setFont(theme.font("small", figures=True))
            label.setProperty("muted", True)
        header = QHBoxLayout()
        header.setSpacing(theme.GRID)
        for part in (self.back, self._classes_label, self.classes, self._opacity_label, self.opacity):
            header.addWidget(part)
        header.addWidget(self.moment, 1)
        header.addWidget(self.again)
        header.addWidget(self.cancel)
        footer = QHBoxLayout()
        footer.setSpacing(2 * theme.GRID)
        footer.addWidget(self.figures, 1)
        footer.addWidget(self.legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.GRID, 0, 0)
        column.setSpacing(theme.GRID)
        column.addLayout(header)
        column.addWidget(self.cards, 1)
        column.addLayout(footer)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._classes_label.setText(self.tr("What speaks for:"))
        self.classes.setAccessibleName(self.tr("The class that the evidence is about"))
        self._opacity_label.setText(self.tr("Opacity:"))
        self.opacity.setAccessibleName(self.tr("Opacity of the evidence"))
        self.again.setText(self.tr("Compute anew"))
        self.cancel.setText(self.tr("Cancel"))
        self.back.setText(self.tr("← All methods"))
        self.back.setToolTip(self.tr("Back to all methods (Esc)"))
        self.legend.set_ends(self.tr("against"), self.tr("for the class"))
        self.legend.setAccessibleName(self.tr("Colour legend"))
