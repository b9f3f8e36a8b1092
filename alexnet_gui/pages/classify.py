"""The Classify page: pictures from anywhere, what the network sees of them, and what it makes of them."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from alexnet_gui import theme
from alexnet_gui.pages.classify_batch import BatchPanel
from alexnet_gui.pages.classify_result import ResultPanel
from alexnet_gui.pages.network_picker import NetworkPicker
from alexnet_gui.pictures.classifier_client import ClassifierClient, Picture
from alexnet_gui.pictures.classifier_desk import Answer
from alexnet_gui.pictures.samples import samples
from alexnet_gui.pictures.truth import truth_of
from alexnet_gui.widgets.drop_zone import DropZone
from alexnet_gui.widgets.picture_strip import PictureStrip
from alexnet_gui.window import dropped

if TYPE_CHECKING:
    from alexnet_gui.context import Studio


class ClassifyPage(QWidget):
    """``answered(seconds)`` from `open_sources` of one picture to its painted answer."""

    answered = Signal(object)

    def __init__(self, studio: "Studio") -> None:
        super().__init__()
        self._studio = studio
        self._picture: Picture | None = None  # the one that is shown or asked about
        self._caption = ""
        self._truth: str | None = None  # where whoever handed the picture in knew it
        self._asked_at: float | None = None
        self.client = ClassifierClient(studio.background, studio.runner, self)
        self.picker = NetworkPicker(studio)
        self.result, self.drop_zone = ResultPanel(), DropZone()
        self.batch, self.strip = BatchPanel(studio.background), PictureStrip()
        self._network_label = QLabel()
        self._network_label.setBuddy(self.picker)
        self.open_button, self.paste_button, self.folder_button = QPushButton(), QPushButton(), QPushButton()
        self._samples = samples()
        self.strip.set_pictures([(sample.file, sample.label) for sample in self._samples])
        self._lay_out()
        self._connect()
        self._retranslate()
        self.client.use(self.picker.source)

    def shown(self) -> None:
        """The window shows this page."""
        self.picker.refresh()

    def use_network(self, source: str) -> None:
        """Let this network answer, named as by `NetworkPicker.source`."""
        self.picker.choose(source)

    # -- pictures come in

    def open_sources(self, sources: Sequence[Path | bytes]) -> None:
        """One picture is shown large; several, or folders, fill the table."""
        if not sources:
            return
        if len(sources) == 1 and (isinstance(sources[0], bytes) or not sources[0].is_dir()):
            self._close_batch()
            self._look(sources[0])
            return
        self._show_batch(True)
        self.batch.show_run(self.client.batch(sources, adapt=self.result.adapt))

    def show_picture(self, picture: NDArray[np.uint8], caption: str, truth: str | None = None) -> None:
        """A picture of a data set, uint8 (C, side, side), and its class where it is known."""
        self._close_batch()
        self._look(picture, caption, truth)

    def open_files(self) -> None:
        """Ask for pictures."""
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Open pictures"))
        self.open_sources([Path(name) for name in names])

    def open_folder(self) -> None:
        """Ask for a folder of pictures."""
        if name := QFileDialog.getExistingDirectory(self, self.tr("Open a folder of pictures")):
            self.open_sources([Path(name)])

    def paste(self) -> None:
        """Take what the clipboard holds."""
        mime = QGuiApplication.clipboard().mimeData()
        if mime is not None and (sources := dropped.take(mime)):  # pyright: ignore[reportUnnecessaryComparison]
            self.open_sources(sources)
        else:
            self._studio.message(self.tr("The clipboard holds no picture and no file."), "info")

    # -- questions and answers

    def _look(self, picture: Picture, caption: str = "", truth: str | None = None) -> None:
        self._asked_at = time.perf_counter()
        self._picture, self._truth = picture, truth
        self._caption = caption or (picture.name if isinstance(picture, Path) else self.tr("Pasted picture"))
        self.client.look(picture, adapt=self.result.adapt)

    def _look_sample(self, file: Path) -> None:
        sample = next(sample for sample in self._samples if sample.file == file)
        self._close_batch()
        self._look(file, sample.label, sample.truth)

    def _look_again(self) -> None:
        if self._picture is not None:
            self.client.look(self._picture, adapt=self.result.adapt)

    def _use_network(self) -> None:
        self.client.use(self.picker.source)
        self._look_again()

    def _show_answer(self, answer: Answer) -> None:
        truth = self._truth if self._truth in answer.classes else None
        if truth is None and isinstance(self._picture, Path):
            truth = truth_of(self._picture, answer.classes)
        self._stack.setCurrentWidget(self.result)
        self.result.show_answer(answer, self._caption, truth)
        self._tell_time()
        self._ask_why()

    def _ask_why(self) -> None:
        """What speaks for the first guess, where a person wants to see it; the answer itself does not wait for it."""
        answer = self.result.answer
        if answer and answer.guesses and self.result.why.isChecked():
            self.client.explain(answer, lambda sentence: self._studio.message(sentence, "warning"))

    def _show_error(self, sentence: str) -> None:
        self._stack.setCurrentWidget(self.result)
        self.result.show_error(sentence, self._caption)
        self._tell_time()

    def _tell_time(self) -> None:
        if self._asked_at is not None:
            self.result.repaint()  # what is timed is what a person sees
            self.answered.emit(time.perf_counter() - self._asked_at)
            self._asked_at = None

    def _show_batch(self, visible: bool) -> None:
        self.batch.setVisible(visible)
        self.strip.setVisible(not visible and bool(self._samples))
        if visible:
            self._stack.setCurrentWidget(self.result)

    def _close_batch(self) -> None:
        if self.batch.isVisibleTo(self):
            self.batch.close_table()

    def _pin_in_network(self) -> None:
        page = self._studio.show_page("network")
        pin = getattr(page, "pin", None)
        if pin and self.result.answer:
            pin(self.result.answer.seen, self._caption)

    # -- looks

    def _connect(self) -> None:
        self.open_button.clicked.connect(self.open_files)
        self.paste_button.clicked.connect(self.paste)
        self.folder_button.clicked.connect(self.open_folder)
        self.drop_zone.pressed.connect(self.open_files)
        self.picker.picked.connect(self._use_network)
        self.strip.picked.connect(self._look_sample)
        self.client.answered.connect(self._show_answer)
        self.client.failed.connect(self._show_error)
        self.client.explained.connect(self.result.show_why)
        self.batch.selected.connect(self._look)
        self.batch.closed.connect(lambda: self._show_batch(False))
        self.result.adapt_changed.connect(self._look_again)
        self.result.why.toggled.connect(self._ask_why)
        self.result.wanted_in_network.connect(self._pin_in_network)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for part, name in (
            (self.open_button, "classifyOpen"),
            (self.paste_button, "classifyPaste"),
            (self.folder_button, "classifyOpenFolder"),
        ):
            part.setObjectName(name)
            tools.addWidget(part)
        tools.addStretch()
        tools.addWidget(self._network_label)
        tools.addWidget(self.picker)
        self.picker.setObjectName("classifyNetwork")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.drop_zone)
        self._stack.addWidget(self.result)
        self._stack.setMinimumHeight(200)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self._stack)
        split.addWidget(self.batch)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.setSizes([400, 300])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addLayout(tools)
        column.addWidget(split, 1)
        column.addWidget(self.strip)
        self._show_batch(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _retranslate(self) -> None:
        self.open_button.setText(self.tr("Open…"))
        self.open_button.setAccessibleName(self.tr("Open pictures"))
        self.paste_button.setText(self.tr("Paste"))
        self.folder_button.setText(self.tr("Open folder…"))
        self._network_label.setText(self.tr("Network:"))
        self.picker.setAccessibleName(self.tr("The network that answers"))
        self.strip.set_title(self.tr("Samples"))
        self.drop_zone.set_texts(
            self.tr("Drop a picture anywhere in this window"),
            self.tr("Or a folder of them, or paste one with Ctrl+V. Nothing leaves this computer."),
            self.tr("Open a picture…"),
        )
        self._dress()

    def _dress(self) -> None:
        for button, icon in ((self.open_button, "open"), (self.paste_button, "paste"), (self.folder_button, "data")):
            button.setIcon(theme.icon(icon))
