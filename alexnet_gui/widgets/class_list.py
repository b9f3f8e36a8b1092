"""Names with how many there are of each; one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from alexnet_gui import theme
from alexnet_gui.formatting import count

ROW = 32


class ClassList(QTreeWidget):
    """``chosen(row)`` when a person chooses another row."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setStyleSheet("QTreeView::item { padding: 0 8px; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(24)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(lambda: self.chosen.emit(self.row))

    @property
    def row(self) -> int:
        """The chosen row, -1 where there is none."""
        item = self.currentItem()
        return -1 if item is None else self.indexOfTopLevelItem(item)

    def set_rows(self, rows: Sequence[tuple[str, int]]) -> None:
        """Show (name, number) pairs; the same row stays chosen, at first the first. Says nothing."""
        row = max(self.row, 0)
        with QSignalBlocker(self):
            self.clear()
            items = [_item(name, number) for name, number in rows]
            self.addTopLevelItems(items)
            if items:
                self.setCurrentItem(items[row if row < len(items) else 0])


def _item(name: str, number: int) -> QTreeWidgetItem:
    item = QTreeWidgetItem([name, count(number)])
    item.setToolTip(0, name)
    item.setFont(1, theme.font("small", figures=True))
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setSizeHint(0, QSize(0, ROW))
    return item
