"""The settings of the window itself: theme, language, and what it tells when it is not in front."""

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QWidget

from alexnet_gui import theme
from alexnet_gui.settings import Settings
from alexnet_gui.translation import LANGUAGES


class LookSection(QWidget):
    """Two choices and a switch, each taken at once."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(2 * theme.GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self._labels: dict[str, QLabel] = {}
        self._boxes: dict[str, QComboBox] = {}
        for name in ("theme", "language"):
            box = self._boxes[name] = QComboBox()
            box.setObjectName(name)
            box.setMinimumWidth(20 * theme.GRID)
            box.activated.connect(self._chosen)
            label = self._labels[name] = QLabel()
            label.setBuddy(box)
            form.addRow(label, box)
        self._notify = QCheckBox()
        self._notify.setObjectName("notify")
        self._notify.toggled.connect(self._notify_chosen)
        form.addRow(self._notify)
        settings.changed.connect(self._setting_changed)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._labels["theme"].setText(self.tr("&Theme"))
        self._labels["language"].setText(self.tr("&Language"))
        themes = {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        languages = {"system": self.tr("As the system"), **LANGUAGES}
        for box, choices in ((self._boxes["theme"], themes), (self._boxes["language"], languages)):
            box.clear()
            for key, text in choices.items():
                box.addItem(text, key)
        self._notify.setText(self.tr("Tell on the desktop when a run ends behind other windows"))
        self._setting_changed("notify")
        self._setting_changed("theme")
        self._setting_changed("language")

    @Slot(str)
    def _setting_changed(self, name: str) -> None:
        if name in self._boxes:
            box = self._boxes[name]
            box.setCurrentIndex(box.findData(getattr(self._settings, name)))
        elif name == "notify":
            self._notify.setChecked(self._settings.notify)

    @Slot(bool)
    def _notify_chosen(self, wanted: bool) -> None:
        self._settings.notify = wanted

    @Slot()
    def _chosen(self) -> None:
        for name, box in self._boxes.items():
            if box is self.sender():
                setattr(self._settings, name, box.currentData())
                return
