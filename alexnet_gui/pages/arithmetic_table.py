"""What is added in a fully connected layer, and what softmax makes of its logits, line by line."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from alexnet_gui import theme
from alexnet_gui.figure.arithmetic_stops import MOST_TERMS, Stop, What
from alexnet_gui.figure.arithmetic_words import loss_text, number, unit_text
from alexnet_gui.figure.unit_look import UnitLook
from alexnet_gui.formatting import count
from core.arithmetic.parts import WeightedSum

MOST_CLASSES = 20  # with more, the most probable ones are shown


class TermsTable(QTableWidget):
    """The strongest inputs, the others as one line, the bias. ``source_wanted(unit)`` for an input's line."""

    source_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        _dress(self)
        self._part: WeightedSum | None = None
        self.itemActivated.connect(lambda item: self._open(item.row()))
        self._retranslate()

    def show_stop(self, part: WeightedSum, stop: Stop) -> None:
        """Show this sum with the line of a stop chosen."""
        if part is not self._part:
            self._part = part
            self._fill(part)
        last = self.rowCount() - 1
        row = {What.TERM: stop.index, What.REST: last - 1}.get(stop.what, last)
        with QSignalBlocker(self):
            self.selectRow(row)
        self.scrollTo(self.model().index(row, 0))

    def _fill(self, part: WeightedSum) -> None:
        strongest = part.strongest(MOST_TERMS)
        products = part.products
        rows, total = [], 0.0
        for index in strongest:
            total += products[index]
            numbers = part.inputs[index], part.weights[index], products[index], total
            rows.append((unit_text(part.source_at(int(index))), *(number(float(value)) for value in numbers)))
        others = len(products) - len(strongest)
        if others:
            rest = products.sum() - total
            name = self.tr("the other {count} inputs").format(count=count(others))
            rows.append((name, "", "", number(rest), number(products.sum())))
        rows.append((self.tr("bias"), "", "", number(part.bias), number(part.value)))
        with QSignalBlocker(self):
            _fill(self, rows)

    def _open(self, row: int) -> None:
        if self._part is not None and row < min(MOST_TERMS, len(self._part.inputs)):
            index = int(self._part.strongest(MOST_TERMS)[row])
            self.source_wanted.emit(self._part.source_at(index))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        headings = [self.tr("Input"), self.tr("Value"), self.tr("Weight"), self.tr("Product"), self.tr("Sum so far")]
        self.setColumnCount(len(headings))
        self.setHorizontalHeaderLabels(headings)
        self.setAccessibleName(self.tr("What is added, the strongest first"))
        self.setToolTip(self.tr("Double click or Enter: where this value comes from"))
        if self._part is not None:
            self._fill(self._part)


class AnswerDisplay(QWidget):
    """Logits, exponentials, probabilities, and below them the loss."""

    def __init__(self) -> None:
        super().__init__()
        self._look: UnitLook | None = None
        self.table, self.loss = QTableWidget(), QLabel()
        _dress(self.table)
        self.loss.setFont(theme.font("small", figures=True))
        self.loss.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table, 1)
        column.addWidget(self.loss)
        self._retranslate()

    def show_look(self, look: UnitLook) -> None:
        self._look = look
        answer = look.answer
        if answer is None:
            return
        order = list((-answer.probabilities).argsort(kind="stable")[:MOST_CLASSES])
        order += [place for place in (look.trace.last.unit[0], look.truth) if place is not None and place not in order]
        rows = []
        for place in order:
            name = look.classes[place] + (" ✓" if place == look.truth else "")
            numbers = number(float(answer.logits[place])), number(float(answer.exponentials[place]))
            rows.append((name, *numbers, number(float(answer.probabilities[place]))))
        together = self.tr("all {count} together").format(count=count(len(answer.logits)))
        rows.append((together, "", number(answer.total), number(1.0)))
        _fill(self.table, rows)
        self.table.selectRow(order.index(look.trace.last.unit[0]))
        self.loss.setText(loss_text(look))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        headings = [self.tr("Class"), self.tr("Logit"), self.tr("exp(logit − largest)"), self.tr("Probability")]
        self.table.setColumnCount(len(headings))
        self.table.setHorizontalHeaderLabels(headings)
        self.table.setAccessibleName(self.tr("From logits to probabilities"))
        if self._look is not None:
            self.show_look(self._look)


def _dress(table: QTableWidget) -> None:
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(20)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)


def _fill(table: QTableWidget, rows: Sequence[Sequence[str]]) -> None:
    """The first column to the left, numbers to the right."""
    table.setRowCount(len(rows))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            item.setFont(theme.font("small", figures=True))
            table.setItem(row, column, item)
