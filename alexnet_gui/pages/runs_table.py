"""The table of the Runs page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from alexnet_gui import theme
from alexnet_gui.run.run_table_model import RunFilter

_TITLE_WIDTH = 240
_STARTED = 11  # the column by which it is sorted at first


class RunsTable(QTableView):
    """``opened()`` on Return and on a double click, ``delete_wanted()`` on Delete; F2 edits the title."""

    opened = Signal()
    delete_wanted = Signal()

    def __init__(self, model: RunFilter) -> None:
        super().__init__()
        self._is_fitted = False
        self.setObjectName("runs")
        self.setModel(model)
        self.setSortingEnabled(True)
        self.sortByColumn(_STARTED, Qt.SortOrder.DescendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFont(theme.font(figures=True))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(4 * theme.GRID)
        self.horizontalHeader().setSectionsMovable(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)  # no empty strip behind the last column
        self.doubleClicked.connect(self.opened)

    def fit_once(self) -> bool:
        """Make the columns as wide as what is in them, the first time that there is something: then it is True."""
        if self._is_fitted or not self.model().rowCount():
            return False
        self._is_fitted = True
        self.resizeColumnsToContents()
        self.setColumnWidth(0, _TITLE_WIDTH)
        return True

    def edit_title(self) -> None:
        """Edit the title of the selected row."""
        rows = self.selectionModel().selectedRows(0)
        if rows:
            self.setCurrentIndex(rows[0])
            self.edit(rows[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not is_editing:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and not is_editing:
            self.delete_wanted.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.edit_title()
        else:
            super().keyPressEvent(event)
