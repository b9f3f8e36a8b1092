"""The Runs page: every run with its figures; open, resume, rename, delete with a way back."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from alexnet_gui import theme
from alexnet_gui.background import Job
from alexnet_gui.context import Studio
from alexnet_gui.pages.runs_comparison import RunsComparison
from alexnet_gui.pages.runs_table import RunsTable
from alexnet_gui.pages.runs_toolbar import RunsToolbar
from alexnet_gui.run.run_table_model import RunFilter, RunTableModel
from alexnet_gui.widgets.empty_state import EmptyState
from alexnet_gui.widgets.message_strip import MessageStrip
from core import run_notes, runs
from core.errors import StudioError
from core.runs import RunSummary, Trashed

T = TypeVar("T")
_LANE = "runs"  # reading folders does not wait for what the classifier does


class RunsPage(QWidget):
    """Lists the runs of the runs folder; reads them in the background whenever something may have changed."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._trashed: list[Trashed] = []  # what `undo` brings back
        self._has_trash = False
        self._loading: Job | None = None
        self._is_stale = False
        self._model = RunTableModel()
        self._filter = RunFilter(self._model)
        self._toolbar = RunsToolbar()
        self._strip = MessageStrip()
        self._table = RunsTable(self._filter)
        self._comparison = RunsComparison(studio.background)
        self._empty = EmptyState("runs")
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._retranslate()
        self._follow_selection()

    @property
    def count(self) -> int:
        """Runs that are known, found by the search or not."""
        return self._model.rowCount()

    @property
    def message(self) -> str:
        """The sentence that the page shows in its strip; "" when none."""
        return self._strip.text

    def refresh(self) -> None:
        """Read the runs anew, in the background."""
        if self._loading:
            self._is_stale = True
            return
        self._is_stale = False
        folder = self._studio.settings.runs_folder
        self._loading = self._studio.background.run(
            lambda: runs.runs_in(folder), self._take, self._could_not_read, owner=self, lane=_LANE
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # -- what a person does

    def open(self) -> None:
        """Show the selected run on the Train page."""
        run = self._selected_one()
        if not run:
            return
        state = self._studio.run_state
        if state.active and state.folder != run.folder:
            self._strip.say(self.tr("A run goes on. Stop it before you open another one."), "warning")
            return
        if not state.active:
            state.show(run.folder)
        self._studio.show_page("train")

    def resume(self) -> None:
        """Go on with the selected run after its last checkpoint."""
        run = self._selected_one()
        if run and self._can_resume(run):
            self._studio.runner.resume(run.folder)
            self._studio.show_page("train")

    def rename(self) -> None:
        """Edit the title of the selected run in its place."""
        self._table.edit_title()

    def delete(self) -> None:
        """Move the selected runs to the trash, and offer the way back."""
        folders = [run.folder for run in self._selected()]
        if folders:
            self._do(lambda: [runs.delete(folder) for folder in folders], self._offer_undo)

    def undo(self) -> None:
        """Bring back what was deleted last."""
        trashed, self._trashed = self._trashed, []
        self._do(lambda: [runs.restore(run) for run in trashed], self._bring_back)

    def show_folder(self) -> None:
        """Open the folder of the selected run in the system's file manager."""
        run = self._selected_one()
        if run and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(run.folder))):
            self._strip.say(self.tr("No file manager opens {folder}.").format(folder=run.folder), "warning")

    # -- behind it

    def _do(self, work: Callable[[], T], done: Callable[[T], object]) -> None:
        self._studio.background.run(work, done, self._fail, owner=self, lane=_LANE)

    def _fail(self, sentence: str) -> None:
        self._strip.say(sentence, "error")
        self.refresh()

    def _take(self, found: list[RunSummary]) -> None:
        self._loading = None
        selected = [run.folder for run in self._selected()]
        self._model.set_runs(found)
        self._select(selected)
        if self._table.fit_once():
            self._table.selectRow(0)
        self._pages.setCurrentIndex(1 if found else 0)
        self._toolbar.setVisible(bool(found))
        self._follow_selection()
        if self._is_stale:
            self.refresh()

    def _could_not_read(self, sentence: str) -> None:
        self._loading = None
        self._strip.say(sentence, "error")

    def _offer_undo(self, trashed: list[Trashed]) -> None:
        self._trashed, self._has_trash = trashed, True
        if len(trashed) == 1:
            text = self.tr("Deleted “{title}”.").format(title=trashed[0].original.name)
        else:
            text = self.tr("Deleted %Ln run(s).", "", len(trashed))
        self._strip.say(text, "info", self.tr("Undo"))
        self.refresh()

    def _bring_back(self, folders: Sequence[Path]) -> None:
        self.refresh()

    def _rename(self, folder: Path, title: str) -> None:
        self._do(partial(run_notes.rename, folder, title), lambda _: self.refresh())

    def _run_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _empty_trash(self) -> None:
        if self._has_trash:
            with suppress(StudioError):  # nobody is left to read of it, and the next end of the program tries again
                runs.empty_trash(self._studio.settings.runs_folder)

    def _selected(self) -> list[RunSummary]:
        rows = self._table.selectionModel().selectedRows()
        return [self._model.run(self._filter.mapToSource(index).row()) for index in rows]

    def _selected_one(self) -> RunSummary | None:
        selected = self._selected()
        return selected[0] if len(selected) == 1 else None

    def _select(self, folders: Sequence[Path]) -> None:
        chosen = self._table.selectionModel()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for folder in folders:
            row = self._model.row_of(folder)
            if row is not None:
                chosen.select(self._filter.mapFromSource(self._model.index(row, 0)), flags)

    def _can_resume(self, run: RunSummary) -> bool:
        return run.resumable and run.state not in ("running", "done") and not self._studio.runner.busy

    def _follow_selection(self) -> None:
        run = self._selected_one()
        self._comparison.compare(self._selected())
        self._toolbar.enable(
            open=run is not None,
            resume=run is not None and self._can_resume(run),
            rename=run is not None,
            delete=any(run.state != "running" for run in self._selected()),
            folder=run is not None,
        )

    # -- building

    def _connect(self) -> None:
        for name in ("open", "resume", "rename", "delete", "folder"):
            do = self.show_folder if name == "folder" else getattr(self, name)
            self._toolbar.buttons[name].clicked.connect(do)
        self._toolbar.searched.connect(self._filter.search)
        self._table.opened.connect(self.open)
        self._table.delete_wanted.connect(self.delete)
        self._table.selectionModel().selectionChanged.connect(self._follow_selection)
        self._model.renamed.connect(self._rename)
        self._strip.acted.connect(self.undo)
        self._empty.wanted.connect(lambda: self._studio.show_page("train"))
        self._studio.run_state.phase_changed.connect(self._run_changed)
        self._studio.run_state.evaluated.connect(self._run_changed)
        QShortcut(QKeySequence.StandardKey.Find, self, self._toolbar.focus_search)
        app = QCoreApplication.instance()
        assert app
        app.aboutToQuit.connect(self._empty_trash)

    def _lay_out(self) -> None:
        self._pages.addWidget(self._empty)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self._table)
        split.addWidget(self._comparison)
        self._pages.addWidget(split)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID, 2 * theme.GRID, 2 * theme.GRID, 2 * theme.GRID)
        column.setSpacing(theme.GRID)
        for part in (self._toolbar, self._strip, self._pages):
            column.addWidget(part)
        column.setStretch(2, 1)
        self._toolbar.hide()
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _retranslate(self) -> None:
        self._model.retranslate()
        self._table.setAccessibleName(self.tr("Runs"))
        self._empty.set_texts(
            self.tr("No runs yet"),
            self.tr("Every training is kept here with its curves and weights: to open, resume, rename or delete."),
            self.tr("Go to Train"),
        )
