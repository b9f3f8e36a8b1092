"""The foot of the recipe: what training by it will take."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QProgressBar, QPushButton

from alexnet_gui import theme
from alexnet_gui.run.estimate_words import details_in_words, estimate_in_words, shortage_in_words
from alexnet_gui.window.estimator import Estimator


class EstimateLine(QFrame):
    """Shows an `Estimator`. Its button measures the time, or gives that up."""

    def __init__(self, estimator: Estimator) -> None:
        super().__init__()
        self.setObjectName("estimateLine")
        self._estimator = estimator
        self._text, self._shortage = QLabel(), QLabel()
        self._text.setObjectName("estimate")
        self._text.setFont(theme.font("small", figures=True))
        self._text.setMinimumHeight(2 * self._text.fontMetrics().lineSpacing())  # nothing jumps
        self._shortage.setObjectName("shortage")
        self._shortage.setFont(theme.font("small"))
        self._shortage.setProperty("bad", True)
        for label in (self._text, self._shortage):
            label.setWordWrap(True)
        self._button = QPushButton()
        self._button.setObjectName("measure")
        self._button.setFont(theme.font("small"))
        self._button.clicked.connect(self._act)
        self._bar = QProgressBar(maximum=100, textVisible=False)
        self._lay_out()
        estimator.changed.connect(self._show)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(2 * theme.GRID, 4, theme.GRID, 4)
        grid.setHorizontalSpacing(theme.GRID)
        grid.setVerticalSpacing(4)
        grid.addWidget(self._text, 0, 0)
        grid.addWidget(self._bar, 0, 0)  # in the place of the text, while there is something to measure
        grid.addWidget(self._button, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._shortage, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        policy = self._text.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._text.setSizePolicy(policy)

    @Slot()
    def _act(self) -> None:
        if self._estimator.measuring is None:
            self._estimator.measure()
        else:
            self._estimator.cancel()

    @Slot()
    def _show(self) -> None:
        found, share = self._estimator.estimate, self._estimator.measuring
        self._text.setText(self._estimator.trouble or (estimate_in_words(found) if found else ""))
        self._text.setVisible(share is None)
        self._text.setToolTip(details_in_words(found) if found else "")
        shortage = shortage_in_words(found) if found else ""
        self._shortage.setText(shortage)
        self._shortage.setVisible(bool(shortage))
        self._bar.setVisible(share is not None)
        self._bar.setValue(round(100 * (share or 0.0)))
        self._bar.setAccessibleName(self.tr("Progress of the measurement"))
        is_known = found is not None and found.pace is not None
        words = self.tr("Measure anew") if is_known else self.tr("Measure time")
        self._button.setText(words if share is None else self.tr("Cancel"))
        self._button.setToolTip(self.tr("Make some steps of this recipe to see how long the run will take"))
        self._button.setEnabled(share is not None or found is not None)
