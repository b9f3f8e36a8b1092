"""The line above a plot: its measure, what the curves are, the values at the crosshair, a way back from a zoom."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from alexnet_gui import theme
from alexnet_gui.widgets.elided_label import ElidedLabel
from alexnet_gui.widgets.plot_parts import LegendSample

_ROOM = 70  # letters beside the legend: the title, and values of training and test at the crosshair


class PlotHeader(QWidget):
    """``fit_wanted`` when a person wants to see everything again. Without a `legend` there is one curve to see."""

    fit_wanted = Signal()

    def __init__(self, *, legend: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._title.setFont(theme.font(bold=True))
        self._samples = {kind: LegendSample(kind) for kind in (("line", "dashed", "star") if legend else ())}
        self._names = {kind: QLabel() for kind in self._samples}
        self._readout = ElidedLabel()
        self._readout.setFont(theme.font("small", figures=True))
        self._readout.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._fit_button = QToolButton()
        self._fit_button.setFont(theme.font("small"))
        self._fit_button.clicked.connect(self.fit_wanted)
        self._fit_button.hide()
        self._legend = QWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._title)
        samples = QHBoxLayout(self._legend)
        samples.setContentsMargins(0, 0, 0, 0)
        samples.setSpacing(6)
        for kind, sample in self._samples.items():
            samples.addSpacing(6)
            samples.addWidget(sample)
            self._names[kind].setFont(theme.font("small"))
            samples.addWidget(self._names[kind])
        row.addWidget(self._legend)
        row.addWidget(self._readout, 1)
        row.addWidget(self._fit_button)
        self._retranslate()

    def set_title(self, title: str) -> None:
        self._title.setText(title)

    def set_colors(self, *, train: str, test: str) -> None:
        """Of the samples in the legend."""
        for kind, sample in self._samples.items():
            sample.set_color(train if kind == "line" else test)

    @property
    def readout(self) -> str:
        return self._readout.text()

    @readout.setter
    def readout(self, text: str) -> None:
        self._readout.setText(text)

    def show_way_back(self, there: bool) -> None:
        """Whether there is something to come back from."""
        self._fit_button.setVisible(there)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for both, the values go before the legend."""
        super().resizeEvent(event)
        letters = (self.width() - self._legend.sizeHint().width()) / self._readout.fontMetrics().averageCharWidth()
        self._legend.setVisible(letters >= _ROOM)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        names = {"line": self.tr("train"), "dashed": self.tr("test"), "star": self.tr("best")}
        for kind, label in self._names.items():
            label.setText(names[kind])
        self._fit_button.setText(self.tr("Show all"))
        self._fit_button.setToolTip(self.tr("Show the whole run and follow it (double click, or 0)"))
