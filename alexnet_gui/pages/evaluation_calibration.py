"""Of an evaluation how far the network's confidence can be trusted, in a sentence and as a reliability diagram."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from alexnet_gui import theme
from alexnet_gui.formatting import percent
from alexnet_gui.widgets.reliability_diagram import ReliabilityDiagram
from core.class_scores import Calibration, calibration

if TYPE_CHECKING:
    from core.predictions import Predictions

_TRUSTED = 0.02  # an expected calibration error below this is not worth a complaint


class EvaluationCalibration(QWidget):
    """Shows the calibration of one evaluation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Calibration | None = None
        self._sentence = QLabel()
        self._sentence.setObjectName("calibration")
        self._sentence.setWordWrap(True)
        self.diagram = ReliabilityDiagram()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self._sentence)
        column.addWidget(self.diagram, 1)
        self.diagram.hide()
        self._retranslate()

    def show_predictions(self, predictions: "Predictions | None", sentence: str = "") -> None:
        """Show these, or say why there is nothing to be shown."""
        self._found = calibration(predictions) if predictions is not None and len(predictions) else None
        self.diagram.setVisible(self._found is not None)
        if self._found:
            found = self._found
            self.diagram.set_values(count=found.count, confidence=found.confidence, accuracy=found.accuracy)
        self._sentence.setText(self._words(self._found) if self._found else sentence)

    def _words(self, found: Calibration) -> str:
        if found.error < _TRUSTED:
            text = self.tr("How sure it is can be trusted: it is off by {error} on average.")
        elif found.bias > 0:
            text = self.tr("It is too sure of itself: how sure it is differs by {error} from how often it is right.")
        else:
            text = self.tr("It is too modest: how sure it is differs by {error} from how often it is right.")
        return text.format(error=percent(found.error))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.diagram.setAccessibleName(self.tr("Reliability diagram"))
        self.diagram.setToolTip(self.tr("Each bar: of the pictures at which it was so sure, how many are right"))
        if self._found:
            self._sentence.setText(self._words(self._found))
