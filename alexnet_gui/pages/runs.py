"""The Runs page: every run with its figures; open, resume, compare, name, tag, delete with a way back."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QModelIndex, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from alexnet_gui import formatting, theme
from alexnet_gui.background import Job
from alexnet_gui.context import Studio
from alexnet_gui.pages.chart_out import ChartOut
from alexnet_gui.pages.runs_actions import RunsActions
from alexnet_gui.pages.runs_columns import RunsColumns
from alexnet_gui.pages.runs_comparison import RunsComparison
from alexnet_gui.pages.runs_notes import RunsNotes
from alexnet_gui.pages.runs_table import RunsTable
from alexnet_gui.pages.runs_toolbar import RunsToolbar
from alexnet_gui.run.run_changes import LANE, RunChanges
from alexnet_gui.run.run_filter import RunFilter
from alexnet_gui.run.run_table_model import RunTableModel
from alexnet_gui.widgets.empty_state import EmptyState
from alexnet_gui.widgets.message_strip import MessageStrip
from alexnet_gui.window.run_out import RunOut
from core import runs
from core.errors import StudioError
from core.runs import RunSummary, Trashed


class RunsPage(QWidget):
    """Lists the runs of the runs folder; reads them in the background whenever something may have changed."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._has_trash = False
        self._loading: Job | None = None
        self._is_stale = False
        self._changes = RunChanges(studio.background, self)
        self._out = RunOut(studio, self)
        self._model = RunTableModel()
        self._filter = RunFilter(self._model)
        self._table = RunsTable(self._filter)
        self._actions = RunsActions(self, self._table)
        self._columns = RunsColumns(self._table, studio.settings)
        self._toolbar = RunsToolbar(self._actions, self._columns.menu)
        self._strip = MessageStrip()
        self._total = QLabel()
        self._notes = RunsNotes()
        self.comparison = RunsComparison(studio.background, self._notes)
        self._charts = ChartOut(studio, lambda: self.comparison.name, self)
        self._charts.offer(self.comparison.plot, lambda: [self.comparison.chart()])
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
            lambda: runs.runs_in(folder), self._take, self._could_not_read, owner=self, lane=LANE
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._actions.dress()

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

    def duplicate(self) -> None:
        """Put the recipe of the selected run into the form, where it can be changed and trained."""
        if run := self._selected_one():
            self._studio.settings.recipe = run.recipe.toml()
            self._studio.show_page("train")
            self._studio.message(self.tr("The recipe of “{title}” is in the form.").format(title=run.title), "info")

    def star(self) -> None:
        """Mark the selected runs with a star; if all of them have one, take it away."""
        rows = [self._model.row_of(run.folder) for run in self._selected()]
        plain = [row for row in rows if row is not None and not self._model.runs[row].starred]
        for row in plain or rows:
            if row is not None:
                self._model.toggle_star(row)

    def delete(self) -> None:
        """Move the selected runs to the trash, and offer the way back."""
        if folders := [run.folder for run in self._selected()]:
            self._changes.delete(folders)

    def undo(self) -> None:
        """Take back what was changed or deleted last."""
        self._strip.hide()
        self._changes.undo()

    def show_folder(self) -> None:
        """Open the folder of the selected run in the system's file manager."""
        run = self._selected_one()
        if run and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(run.folder))):
            self._strip.say(self.tr("No file manager opens {folder}.").format(folder=run.folder), "warning")

    def select(self, folders: Sequence[Path]) -> None:
        """Select these runs beside those that are."""
        chosen = self._table.selectionModel()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for folder in folders:
            row = self._model.row_of(folder)
            if row is not None:
                chosen.select(self._filter.mapFromSource(self._model.index(row, 0)), flags)

    def save_picture(self) -> None:
        """Save the curves of the selected runs."""
        self._charts.save_picture([self.comparison.chart()])

    # -- behind it

    def _fail(self, sentence: str) -> None:
        self._strip.say(sentence, "error")
        self.refresh()

    def _take(self, found: list[RunSummary]) -> None:
        self._loading = None
        selected = [run.folder for run in self._selected()]
        self._model.set_runs(found)
        self.select(selected)
        if self._table.fit_once():
            self._table.select_first()
        self._pages.setCurrentIndex(1 if found else 0)
        self._toolbar.setVisible(bool(found))
        self._total.setVisible(bool(found))
        self._follow_selection()
        if self._is_stale:
            self.refresh()

    def _could_not_read(self, sentence: str) -> None:
        self._loading = None
        self._strip.say(sentence, "error")

    def _offer_undo(self, trashed: list[Trashed]) -> None:
        self._has_trash = True
        if len(trashed) == 1:
            text = self.tr("Deleted “{title}”.").format(title=trashed[0].original.name)
        else:
            text = self.tr("Deleted %Ln run(s).", "", len(trashed))
        self._strip.say(text, "info", self.tr("Undo"))

    def _keep(self, run: RunSummary, key: str, value: Any) -> None:
        self._changes.keep(run, key, value)
        self._follow_selection()

    def _run_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _end(self) -> None:
        self._notes.leave()
        with suppress(StudioError):  # nobody is left to read of it, and the next end of the program tries again
            self._changes.finish()
            if self._has_trash:
                runs.empty_trash(self._studio.settings.runs_folder)

    def _selected(self) -> list[RunSummary]:
        rows = sorted(self._table.selectionModel().selectedRows(), key=QModelIndex.row)
        return [self._model.runs[self._filter.mapToSource(index).row()] for index in rows]

    def _selected_one(self) -> RunSummary | None:
        selected = self._selected()
        return selected[0] if len(selected) == 1 else None

    def _send(self, out: Callable[[Path], object]) -> None:
        if run := self._selected_one():
            out(run.folder)

    def _can_resume(self, run: RunSummary) -> bool:
        return run.resumable and run.state not in ("running", "done") and not self._studio.runner.busy

    def _follow_selection(self) -> None:
        selected = self._selected()
        run = selected[0] if len(selected) == 1 else None
        self.comparison.compare(selected)
        self._notes.show_run(run)
        self._actions.enable(
            **dict.fromkeys(("open", "duplicate", "report", "data", "rename", "tags", "folder"), run is not None),
            resume=run is not None and self._can_resume(run),
            star=bool(selected),
            delete=any(run.state != "running" for run in selected),
            undo=self._changes.can_undo,
        )
        self._say_total(selected)

    def _say_total(self, selected: Sequence[RunSummary]) -> None:
        every, shown = self._model.runs, self._filter.rowCount()
        disk = formatting.size(sum(run.size_bytes for run in every))
        parts = [self.tr("%Ln run(s), {size}", "", len(every)).format(size=disk)]
        if shown < len(every):
            parts.insert(0, self.tr("%Ln found", "", shown))
        if len(selected) > 1:
            disk = formatting.size(sum(run.size_bytes for run in selected))
            parts.append(self.tr("%Ln selected, {size}", "", len(selected)).format(size=disk))
        self._total.setText(" · ".join(parts))

    # -- building

    def _connect(self) -> None:
        for name in ("open", "resume", "duplicate", "star", "delete", "undo"):
            self._actions[name].triggered.connect(getattr(self, name))
        self._actions["folder"].triggered.connect(self.show_folder)
        self._actions["report"].triggered.connect(lambda: self._send(self._out.report))
        self._actions["data"].triggered.connect(lambda: self._send(self._out.data))
        self._actions["rename"].triggered.connect(lambda: self._table.edit_cell("title"))
        self._actions["tags"].triggered.connect(lambda: self._table.edit_cell("tags"))
        self._toolbar.searched.connect(self._filter.search)
        self._toolbar.searched.connect(self._follow_selection)
        self._table.offer(self._actions.all)
        self._table.opened.connect(self.open)
        self._table.starred.connect(self._toggle_star)
        self._table.selectionModel().selectionChanged.connect(self._follow_selection)
        self._model.edited.connect(self._keep)
        self._notes.annotated.connect(self._changes.annotate)
        self._changes.done.connect(self.refresh)
        self._changes.deleted.connect(self._offer_undo)
        self._changes.failed.connect(self._fail)
        self._strip.acted.connect(self.undo)
        self._empty.wanted.connect(lambda: self._studio.show_page("train"))
        self._studio.run_state.phase_changed.connect(self._run_changed)
        self._studio.run_state.evaluated.connect(self._run_changed)
        QShortcut(QKeySequence.StandardKey.Find, self, self._toolbar.focus_search)
        app = QCoreApplication.instance()
        assert app
        app.aboutToQuit.connect(self._end)

    def _toggle_star(self, index: QModelIndex) -> None:
        self._model.toggle_star(self._filter.mapToSource(index).row())

    def _lay_out(self) -> None:
        self._pages.addWidget(self._empty)
        whole = QSplitter(Qt.Orientation.Vertical)
        whole.setChildrenCollapsible(False)
        whole.addWidget(self._table)
        whole.addWidget(self.comparison)
        whole.setSizes([320, 280])
        self._pages.addWidget(whole)
        self._total.setFont(theme.font("small"))
        self._total.setProperty("muted", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID, 2 * theme.GRID, 2 * theme.GRID, 2 * theme.GRID)
        column.setSpacing(theme.GRID)
        for part in (self._toolbar, self._strip, self._total, self._pages):
            column.addWidget(part)
        column.setStretch(3, 1)
        self._toolbar.hide()
        self._total.hide()

    def _retranslate(self) -> None:
        for part in (self._model, self._actions, self._columns):
            part.retranslate()
        self._table.setAccessibleName(self.tr("Runs"))
        self._follow_selection()
        self._empty.set_texts(
            self.tr("No runs yet"),
            self.tr("Every training is kept here with its curves and weights: to open, resume, rename or delete."),
            self.tr("Go to Train"),
        )
