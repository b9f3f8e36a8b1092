"""Many classified pictures: a table that fills while the work goes on, its progress, its end, and CSV."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from alexnet_gui import theme
from alexnet_gui.background import Background
from alexnet_gui.formatting import count
from alexnet_gui.pictures.batch_run import BatchRun
from alexnet_gui.pictures.classifier_desk import Portion
from alexnet_gui.pictures.csv_export import write_csv
from alexnet_gui.pictures.thumbnails import Thumbnails
from alexnet_gui.widgets.picture_table_model import ERROR, FILE, LABEL, PROBABILITY, PictureRow, PictureTableModel

THUMBNAIL = 32
ROW = 40

_STYLE = """
QTableView::item {{ padding: 0 8px; }}
QHeaderView::section {{ padding: 6px 8px; border: none; border-bottom: 1px solid {line};
    background: {surface}; color: {text};
}}
"""


class BatchPanel(QWidget):
    """``selected(source)`` with the picture of the row that a person goes to, ``closed()`` by its button."""

    selected = Signal(object)
    closed = Signal()

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._run: BatchRun | None = None
        self._state = ""  # "", "running", "cancelled", or the sentence of a failure
        self._total = 0
        self.model = PictureTableModel(self._icon_of, self)
        self._thumbnails = Thumbnails(background, self._source_of, 2 * THUMBNAIL, self)
        self._thumbnails.came.connect(self.model.icon_came)
        self.table = self._made_table()
        self.summary, self.progress = QLabel(), QProgressBar()
        self.cancel, self.export, self.close_button = QPushButton(), QPushButton(), QToolButton()
        self.cancel.clicked.connect(self._cancel)
        self.export.clicked.connect(self._export)
        self.close_button.clicked.connect(self.close_table)
        self._lay_out()
        self._retranslate()

    def show_run(self, run: BatchRun) -> None:
        """Show the pictures of a pass from its beginning; one that still goes on is ended."""
        self._let_go()
        self._thumbnails.clear()
        self.model.clear()
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._run, self._state, self._total = run, "running", 0
        run.portion.connect(self._take)
        run.ended.connect(self._end)
        self.progress.setRange(0, 0)
        self._say()

    def _take(self, portion: Portion) -> None:
        self.model.add(PictureRow(v.source, v.label, v.probability, v.error) for v in portion.verdicts)
        self._total = max(portion.total, self.model.rowCount())
        self.progress.setRange(0, self._total)
        self.progress.setValue(portion.done)
        self._select_first()
        self._say()

    def _select_first(self) -> None:
        """Show the first picture that could be read, unless a person was quicker."""
        if self.table.currentIndex().isValid():
            return
        row = self.model.first_readable()
        if row is not None:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.table.selectionModel().setCurrentIndex(self.model.index(row, FILE), flags)

    def _end(self, sentence: str) -> None:
        self._run = None
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.selectRow(0)  # not one could be read
        self._state = sentence or ("cancelled" if self._state == "cancelled" else "")
        self._say()

    def _cancel(self) -> None:
        if self._run:
            self._run.cancel()
            self._state = "cancelled"
            self._say()

    def _let_go(self) -> None:
        """End a pass without hearing of it again."""
        if self._run:
            self._run.portion.disconnect(self._take)
            self._run.ended.disconnect(self._end)
            self._run.cancel()
            self._run = None

    def close_table(self) -> None:
        self._let_go()
        self.closed.emit()

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and current.row() != previous.row():
            self.selected.emit(self.model.source(current.row()))

    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the table"), "classified.csv", "CSV (*.csv)")
        if name:
            self.save_csv(Path(name))

    def save_csv(self, file: Path) -> None:
        """Write what is in the table, in the order shown, in the background."""
        rows = list(self.model.rows())
        self._background.run(
            partial(write_csv, file, rows),
            lambda _: self._show_saved(file),
            lambda sentence: self.summary.setText(self.tr("The table was not saved: {why}").format(why=sentence)),
            owner=self,
            lane="files",
        )

    def _show_saved(self, file: Path) -> None:
        self.summary.setText(self.tr("Saved as {file}").format(file=file.name))

    # -- looks

    def _icon_of(self, entry: int) -> QIcon | None:
        return self._thumbnails.icon(entry)

    def _source_of(self, entry: int) -> Path | bytes:
        return self.model.entry_source(entry)

    def _say(self) -> None:
        running = self._run is not None and self._state == "running"
        self.progress.setVisible(running)
        self.cancel.setVisible(running)
        self.export.setVisible(not running)
        self.export.setEnabled(self.model.rowCount() > 0)
        done, failures = self.model.rowCount(), self.model.failures
        if running:
            total = count(self._total) if self._total else "…"
            text = self.tr("{done} of {total} pictures").format(done=count(done), total=total)
        elif self._state not in ("", "cancelled"):
            text = self._state
        elif self._state == "cancelled":
            text = self.tr("Cancelled after %Ln picture(s)", "", done)
        else:
            text = self.tr("%Ln picture(s)", "", done)
        if failures:
            text += " · " + self.tr("%Ln could not be read", "", failures)
        self.summary.setText(text)

    def _made_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("classifyTable")
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(ROW)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in ((FILE, 240), (LABEL, 144), (PROBABILITY, 96)):
            table.setColumnWidth(column, width)
        header.setSectionResizeMode(ERROR, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # as they came, until a person sorts
        table.setSortingEnabled(True)
        table.selectionModel().currentChanged.connect(self._current_changed)
        return table

    def _lay_out(self) -> None:
        self.progress.setTextVisible(False)
        self.progress.setMaximumWidth(240)
        self.close_button.setAutoRaise(True)
        for part, name in (
            (self.progress, "classifyProgress"),
            (self.cancel, "classifyCancel"),
            (self.export, "classifyExport"),
            (self.close_button, "classifyCloseTable"),
        ):
            part.setObjectName(name)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.summary, 1)
        for part in (self.progress, self.cancel, self.export, self.close_button):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.table, 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _retranslate(self) -> None:
        headers = (self.tr("File"), self.tr("Class"), self.tr("Probability"), self.tr("Note"))
        self.model.set_headers(headers, self.tr("picture {number}"))
        self.table.setAccessibleName(self.tr("Classified pictures"))
        self.progress.setAccessibleName(self.tr("Progress of classifying"))
        self.cancel.setText(self.tr("Cancel"))
        self.export.setText(self.tr("Save as CSV…"))
        self.close_button.setAccessibleName(self.tr("Close the table"))
        self.close_button.setToolTip(self.tr("Close the table"))
        self._dress()
        self._say()

    def _dress(self) -> None:
        colors = theme.colors()
        self.close_button.setIcon(theme.icon("close"))
        style = _STYLE.format(line=colors.line, surface=colors.surface, text=colors.muted)
        if style != self.table.styleSheet():  # setting one is itself a change of palette
            self.table.setStyleSheet(style)
