"""What the network makes of one picture: the picture, what the network sees of it, the ranked guesses."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from alexnet_gui import theme
from alexnet_gui.figure.evidence_colors import overlay, strongest
from alexnet_gui.pictures.classifier_desk import Answer
from alexnet_gui.widgets.elided_label import ElidedLabel
from alexnet_gui.widgets.picture_view import PictureView
from alexnet_gui.widgets.segments import Segments
from alexnet_gui.widgets.top_k_bars import TopKBars

OPACITY = 0.5  # of what speaks for the guess: the picture stays whole where nothing does
ADAPT: tuple[bool | None, ...] = (None, True, False)  # the states of the switch

_STEPS: dict[str, Any] = {  # of core.data.preparation.Prepared
    "trimmed": QT_TRANSLATE_NOOP("steps", "border trimmed"),
    "grey": QT_TRANSLATE_NOOP("steps", "made grey"),
    "resized": QT_TRANSLATE_NOOP("steps", "resized"),
    "sharpened": QT_TRANSLATE_NOOP("steps", "sharpened"),
    "negated": QT_TRANSLATE_NOOP("steps", "negated"),
    "levelled": QT_TRANSLATE_NOOP("steps", "background made black"),
    "centred": QT_TRANSLATE_NOOP("steps", "centred"),
    "cropped": QT_TRANSLATE_NOOP("steps", "cut to a square"),
}


def step_text(step: str) -> str:
    """A step of the preparation in a person's words; an unknown one as it is."""
    return QCoreApplication.translate("steps", _STEPS[step]) if step in _STEPS else step


