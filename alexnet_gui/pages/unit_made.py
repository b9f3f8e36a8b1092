"""The picture that gradient ascent makes for a unit, while it comes and when it is there."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from alexnet_gui import theme
from alexnet_gui.figure.map_statistics import number_text
from alexnet_gui.figure.unit_desk import Made
from alexnet_gui.widgets.array_image import array_image
from alexnet_gui.widgets.elided_label import ElidedLabel
from alexnet_gui.widgets.patch_view import PatchView


class UnitMade(QWidget):
    """``wanted()`` and ``cancelled()`` when a person presses its button."""

    wanted = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made: Made | None = None
        self._busy = False
        self.view, self.bar, self.button = PatchView(), QProgressBar(), QPushButton()
        self._title, self._said = ElidedLabel(), ElidedLabel()
        self._title.setFont(theme.font("small", bold=True))
        self._said.setFont(theme.font("small", figures=True))
        self.bar.setTextVisible(False)
        self.view.setMinimumSize(128, 96)
        self.button.setObjectName("unitMake")
        self.button.clicked.connect(self._press)
        footer = QHBoxLayout()
        footer.setSpacing(8)
        footer.addWidget(self._said, 1)
        footer.addWidget(self.bar, 1)
        footer.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.view, 1)
        column.addLayout(footer)
        self._retranslate()

    @property
    def made(self) -> Made | None:
        """What is shown."""
        return self._made

    @property
    def busy(self) -> bool:
        """A picture is being made."""
        return self._busy

    def begin(self) -> None:
        """A picture will come."""
        self._made = None
        self.view.set_picture(QImage())
        self._set_busy(True)

    def show_made(self, made: Made) -> None:
        """How far it is."""
        self._made = made
        self.view.set_picture(array_image(made.preferred.picture))
        self.view.set_patch(None)
        if made.seen:
            left, top, right, bottom = made.seen
            self.view.set_patch(QRectF(left, top, right - left, bottom - top))
        self.bar.setRange(0, made.preferred.steps)
        self.bar.setValue(made.preferred.step)
        self._set_busy(made.preferred.step < made.preferred.steps)

    def end(self, sentence: str = "") -> None:
        """Nothing more comes; `sentence` says why, where it did not end well."""
        self._set_busy(False)
        if sentence:
            self._said.setText(sentence)

    def clear(self) -> None:
        """Nothing was made yet."""
        self._made = None
        self.view.set_picture(QImage())
        self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        if busy and self._made is None:
            self.bar.setRange(0, 0)
        self.bar.setVisible(busy)
        self._said.setVisible(not busy)
        self.button.setVisible(busy or self._made is None or self._made.preferred.step < self._made.preferred.steps)
        self._say()

    def _press(self) -> None:
        (self.cancelled if self._busy else self.wanted).emit()

    def _say(self) -> None:
        self.button.setText(self.tr("Cancel") if self._busy else self.tr("Make"))
        made = self._made
        value = self.tr("reaches {value}")
        self._said.setText(value.format(value=number_text(made.preferred.value)) if made else self.tr("not made yet"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Made for it by gradient ascent"))
        explained = self.tr(
            "Starts from grey noise and climbs: each step changes the picture so that the unit is excited more; a "
            "little blur and decay keep it smooth. Of maps it is the unit in the middle."
        )
        self.view.setToolTip(explained)
        self.view.setAccessibleName(self.tr("The picture that gradient ascent made for the unit"))
        self.bar.setAccessibleName(self.tr("Progress of gradient ascent"))
        self.button.setToolTip(explained)
        self._say()
