"""Which network answers: the demo, the best or the last of a run, the one in training, a file of weights."""

from pathlib import Path

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from alexnet_gui.context import Studio
from alexnet_gui.pictures.classifier_client import TRAINING
from core.events import Saved
from core.runs import RunSummary, runs_in

DEMO, FILE = "demo", "file…"


class NetworkPicker(QComboBox):
    """``picked()`` when another network is to answer; `source` names it as for `core.network.load_network`."""

    picked = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._runs: list[RunSummary] = []
        self._files: list[Path] = []
        self._source = DEMO
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.setMaxVisibleItems(24)
        self.activated.connect(self._activated)
        studio.run_state.phase_changed.connect(self._phase_changed)
        self._fill()

    @property
    def source(self) -> str:
        """ "demo", "training", "RUNDIR:best", "RUNDIR:last" or the path of a file."""
        return self._source

    def refresh(self) -> None:
        """Look for runs anew, in the background."""
        folder = self._studio.settings.runs_folder
        self._studio.background.run(
            lambda: [run for run in runs_in(folder) if run.resumable],
            self._found,
            lambda _: None,
            owner=self,
            lane="runs",
        )

    def choose(self, source: str) -> None:
        """Pick a source as a person would."""
        if source != self._source:
            self._source = source
            self._fill()
            self.picked.emit()

    def _found(self, runs: list[RunSummary]) -> None:
        if [(run.folder, run.title) for run in runs] != [(run.folder, run.title) for run in self._runs]:
            self._runs = runs
            self._fill()

    def _phase_changed(self, phase: str) -> None:
        """A run that ends hands over to its last weights, so that the answers stay the same."""
        state = self._studio.run_state
        if self._source == TRAINING and not state.active:
            saved = any(isinstance(note, Saved) for note in state.notes)
            self.choose(f"{state.folder}:last" if saved else DEMO)
        else:
            self._fill()
        if phase in ("stopped", "done", "failed"):
            self.refresh()

    def _entries(self) -> list[tuple[str, str]]:
        entries = [(self.tr("Demo network"), DEMO)]
        if self._studio.run_state.active:
            entries.append((self.tr("The network in training"), TRAINING))
        for run in self._runs:
            entries.append((self.tr("{run} – best").format(run=run.title), f"{run.folder}:best"))
            entries.append((self.tr("{run} – last").format(run=run.title), f"{run.folder}:last"))
        entries += [(file.name, str(file)) for file in self._files]
        if self._source not in [source for _, source in entries]:
            entries.append((Path(self._source).name, self._source))
        return [*entries, (self.tr("A file of weights…"), FILE)]

    def _fill(self) -> None:
        with QSignalBlocker(self):
            self.clear()
            for text, source in self._entries():
                self.addItem(text, source)
            self.setCurrentIndex(self.findData(self._source))

    def _activated(self, index: int) -> None:
        source = self.itemData(index)
        if source != FILE:
            self.choose(source)
            return
        self.setCurrentIndex(self.findData(self._source))
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open weights"), "", self.tr("Weights (*.safetensors *.pt *.pth)")
        )
        if chosen:
            self._files.append(Path(chosen))
            self.choose(chosen)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