class ResultPanel(QWidget):
    """Shows an answer. ``adapt_changed()``: the switch; ``wanted_in_network()``: the button."""

    adapt_changed = Signal()
    wanted_in_network = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: Answer | None = None
        self._caption, self._seen_title, self._guesses_title = ElidedLabel(), QLabel(), QLabel()
        self._steps, self._complaint, self._by, self._because = QLabel(), QLabel(), QLabel(), QLabel()
        self._evidence: NDArray[np.float32] | None = None  # for the first guess
        self.picture = PictureView()
        self.seen = PictureView(pixel_exact=True)
        self.bars = TopKBars()
        self.why, self._switch_label = QCheckBox(), QLabel()
        self.switch = Segments(["", "", ""])
        self.show_in_network = QPushButton()
        self.switch.chosen.connect(self.adapt_changed)
        self.why.toggled.connect(self._hide_why)
        self.show_in_network.clicked.connect(self.wanted_in_network)
        self._name_parts()
        self._lay_out()
        self._retranslate()
        self._dress()

    @property
    def adapt(self) -> bool | None:
        """As for `core.data.preparation.Preparation.from_picture`."""
        return ADAPT[self.switch.index]

    @property
    def answer(self) -> Answer | None:
        """What is shown, None where a sentence is."""
        return self._answer

    def show_answer(self, answer: Answer, caption: str, truth: str | None) -> None:
        """Show an answer; `truth` is the picture's class where it is known."""
        self._answer, self._evidence = answer, None
        self.picture.set_picture(answer.picture)
        self.seen.set_picture(answer.seen)
        self._set_caption(caption)
        self.bars.set_guesses(answer.guesses, truth=truth)
        self._complaint.setText(answer.complaint)
        self._complaint.setVisible(bool(answer.complaint))
        self.show_in_network.setEnabled(True)
        self.why.setEnabled(bool(answer.guesses))
        self.switch.setEnabled(answer.seen.shape[0] == 1)  # photographs are only cut and resized
        self._say()

    def show_why(self, answer: Answer, values: NDArray[np.float32]) -> None:
        """Lay over what the network sees what speaks for its first guess, (H, W); unless the answer is an older one."""
        if answer is self._answer and self.why.isChecked():
            self._evidence = values
            self.seen.set_overlay(overlay(values, strongest(values), OPACITY))
            self._say()

    def _hide_why(self) -> None:
        self._evidence = None
        self.seen.set_overlay(QImage())
        self._say()

    def show_error(self, sentence: str, caption: str) -> None:
        """Say in the place of the picture why there is none."""
        self._answer = self._evidence = None
        self.picture.set_sentence(sentence, complaint=True)
        self.seen.set_sentence("")
        self.bars.set_guesses(())
        self._set_caption(caption)
        self._complaint.hide()
        self.show_in_network.setEnabled(False)
        self.why.setEnabled(False)
        self._say()

    def _set_caption(self, caption: str) -> None:
        self._caption.setText(caption)
        self.picture.setAccessibleDescription(caption if self._answer else self.picture.sentence)

    def _say(self) -> None:
        """The lines of words, in the present language."""
        answer = self._answer
        steps = " → ".join(step_text(step) for step in answer.steps) if answer else ""
        if answer:
            side = answer.seen.shape[1]
            size = f"{side} × {side}"
            self._steps.setText(f"{size}: {steps}" if steps else self.tr("{size}, taken as it is").format(size=size))
            self._by.setText(self.tr("Answered by {network}").format(network=answer.network) if answer.network else "")
        else:
            self._steps.setText("")
            self._by.setText("")
        self._say_why()
        self.seen.setAccessibleDescription(" ".join(filter(None, (self._steps.text(), self._because.text()))))

    def _say_why(self) -> None:
        text = ""
        if self._evidence is not None and self._answer is not None:
            found = bool(self._evidence.any())
            text = (
                self.tr("Orange speaks for {label}.")
                if found
                else self.tr("Grad-CAM finds nothing for {label}; Network shows other evidence.")
            )
            text = text.format(label=self._answer.guesses[0][0])
        self._because.setText(text)
        self._because.setVisible(bool(text))

    def _name_parts(self) -> None:
        self.picture.setObjectName("classifyPicture")
        self.seen.setObjectName("classifySeen")
        self.bars.setObjectName("classifyBars")
        self.switch.setObjectName("classifyAdapt")
        self.show_in_network.setObjectName("classifyShowInNetwork")
        self.why.setObjectName("classifyWhy")
        for label in (self._steps, self._complaint, self._by, self._because):
            label.setWordWrap(True)
        for label in (self._caption, self._seen_title, self._guesses_title):
            label.setFont(theme.font(bold=True))
        for label in (self._steps, self._by, self._because, self._switch_label):
            label.setFont(theme.font("small"))
        self._caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._complaint.hide()
        self._because.hide()

    def _lay_out(self) -> None:
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 8)
        columns.setSpacing(24)
        for parts in (
            (self._caption, self.picture),
            (self._seen_title, self.seen, self._steps, self.why, self._because, self._switch_label, self.switch),
            (self._guesses_title, self.bars, self._complaint, self._by, self.show_in_network),
        ):
            column = QVBoxLayout()
            column.setSpacing(8)
            for part in parts:
                stretch = 1 if isinstance(part, PictureView) else 0
                if part in (self.switch, self.show_in_network, self.why):  # as wide as they need, not as the column
                    column.addWidget(part, stretch, Qt.AlignmentFlag.AlignLeft)
                else:
                    column.addWidget(part, stretch)
            column.addStretch()
            columns.addLayout(column, 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _retranslate(self) -> None:
        self._seen_title.setText(self.tr("What the network sees"))
        self._guesses_title.setText(self.tr("Best guesses"))
        self._switch_label.setText(self.tr("Prepare like the data set:"))
        self.switch.set_texts([self.tr("Automatic"), self.tr("Always"), self.tr("Never")])
        self.switch.setAccessibleName(self.tr("Prepare like the data set"))
        self.show_in_network.setText(self.tr("Show in Network"))
        self.why.setText(self.tr("Why?"))
        self.why.setToolTip(
            self.tr(
                "Shows which part of the picture speaks for the first guess (Grad-CAM); Network shows more evidence"
            )
        )
        self.picture.setAccessibleName(self.tr("The picture"))
        self.seen.setAccessibleName(self.tr("What the network sees"))
        self.bars.setAccessibleName(self.tr("Best guesses"))
        self._say()

    def _dress(self) -> None:
        colors = theme.colors()
        for label, color in (
            (self._steps, colors.muted),
            (self._by, colors.muted),
            (self._because, colors.muted),
            (self._switch_label, colors.muted),
            (self._complaint, colors.bad),
        ):
            if (style := f"color: {color}") != label.styleSheet():
                label.setStyleSheet(style)
        self.show_in_network.setIcon(theme.icon("network"))
