"""Beside the curves: a person's notes about the run that is selected."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from alexnet_gui import theme
from alexnet_gui.widgets.notes_field import NotesField
from core.runs import RunSummary


class RunsNotes(QWidget):
    """``annotated(run, notes)`` when a changed text is left; `run` is as it was before."""

    annotated = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: RunSummary | None = None
        self._title, self._field = QLabel(), NotesField()
        self._title.setFont(theme.font("small"))
        self._title.setBuddy(self._field)
        self._field.setObjectName("notes")
        self._field.left.connect(self._left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._field, 1)
        self._retranslate()

    def show_run(self, run: RunSummary | None) -> None:
        """The notes of this run; of none there is no field."""
        is_same = run is not None and self._run is not None and run.folder == self._run.folder
        if not is_same:
            self._field.leave()
        self._run = run
        if run and not (is_same and self._field.is_changed):  # what is being typed stays
            self._field.show_text(run.notes)
        self.setVisible(run is not None)

    def leave(self) -> None:
        """Say what was typed, as when the field is left."""
        self._field.leave()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _left(self, text: str) -> None:
        if self._run:
            self.annotated.emit(self._run, text)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Notes"))
        self._field.setAccessibleName(self.tr("Notes of the selected run"))
        self._field.setPlaceholderText(self.tr("What was this run for?"))
