"""What stands below the plots: the log of the run, and the table of its epochs."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView, QTabWidget, QWidget

from alexnet_gui import theme
from alexnet_gui.run.epoch_table_model import EpochTableModel
from alexnet_gui.run.run_state import RunState
from alexnet_gui.run.run_words import note_in_words
from alexnet_gui.widgets.log_view import LogView


class TrainDetails(QTabWidget):
    """Follows a `RunState`."""

    def __init__(self, state: RunState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._told = 0  # of the state's notes
        self._version = -1
        self._log = LogView()
        self._log.setObjectName("log")
        self._model = EpochTableModel(state)
        self._table = QTableView()
        self._table.setObjectName("epochs")
        self._table.setModel(self._model)
        self._table.setFrameShape(QFrame.Shape.NoFrame)
        self._table.setFont(theme.font(figures=True))
        self._table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self._table.verticalHeader().hide()
        self._table.setShowGrid(False)
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setDocumentMode(True)
        self.addTab(self._log, "")
        self.addTab(self._table, "")
        state.changed.connect(self._follow)
        self._retranslate()
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _follow(self) -> None:
        self._model.follow()
        notes = self._state.notes
        if self._version != self._state.version or len(notes) < self._told:
            self._version, self._told = self._state.version, 0
            self._log.clear_lines()
        if len(notes) > self._told:
            self._log.append_lines([(event.time, *note_in_words(event)) for event in notes[self._told :]])
            self._told = len(notes)

    def _retranslate(self) -> None:
        self.setTabText(0, self.tr("Log"))
        self.setTabText(1, self.tr("Epochs"))
        self._log.setAccessibleName(self.tr("Log of the run"))
        self._table.setAccessibleName(self.tr("Figures of each epoch"))
