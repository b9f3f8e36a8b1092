"""Which columns the table of runs has, in which order, and by which it is sorted: chosen by a person and kept."""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from alexnet_gui.pages.runs_table import RunsTable
from alexnet_gui.run.run_columns import COLUMNS, DEFAULT
from alexnet_gui.settings import Settings


class RunsColumns(QObject):
    """Keeps the table as the settings say and the settings as a person changes it; `menu` offers all columns."""

    def __init__(self, table: RunsTable, settings: Settings) -> None:
        super().__init__(table)
        self._table, self._settings = table, settings
        self.menu = QMenu(table)
        self._recipe = QMenu(self.menu)
        self._actions = {key: self._choice(key) for key in COLUMNS}
        self._usual = QAction(self.menu)
        self._fill()
        self._usual.triggered.connect(lambda: self._choose(DEFAULT))
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._popup)
        table.rearranged.connect(self._choose)
        table.resorted.connect(self._resorted)
        self.retranslate()
        self._show()
        key = settings.run_sort.removeprefix("-")
        known = key if key in COLUMNS else "started"
        table.sort(known, descending=known != key or settings.run_sort.startswith("-"))

    def _chosen(self) -> tuple[str, ...]:
        """What is kept; a column of another version of the program is passed over."""
        kept = tuple(dict.fromkeys(key for key in self._settings.run_columns.split() if key in COLUMNS))
        return kept if "title" in kept else DEFAULT

    def _choose(self, keys: tuple[str, ...]) -> None:
        self._settings.run_columns = "" if keys == DEFAULT else " ".join(keys)
        self._show()

    def _toggled(self, key: str, wanted: bool) -> None:
        others = tuple(other for other in self._chosen() if other != key)
        self._choose((*others, key) if wanted else others)

    def _show(self) -> None:
        chosen = self._chosen()
        if chosen != self._table.columns:
            self._table.show_columns(chosen)
        for key, action in self._actions.items():
            action.setChecked(key in chosen)

    def _resorted(self, key: str, descending: bool) -> None:
        self._settings.run_sort = f"-{key}" if descending else key

    def _popup(self, place: QPoint) -> None:
        self.menu.popup(self._table.horizontalHeader().mapToGlobal(place))

    def _choice(self, key: str) -> QAction:
        action = QAction(self.menu, checkable=True)
        action.setObjectName(f"column-{key}")
        action.setEnabled(key != "title")  # something has to tell the runs apart
        action.triggered.connect(lambda wanted: self._toggled(key, wanted))
        return action

    def _fill(self) -> None:
        for group in ("run", "result"):
            self.menu.addActions([self._actions[key] for key, column in COLUMNS.items() if column.group == group])
            self.menu.addSeparator()
        self._recipe.addActions([self._actions[key] for key, column in COLUMNS.items() if column.group == "recipe"])
        self.menu.addMenu(self._recipe)
        self.menu.addSeparator()
        self.menu.addAction(self._usual)

    def retranslate(self) -> None:
        """The same in the language of the window."""
        for key, action in self._actions.items():
            action.setText(COLUMNS[key].heading())
        self._recipe.setTitle(self.tr("Recipe"))
        self._usual.setText(self.tr("The usual columns"))
