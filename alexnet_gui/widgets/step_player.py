"""Walks through a number of stops: step by step, by itself, or with a slider."""

from PySide6.QtCore import QEvent, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from alexnet_gui import theme
from alexnet_gui.widgets.term_slider import TermSlider

SLOWEST, FASTEST = 900, 60  # milliseconds a stop
WHOLE = 24_000  # milliseconds that a long walk may take


class StepPlayer(QWidget):
    """``moved(position)`` for each stop that is reached, by hand or while it plays. It never plays out of sight."""

    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step, self.play = QPushButton(), QPushButton()
        self.slider = TermSlider()
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._go_on)
        self.play.clicked.connect(self._toggle)
        self.step.clicked.connect(self._step)
        self.slider.valueChanged.connect(self._slid)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        for part in (self.step, self.play, self.slider):
            row.addWidget(part)
        self.step.setObjectName("arithmeticStep")
        self.play.setObjectName("arithmeticPlay")
        self.slider.setObjectName("arithmeticStops")
        self._retranslate()
        self.set_count(0)

    @property
    def position(self) -> int:
        return self.slider.value()

    @property
    def playing(self) -> bool:
        return self._clock.isActive()

    def set_count(self, count: int, *, anew: bool = True) -> None:
        """There are so many stops. `anew`: begin at the first, else stay where it is."""
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(count - 1, 0))
            if anew:
                self.slider.setValue(0)
        if anew:
            self.pause()
        self.slider.setPageStep(max(count // 10, 1))
        pace = min(max(WHOLE // max(count, 1), FASTEST), SLOWEST)
        if pace != self._clock.interval():  # setting one begins it anew
            self._clock.setInterval(pace)
        self._enable()

    def go_to(self, position: int) -> None:
        self.slider.setValue(position)

    def pause(self) -> None:
        self._clock.stop()
        self._dress()

    def _toggle(self) -> None:
        if self.playing:
            self.pause()
            return
        if self._at_end:
            self.go_to(0)
        self._clock.start()
        self._dress()

    @property
    def _at_end(self) -> bool:
        return self.slider.value() == self.slider.maximum()

    def _step(self) -> None:
        """One further; from the end to the first."""
        self.pause()
        self.go_to(0 if self._at_end else self.slider.value() + 1)

    def _go_on(self) -> None:
        self.go_to(self.slider.value() + 1)
        if self._at_end:
            self.pause()

    def _slid(self, position: int) -> None:
        self.moved.emit(position)

    def _enable(self) -> None:
        for part in (self.step, self.play, self.slider):
            part.setEnabled(self.slider.maximum() > 0)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.pause()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        self.play.setIcon(theme.icon("pause" if self.playing else "play"))
        self.play.setText(self.tr("Pause") if self.playing else self.tr("Play"))

    def _retranslate(self) -> None:
        self.step.setText(self.tr("Step"))
        self.step.setToolTip(self.tr("The next thing that is added or done; from the last one back to the first"))
        self.play.setToolTip(self.tr("Walk through all of it"))
        self.slider.setAccessibleName(self.tr("Which step of the arithmetic is shown"))
        self._dress()
        self._keep_width()

    def _keep_width(self) -> None:
        """Room for either of the words of `play`."""
        shown, widths = self.play.text(), []
        for text in (self.tr("Play"), self.tr("Pause")):
            self.play.setText(text)
            widths.append(self.play.sizeHint().width())
        self.play.setText(shown)
        self.play.setMinimumWidth(max(widths))
