"""What one method says of a picture: its name, the map over the picture, a line of figures."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from alexnet_gui import theme
from alexnet_gui.pages import evidence_words
from alexnet_gui.widgets.elided_label import ElidedLabel
from alexnet_gui.widgets.overlay_view import OverlayView

if TYPE_CHECKING:
    from alexnet_gui.figure.evidence_desk import Evidence
    from core.models.description import Description


class EvidenceCard(QFrame):
    """Shows the picture alone until there is `Evidence`."""

    def __init__(self, method: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.method = method
        self._evidence: Evidence | None = None
        self._description: Description | None = None
        self.setProperty("card", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # all as wide, whatever they say
        self._name, self._help = ElidedLabel(), QToolButton()
        self._name.setFont(theme.font(bold=True))
        self._help.setAutoRaise(True)
        self._help.clicked.connect(self._show_help)
        self.view, self._sentence = OverlayView(), QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.view.setObjectName(f"evidence-{method}")
        self._sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.bar, self._caption = QProgressBar(), ElidedLabel()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 100)
        self.bar.setFixedHeight(6)
        for label in (self._sentence, self._caption):
            label.setFont(theme.font("small", figures=True))
            label.setProperty("muted", True)
        self._lay_out()
        self._retranslate()
        self._dress()

    @property
    def evidence(self) -> "Evidence | None":
        """What is shown."""
        return self._evidence

    @property
    def sentence(self) -> str:
        """What stands in the place of a map."""
        return self._sentence.text() if self._upper.currentWidget() is self._sentence else ""

    @property
    def caption(self) -> str:
        return self._caption.text()

    def show_progress(self, share: float) -> None:
        """How far the method is."""
        self._lower.setCurrentWidget(self.bar)
        self.bar.setValue(round(100 * share))

    def show_evidence(self, evidence: "Evidence | None", description: "Description | None" = None) -> None:
        """What the method says; None while it has said nothing."""
        self._evidence, self._description = evidence, description
        sentence = evidence.sentence if evidence else ""
        self.view.set_map(evidence.values if evidence and not sentence else None)
        self.say(sentence)

    def say(self, sentence: str) -> None:
        """A sentence in the place of the map; "" for the map."""
        self._sentence.setText(sentence)
        self._upper.setCurrentWidget(self._sentence if sentence else self.view)
        self._lower.setCurrentWidget(self._caption)
        self._say_figures()

    def _say_figures(self) -> None:
        text = ""
        if self._evidence and self._description and not self._evidence.sentence:
            text = evidence_words.caption(self._evidence, self.view.limit, self._description)
        self._caption.setText(text)
        self.view.setAccessibleDescription(text)

    def _show_help(self) -> None:
        QToolTip.showText(self._help.mapToGlobal(QPoint(0, self._help.height())), self._help.toolTip(), self._help)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._name, 1)
        head.addWidget(self._help)
        self._upper, self._lower = QStackedWidget(), QStackedWidget()
        for part in (self.view, self._sentence):
            self._upper.addWidget(part)
        for part in (self._caption, self.bar):
            self._lower.addWidget(part)
        self._lower.setFixedHeight(self._caption.sizeHint().height())
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GRID, 4, theme.GRID, 4)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._upper, 1)
        column.addWidget(self._lower)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _retranslate(self) -> None:
        name, said = evidence_words.method_name(self.method), evidence_words.method_help(self.method)
        self._name.setText(name)
        self._help.setToolTip(f"<p>{said}</p>")  # as rich text it is broken into lines
        self._help.setAccessibleName(self.tr("What {method} says").format(method=name))
        self._help.setAccessibleDescription(said)
        self.view.setAccessibleName(name)
        self.view.setWhatsThis(said)
        self.bar.setAccessibleName(self.tr("Progress of {method}").format(method=name))
        self._say_figures()

    def _dress(self) -> None:
        self._help.setIcon(theme.icon("help", theme.colors().muted))
