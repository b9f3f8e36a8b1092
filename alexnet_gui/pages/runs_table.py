"""The table of the Runs page."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView

from alexnet_gui import theme
from alexnet_gui.run.run_filter import RunFilter
from alexnet_gui.run.run_table_model import KEYS

_TITLE_WIDTH = 220
_TAGS_WIDTH = 120
_STAR = KEYS.index("star")
_MEASURED = 20  # rows that decide how wide a column is


class RunsTable(QTableView):
    """``opened()`` on a double click, ``starred(index)`` on a click on a star. A column is named by its key.

    ``rearranged(keys)`` when a person drags a column, ``resorted(key, descending)`` on a click on its heading.
    """

    opened = Signal()
    starred = Signal(object)
    rearranged = Signal(object)
    resorted = Signal(str, bool)

    def __init__(self, model: RunFilter) -> None:
        super().__init__()
        self._is_fitted = self._is_arranging = False
        self.setObjectName("runs")
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)  # an action begins it
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFont(theme.font(figures=True))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(4 * theme.GRID)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)  # no empty strip behind the last column
        header.setResizeContentsPrecision(_MEASURED)
        header.setSectionResizeMode(_STAR, QHeaderView.ResizeMode.Fixed)
        header.sectionMoved.connect(self._moved)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._double_clicked)

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of the columns that are shown, from left to right."""
        header = self.horizontalHeader()
        sections = (header.logicalIndex(place) for place in range(header.count()))
        return tuple(KEYS[section] for section in sections if not header.isSectionHidden(section))

    def show_columns(self, keys: Sequence[str]) -> None:
        """Show these, in this order."""
        header = self.horizontalHeader()
        new = [key for key in keys if header.isSectionHidden(KEYS.index(key))]
        self._is_arranging = True
        for section, key in enumerate(KEYS):
            header.setSectionHidden(section, key not in keys)
        for place, key in enumerate(keys):
            header.moveSection(header.visualIndex(KEYS.index(key)), place)
        self._is_arranging = False
        if self._is_fitted:
            self._fit(new)

    def sort(self, key: str, *, descending: bool) -> None:
        """Sort by this column, and by the one whose heading is clicked on from now on."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header = self.horizontalHeader()
        header.setSortIndicator(KEYS.index(key), order)
        if not self.isSortingEnabled():
            self.setSortingEnabled(True)
            header.sortIndicatorChanged.connect(self._sorted)

    def fit_once(self) -> bool:
        """Make the columns as wide as what is in them, the first time that there is something: then it is True."""
        if self._is_fitted or not self.model().rowCount():
            return False
        self._is_fitted = True
        self._fit(self.columns)
        return True

    def select_first(self) -> None:
        """Select the first row, whatever keys are held: `selectRow` would take them for a person's wish to select
        more, and the page is opened by Ctrl+5."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.model().index(0, 0), flags)

    def edit_cell(self, key: str) -> None:
        """Edit the title or the tags of the selected row."""
        rows = self.selectionModel().selectedRows(KEYS.index(key))
        if rows and key in self.columns:
            self.setCurrentIndex(rows[0])
            self.edit(rows[0])

    def offer(self, actions: Sequence[QAction]) -> None:
        """What a click with the other button offers."""
        self._offered = actions

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.selectionModel().hasSelection():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(self._offered)
            menu.popup(event.globalPos())

    def _fit(self, keys: Sequence[str]) -> None:
        fixed = {"star": 4 * theme.GRID, "title": _TITLE_WIDTH, "tags": _TAGS_WIDTH}
        for key in keys:
            section = KEYS.index(key)
            if key in fixed:
                self.setColumnWidth(section, fixed[key])
            else:
                self.resizeColumnToContents(section)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == _STAR:
            self.starred.emit(index)

    def _double_clicked(self, index: QModelIndex) -> None:
        if KEYS[index.column()] == "tags":
            self.edit(index)
        elif index.column() != _STAR:
            self.opened.emit()

    def _moved(self) -> None:
        if not self._is_arranging:
            self.rearranged.emit(self.columns)

    def _sorted(self, section: int, order: Qt.SortOrder) -> None:
        self.resorted.emit(KEYS[section], order == Qt.SortOrder.DescendingOrder)
