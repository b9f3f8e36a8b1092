"""A run in its layers: weights, gradients and activations at every look into them, and the units that died."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from alexnet_gui import formatting, theme
from alexnet_gui.pages.layer_card import LayerCard
from alexnet_gui.pages.run_view import RunView
from alexnet_gui.run.run_state import RunState
from alexnet_gui.widgets.moment_slider import MomentSlider
from core.events import Watched


class TrainLayers(RunView):
    """Follows a `RunState`: shows the newest look until a person moves the slider to an earlier one."""

    def __init__(self, state: RunState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._folder: Path | None = None
        self._shown: tuple[int, int] = (-1, 0)  # the version of the state, and how many looks
        self._line = QLabel()
        self._line.setFont(theme.font(figures=True))
        self.slider = MomentSlider()
        self.slider.setObjectName("look")
        self.slider.setPageStep(5)
        self.slider.valueChanged.connect(self._show_chosen)
        self._nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.cards: list[LayerCard] = []
        self._lay_out()
        self._retranslate()
        self.follow()

    @property
    def chosen(self) -> Watched | None:
        """The look that is shown."""
        looks = self._state.looks
        return looks[min(self.slider.value(), len(looks) - 1)] if looks else None

    def follow(self) -> None:
        state, looks = self._state, self._state.looks
        self._stack.setCurrentIndex(1 if looks else 0)
        if (state.version, len(looks)) == self._shown:
            return
        self._shown = state.version, len(looks)
        self.slider.follow(len(looks), anew=self._folder != state.folder)
        self._folder = state.folder
        if looks:
            self._make_cards(len(looks[-1].layers))
            for card in self.cards:
                card.show_looks(looks, self.slider.value())
            self._say()

    def _show_chosen(self) -> None:
        for card in self.cards:
            card.choose(self._state.looks, self.slider.value())
        self._say()

    def _make_cards(self, count: int) -> None:
        while len(self.cards) < count:
            card = LayerCard(len(self.cards))
            card.picked.connect(self.slider.setValue)
            self.cards.append(card)
            self._column.insertWidget(len(self.cards) - 1, card)
        while len(self.cards) > count:
            card = self.cards.pop()
            card.hide()
            card.deleteLater()

    def _say(self) -> None:
        look = self.chosen
        if look is None:
            return
        text = self.tr("Step {step} · look {number} of {count}").format(
            step=formatting.count(look.step),
            number=formatting.count(self.slider.value() + 1),
            count=formatting.count(len(self._state.looks)),
        )
        self._line.setText(text)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * theme.GRID)
        head.addWidget(self._line)
        head.addWidget(self.slider, 1)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GRID)
        self._column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inner)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(whole)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _retranslate(self) -> None:
        self._nothing.setText(
            self.tr("Now and then a step is looked into: how weights, gradients and activations of each layer spread.")
        )
        self._scroll.setAccessibleName(self.tr("Layers"))
        self.slider.setAccessibleName(self.tr("Step that was looked into"))
        self.slider.setToolTip(self.tr("Which look is shown; at its end the slider follows the run"))
        self._say()
