"""The Data page: every picture of a data set by class, one of them large."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from alexnet_gui.background import Job
from alexnet_gui.formatting import count
from alexnet_gui.pages.data_detail import DetailPanel
from alexnet_gui.pictures.album import FASHION_MNIST, Album, SplitName, read_album
from alexnet_gui.pictures.progress import Progress
from alexnet_gui.widgets.class_list import ClassList
from alexnet_gui.widgets.picture_wall import PictureWall, Section
from alexnet_gui.widgets.segments import Segments
from alexnet_gui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from alexnet_gui.context import Studio

SPLITS: tuple[SplitName, ...] = ("both", "train", "test")
OPEN = "open…"


class DataPage(QWidget):
    """Shows Fashion-MNIST, or a folder with one sub-folder of pictures a class."""

    def __init__(self, studio: "Studio") -> None:
        super().__init__()
        self._studio = studio
        self._album: Album | None = None
        self._folders: list[str] = []
        self._name = FASHION_MNIST  # of the data set that is shown or being read
        self._job: Job | None = None
        self._progress = Progress(self)
        self.chooser, self._chooser_label = QComboBox(), QLabel()
        self.splits = Segments(["", "", ""])
        self.classes = ClassList()
        self.wall = PictureWall()
        self.detail = DetailPanel()
        self.waiting = Waiting()
        self._part, self._skipped = QLabel(), QLabel()
        self._lay_out()
        self._connect()
        self._retranslate()
        self.open_data(FASHION_MNIST)

    # -- reading

    def open_data(self, name: str) -> None:
        """Read "fashion-mnist" or a folder in the background, then show it."""
        self._give_up()
        self._name = name
        if name != FASHION_MNIST and name not in self._folders:
            self._folders.append(name)
        self._fill_chooser()
        self._progress = Progress(self)
        self._progress.moved.connect(self.waiting.move_to)
        self._progress.watch()
        self._say(self.tr("Reading {name} …").format(name=self._title(name)), busy=True)
        self._job = self._studio.background.run(
            partial(read_album, name, self._progress.report), self._show_album, self._failed, owner=self, lane="data"
        )

    def _give_up(self) -> None:
        self._progress.cancel()
        self._progress.stop()
        if self._job:
            self._job.cancel()
            self._job = None

    def _cancel(self) -> None:
        self._give_up()
        if self._album is None:
            self._say(self.tr("The reading was cancelled."))
            return
        self._name = self._album.name
        self._fill_chooser()
        self._stack.setCurrentWidget(self._browser)

    def _failed(self, sentence: str) -> None:
        self._give_up()
        self._say(sentence)

    def _show_album(self, album: Album) -> None:
        self._give_up()
        self._album = album
        self.detail.clear()
        self._show_split()
        self._part.setVisible(album.whole > len(album))
        self._part.setText(self.tr("{shown} of {all} pictures").format(shown=count(len(album)), all=count(album.whole)))
        self._skipped.setVisible(album.skipped > 0)
        self._skipped.setText(self.tr("%Ln file(s) could not be read", "", album.skipped))
        self._stack.setCurrentWidget(self._browser)

    # -- what is on the wall

    def _show_split(self) -> None:
        """After another split or data set: the counts, and the wall."""
        if self._album is None:
            return
        groups = self._album.by_class(SPLITS[self.splits.index])
        rows = [(self.tr("All classes"), sum(map(len, groups)))]
        rows += [(name, len(group)) for name, group in zip(self._album.classes, groups, strict=True)]
        self.classes.set_rows(rows)
        self._show_wall()

    def _show_wall(self) -> None:
        if self._album is None:
            return
        groups = self._album.by_class(SPLITS[self.splits.index])
        chosen = self.classes.row - 1
        labels = [chosen] if chosen >= 0 else [label for label, group in enumerate(groups) if len(group)]
        sections = [Section(self._album.classes[label], groups[label]) for label in labels]
        self.wall.show_pictures(self._album.small, sections)

    def _show_picture(self, row: int) -> None:
        if self._album is not None:
            self.detail.show_picture(self._album, row)

    def _hovered(self, row: int) -> None:
        if self._album is not None:
            self.detail.set_hovered(self._album, row if row >= 0 else None)

    def _classify(self) -> None:
        row = self.wall.current
        if self._album is None or row is None:
            return
        caption = self.detail.caption(self._album, row)
        page = self._studio.show_page("classify")
        page.show_picture(self._album.picture(row), caption, self._album.label(row))  # pyright: ignore[reportAttributeAccessIssue]

    # -- choosing

    def _title(self, name: str) -> str:
        return "Fashion-MNIST" if name == FASHION_MNIST else Path(name).name

    def _fill_chooser(self) -> None:
        self.chooser.clear()
        for name in (FASHION_MNIST, *self._folders):
            self.chooser.addItem(self._title(name), name)
            if name != FASHION_MNIST:
                self.chooser.setItemData(self.chooser.count() - 1, name, Qt.ItemDataRole.ToolTipRole)
        self.chooser.addItem(self.tr("Open a folder…"), OPEN)
        self.chooser.setCurrentIndex(self.chooser.findData(self._name))

    def _chosen(self, index: int) -> None:
        name = self.chooser.itemData(index)
        if name != OPEN:
            self.open_data(name)
            return
        self.chooser.setCurrentIndex(self.chooser.findData(self._name))
        text = self.tr("Open a folder with one sub-folder of pictures a class")
        if folder := QFileDialog.getExistingDirectory(self, text):
            self.open_data(folder)

    # -- looks

    def _say(self, sentence: str, *, busy: bool = False) -> None:
        self.waiting.say(sentence, busy=busy, again=not busy)
        self._stack.setCurrentWidget(self.waiting)

    def _connect(self) -> None:
        self.chooser.activated.connect(self._chosen)
        self.splits.chosen.connect(self._show_split)
        self.classes.chosen.connect(self._show_wall)
        self.wall.picked.connect(self._show_picture)
        self.wall.hovered.connect(self._hovered)
        self.detail.classify.clicked.connect(self._classify)
        self.waiting.cancelled.connect(self._cancel)
        self.waiting.retried.connect(lambda: self.open_data(self._name))

    def _lay_out(self) -> None:
        for part, name in (
            (self.chooser, "dataSet"),
            (self.splits, "dataSplit"),
            (self.classes, "dataClasses"),
            (self.wall, "dataWall"),
            (self.waiting.bar, "dataProgress"),
            (self.waiting.cancel, "dataCancel"),
        ):
            part.setObjectName(name)
        self._chooser_label.setBuddy(self.chooser)
        self._part.hide()
        self._skipped.hide()
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for part in (self._chooser_label, self.chooser, self.splits):
            tools.addWidget(part)
        tools.addStretch()
        tools.addWidget(self._part)
        tools.addWidget(self._skipped)
        self._browser = QWidget()
        row = QHBoxLayout(self._browser)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.classes.setFixedWidth(176)
        self.detail.setFixedWidth(208)
        row.addWidget(self.classes)
        row.addWidget(self.wall, 1)
        row.addWidget(self.detail)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.waiting)
        self._stack.addWidget(self._browser)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addLayout(tools)
        column.addWidget(self._stack, 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_split()

    def _retranslate(self) -> None:
        self._chooser_label.setText(self.tr("Data set:"))
        self.chooser.setAccessibleName(self.tr("Data set"))
        self.splits.set_texts([self.tr("Both"), self.tr("Training"), self.tr("Test")])
        self.splits.setAccessibleName(self.tr("Split"))
        self.classes.setAccessibleName(self.tr("Classes"))
        self.wall.setAccessibleName(self.tr("Pictures"))
        self._fill_chooser()
