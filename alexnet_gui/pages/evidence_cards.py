"""The methods' maps side by side, or one of them large beside what it says."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QWidget

from alexnet_gui import theme
from alexnet_gui.figure.evidence_desk import METHODS
from alexnet_gui.figure.map_statistics import number_text
from alexnet_gui.pages import evidence_words
from alexnet_gui.pages.evidence_card import EvidenceCard
from alexnet_gui.pages.evidence_picture import side_by_side
from alexnet_gui.widgets.overlay_view import OverlayView


class EvidenceCards(QStackedWidget):
    """``enlarged(is_one)`` when one is made large or all are shown again; ``read(text)``: values under the pointer."""

    enlarged = Signal(bool)
    read = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = [EvidenceCard(method) for method in METHODS]
        self.large, self.explained = OverlayView(), QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop)
        self.large.setObjectName("evidenceLarge")
        self._opened: EvidenceCard | None = None
        self._lay_out()
        self._connect()

    def of(self, method: str) -> EvidenceCard:
        return self.cards[METHODS.index(method)]

    @property
    def unanswered(self) -> list[EvidenceCard]:
        """Those without a map or a sentence in its place."""
        return [card for card in self.cards if card.evidence is None]

    def set_picture(self, picture: QImage) -> None:
        """What lies below all maps."""
        for card in self.cards:
            card.view.set_picture(picture)
        self.large.set_picture(picture)

    def set_opacity(self, opacity: float) -> None:
        """Of all maps, 0 to 1."""
        for view in self._views():
            view.set_opacity(opacity)

    def refresh(self) -> None:
        """What is large shows what its card shows."""
        card = self._opened
        self.setCurrentIndex(0 if card is None else 1)
        if card is not None:
            name, said = evidence_words.method_name(card.method), evidence_words.method_help(card.method)
            self.large.set_map(card.view.values)
            self.large.setAccessibleName(name)
            parts = (f"<b>{name}</b>", said, card.sentence or card.caption)
            self.explained.setText("".join(f"<p>{part}</p>" for part in parts if part))

    def open(self, number: int) -> None:
        """Make one large."""
        self._opened = self.cards[number % len(self.cards)]
        self.refresh()
        self.large.setFocus()
        self.enlarged.emit(True)

    def close_large(self) -> None:
        """Show all again."""
        if self._opened is not None:
            card, self._opened = self._opened, None
            self.refresh()
            card.view.setFocus()
            self.enlarged.emit(False)

    def picture(self) -> QImage | None:
        """The one that is large, or all that there are side by side, named."""
        if self._opened is not None:
            return self.large.picture()
        shown = [card for card in self.cards if card.view.values is not None]
        return side_by_side([(evidence_words.method_name(card.method), card.view.picture()) for card in shown])

    # -- pointer and keyboard

    def _hover(self, row: int, column: int) -> None:
        """The same place in all maps, and their values there."""
        for view in self._views():
            view.set_mark(row, column)
        self.read.emit(self._values_at(row, column) if row >= 0 else "")

    def _values_at(self, row: int, column: int) -> str:
        parts = [self.tr("row {row}, column {column}:").format(row=row, column=column)]
        for card in self.cards:
            if card.view.values is not None:
                value = number_text(float(card.view.values[row, column]))
                parts.append(f"{evidence_words.method_name(card.method)} {value}")
        return "   ".join(parts)

    def _focus(self, number: int) -> None:
        self.cards[number % len(self.cards)].view.setFocus()

    def _step(self, by: int) -> None:
        if self._opened is not None:
            self.open(self.cards.index(self._opened) + by)

    def _views(self) -> list[OverlayView]:
        return [*(card.view for card in self.cards), self.large]

    # -- looks

    def _connect(self) -> None:
        for number, card in enumerate(self.cards):
            card.view.opened.connect(lambda number=number: self.open(number))
            card.view.stepped.connect(lambda by, number=number: self._focus(number + by))
        for view in self._views():
            view.hovered.connect(self._hover)
        self.large.stepped.connect(self._step)
        self.large.opened.connect(self.close_large)
        self.large.closed.connect(self.close_large)

    def _lay_out(self) -> None:
        row, alone = QWidget(), QWidget()
        self._row, sides = QHBoxLayout(row), QHBoxLayout(alone)
        self._row.setSpacing(theme.GRID)
        for card in self.cards:
            self._row.addWidget(card, 1)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(2 * theme.GRID)
        sides.addWidget(self.large, 1)
        sides.addWidget(self.explained, 1)
        for part in (row, alone):
            self.addWidget(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All cards are as wide, to the pixel: maps are enlarged by whole factors, and one card's could be another."""
        super().resizeEvent(event)
        spare = (self.width() - (len(self.cards) - 1) * self._row.spacing()) % len(self.cards)
        self._row.setContentsMargins(0, 0, spare, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
