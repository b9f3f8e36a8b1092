"""The Settings page: where networks are trained, how the window looks and speaks, where runs are kept."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from alexnet_gui import theme
from alexnet_gui.context import Studio
from alexnet_gui.pages.settings_look import LookSection
from alexnet_gui.pages.settings_machine import MachineSection
from alexnet_gui.pages.settings_runs import RunsSection

_COLUMN = 680  # pixels: longer lines are hard to read


class SettingsPage(QWidget):
    """One section below the other. Each follows the settings; each change is taken at once."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._headings = [QLabel() for _ in range(3)]
        self._privacy = QLabel()
        self._privacy.setWordWrap(True)
        self._privacy.setFont(theme.font("small"))
        self._privacy.setProperty("muted", True)
        column = QVBoxLayout()
        column.setContentsMargins(*[3 * theme.GRID] * 4)
        column.setSpacing(theme.GRID)
        sections = (MachineSection(studio), LookSection(studio.settings), RunsSection(studio.settings))
        for heading, section in zip(self._headings, sections, strict=True):
            heading.setFont(theme.font(bold=True))
            column.addWidget(heading)
            column.addWidget(_card(section))
            column.addSpacing(theme.GRID)
        column.addWidget(self._privacy)
        column.addStretch()
        self._scroll(column)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _scroll(self, column: QVBoxLayout) -> None:
        inner = QWidget()
        inner.setMaximumWidth(_COLUMN)
        inner.setLayout(column)
        outer = QWidget()
        row = QHBoxLayout(outer)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner, 100)
        row.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(outer)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _retranslate(self) -> None:
        machine, look, runs = self._headings
        machine.setText(self.tr("Training and classifying"))
        look.setText(self.tr("Window"))
        runs.setText(self.tr("Runs"))
        self._privacy.setText(self.tr("Nothing leaves your computer: pictures, runs and networks stay on it."))


def _card(section: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("card", True)
    column = QVBoxLayout(card)
    column.setContentsMargins(*[2 * theme.GRID] * 4)
    column.addWidget(section)
    return card
