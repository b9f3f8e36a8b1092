"""What waits to be trained: its order, and sweeps over fields of the recipe."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from alexnet_gui import formatting, theme
from alexnet_gui.run.recipe_texts import said
from alexnet_gui.window.queue_runner import QueueRunner
from core.errors import StudioError
from core.recipe import Recipe
from core.recipe_difference import differing
from core.sweep import parsed, sweep, title_of

_FIRST = ("lr", "batch_size")  # fields that a sweep offers at first
_IN_TITLE = ("data", "model", "epochs")
_SIZE = 560, 460


class QueueDialog(QDialog):
    """Shows a `QueueRunner`; `recipe` gives what the window's form says."""

    def __init__(self, queue: QueueRunner, recipe: Callable[[], Recipe], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("queueDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Queue"))
        self._queue, self._recipe = queue, recipe
        self._line = QLabel()
        self._line.setObjectName("queueLine")
        self._line.setWordWrap(True)
        self._list = QListWidget()
        self._list.setObjectName("queueList")
        self._list.setAccessibleName(self.tr("Recipes that wait"))
        self._list.setSpacing(2)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentRowChanged.connect(self._follow_choice)
        self._up = self._button(self.tr("Up"), lambda: self._move(-1))
        self._down = self._button(self.tr("Down"), lambda: self._move(1))
        self._remove = self._button(self.tr("Remove"), self._take_out)
        self._start = self._button("", self._start_or_rest)
        self._start.setObjectName("startQueue")
        self._fields = [self._field(name) for name in _FIRST]
        self._trouble = QLabel()
        self._trouble.setObjectName("sweepTrouble")
        self._trouble.setWordWrap(True)
        self._trouble.setProperty("bad", True)
        self._add = self._button(self.tr("Add sweep"), self._add_sweep)
        self._add.setObjectName("addSweep")
        self._lay_out()
        self.resize(*_SIZE)
        queue.changed.connect(self._show)
        self._show()

    def _button(self, text: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: do())
        return button

    def _field(self, name: str) -> tuple[QComboBox, QLineEdit]:
        """One field of the recipe, and the values that it takes."""
        field, values = QComboBox(), QLineEdit()
        for other, info in Recipe.model_fields.items():
            field.addItem(said(info.title or other), other)
        field.setCurrentIndex(field.findData(name))
        field.setAccessibleName(self.tr("Field of the recipe"))
        values.setAccessibleName(self.tr("Its values, with commas between"))
        values.setPlaceholderText(self.tr("values, with commas between"))
        values.textChanged.connect(self._check)
        field.currentIndexChanged.connect(self._check)
        return field, values

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        for button in (self._up, self._down, self._remove):
            beside.addWidget(button)
        beside.addStretch()
        beside.addWidget(self._start)
        middle = QHBoxLayout()
        middle.addWidget(self._list, 1)
        middle.addLayout(beside)
        of_sweep = QGroupBox(self.tr("A sweep: the window's recipe with every combination of these values"))
        grid = QGridLayout(of_sweep)
        for row, (field, values) in enumerate(self._fields):
            grid.addWidget(field, row, 0)
            grid.addWidget(values, row, 1)
        grid.addWidget(self._add, 0, 2)
        grid.addWidget(self._trouble, len(self._fields), 0, 1, 3)
        grid.setColumnStretch(1, 1)
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(theme.GRID)
        column.addWidget(self._line)
        column.addLayout(middle, 1)
        column.addWidget(of_sweep)
        column.addWidget(buttons)

    @Slot()
    def _show(self) -> None:
        there, row = self._queue.waiting, self._list.currentRow()
        self._list.clear()
        for one, text in zip(there, _texts([one.recipe for one in there]), strict=True):
            item = QListWidgetItem(text)
            item.setToolTip(text)
            item.setData(Qt.ItemDataRole.UserRole, one.key)
            self._list.addItem(item)
        self._list.setCurrentRow(min(row, len(there) - 1))
        self._line.setText(self._state(len(there)))
        self._start.setText(self.tr("Rest") if self._queue.goes_on else self.tr("Start"))
        self._start.setEnabled(bool(there) or self._queue.goes_on)
        self._follow_choice()
        self._check()

    def _state(self, count: int) -> str:
        if not count:
            return self.tr("Nothing waits. “Add to queue” in the menu Run puts the window's recipe here.")
        if self._queue.goes_on:
            return self.tr("The next of these begins when the run that goes on has ended.")
        return self.tr("The queue rests; it is kept when the window is closed.")

    @Slot()
    def _follow_choice(self) -> None:
        row, last = self._list.currentRow(), self._list.count() - 1
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < last)
        self._remove.setEnabled(row >= 0)

    def _move(self, by: int) -> None:
        row = self._list.currentRow()
        self._queue.move(self._key(), by)
        self._list.setCurrentRow(row + by)

    def _take_out(self) -> None:
        self._queue.remove(self._key())

    def _key(self) -> str:
        return self._list.currentItem().data(Qt.ItemDataRole.UserRole)

    def _start_or_rest(self) -> None:
        self._queue.rest() if self._queue.goes_on else self._queue.begin()

    # -- a sweep

    @Slot()
    def _check(self) -> None:
        """Say what is wrong, or how many runs it would be."""
        trouble, recipes = "", []
        try:
            recipes, _ = self._sweep()
        except StudioError as error:
            trouble = str(error)
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        self._add.setEnabled(bool(recipes))
        self._add.setText(self.tr("Add %Ln run(s)", "", len(recipes)) if recipes else self.tr("Add sweep"))

    def _sweep(self) -> tuple[list[Recipe], str]:
        """The recipes and their common tag; nothing while no values are given."""
        given = [(field.currentData(), values.text().strip()) for field, values in self._fields]
        varied = dict(parsed(f"{name}={text}") for name, text in given if text)
        return (sweep(self._recipe(), varied), title_of(varied)) if varied else ([], "")

    def _add_sweep(self) -> None:
        try:
            recipes, tag = self._sweep()
            self._queue.add(recipes, [tag])
        except StudioError as error:
            self._trouble.setText(str(error))
            self._trouble.show()
            return
        for _, values in self._fields:
            values.clear()


def _texts(recipes: list[Recipe]) -> list[str]:
    """Each recipe in a line: its title, and what tells it from the others."""
    found = {name: values for name, values in differing(recipes).items() if name not in _IN_TITLE}
    texts: list[str] = []
    for number, recipe in enumerate(recipes):
        apart = [f"{said(Recipe.model_fields[name].title or name)} {values[number]}" for name, values in found.items()]
        texts.append("   ".join([formatting.recipe_title(recipe), *apart]))
    return texts
