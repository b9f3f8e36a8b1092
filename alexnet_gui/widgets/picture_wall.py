"""A wall of tens of thousands of small pictures in sections, of which only what is in sight is ever painted."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from alexnet_gui import theme
from alexnet_gui.widgets.array_image import rgb32
from alexnet_gui.widgets.wall_geometry import TileRow, WallGeometry, enlargement, laid_out

TILE = 56  # about so large is a tile, in logical pixels
GAP = 4
HEADER = 32
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """Pictures under one header: ``pictures`` are rows of the wall's array, in the order shown."""

    title: str
    pictures: NDArray[np.int64]


class PictureWall(QAbstractScrollArea):
    """Shows the pictures of an array, uint8 (N, side, side) or (N, side, side, 3), section by section.

    `picked` is emitted with the row of the array when a person clicks a picture or goes to it with the keyboard,
    `hovered` when the pointer comes to one, and with -1 when it leaves.
    """

    picked = Signal(int)
    hovered = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: NDArray[np.uint8] = np.zeros((0, 28, 28), np.uint8)
        self._titles: tuple[str, ...] = ()
        self._order = np.zeros(0, np.int64)
        self._current: int | None = None
        self._under_pointer: int | None = None
        self._geometry = WallGeometry((), 1, TILE, GAP, HEADER)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else its coming moves the columns
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # -- what is shown

    def show_pictures(self, pictures: NDArray[np.uint8], sections: Sequence[Section]) -> None:
        """Show these, from the top, with no picture current. The array is kept, not copied."""
        self._pictures = pictures
        self._titles = tuple(section.title for section in sections)
        self._order = np.concatenate([np.zeros(0, np.int64), *(section.pictures for section in sections)])
        self._current = self._under_pointer = None
        self._lay_out([len(section.pictures) for section in sections])
        self.verticalScrollBar().setValue(0)

    @property
    def geometry_of_wall(self) -> WallGeometry:
        """Where everything is, in device pixels."""
        return self._geometry

    @property
    def current(self) -> int | None:
        """The row of the array of the current picture."""
        return None if self._current is None else int(self._order[self._current])

    def set_current(self, picture: int) -> None:
        """Make a row of the array current and bring it in sight; ignored when it is not on the wall."""
        found = np.flatnonzero(self._order == picture)
        if len(found):
            self._go_to(int(found[0]), tell=False)

    # -- geometry

    def _lay_out(self, counts: Sequence[int]) -> None:
        ratio = self.devicePixelRatioF()
        side = self._pictures.shape[1]
        factor = enlargement(side, TILE * ratio)
        self._geometry = laid_out(
            counts,
            width=round(self.viewport().width() * ratio),
            tile=side * factor,
            gap=factor * enlargement(factor, GAP * ratio),  # whole pixels of the pictures: a row is one image
            header=round(HEADER * ratio),
        )
        bar = self.verticalScrollBar()
        page = round(self.viewport().height() * ratio)
        bar.setPageStep(page)
        bar.setSingleStep(max(self._geometry.pitch // 3, 1))  # a notch of the wheel is three: one row
        bar.setRange(0, max(self._geometry.height - page, 0))
        self.viewport().update()

    def _lay_out_again(self) -> None:
        """After a new size or scale: the same picture stays at the top."""
        old, top = self._geometry, self.verticalScrollBar().value()
        first = next(old.rows_between(top, top + old.header + old.pitch), None) if top else None
        self._lay_out(old.counts)
        if first is not None:
            self.verticalScrollBar().setValue(self._geometry.corner(first.first)[1] - self._geometry.header)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_again()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._lay_out_again()
        return super().event(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def _rect(self, position: int) -> QRectF:
        """A tile in the viewport, in logical pixels."""
        ratio = self.devicePixelRatioF()
        x, y = self._geometry.corner(position)
        tile = self._geometry.tile / ratio
        return QRectF(x / ratio, (y - self.verticalScrollBar().value()) / ratio, tile, tile)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        top = self.verticalScrollBar().value()
        bottom = top + round(self.viewport().height() * ratio)
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme.colors().window))
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        for row in self._geometry.rows_between(top, bottom):
            self._paint_row(painter, row, row.top - top)
        painter.restore()
        self._paint_marks(painter)
        for section, y in self._geometry.headers_between(top, bottom):
            self._paint_header(painter, section, (y - top) / ratio)
        painter.end()

    def _paint_row(self, painter: QPainter, row: TileRow, y: int) -> None:
        geometry, side = self._geometry, self._pictures.shape[1]
        factor = geometry.tile // side
        pitch = geometry.pitch // factor  # in pixels of the pictures
        strip = np.full((side, row.count, pitch), QColor(theme.colors().window).rgb(), np.uint32)
        tiles = rgb32(self._pictures[self._order[row.first : row.first + row.count]])  # (n, side, side)
        strip[:, :, :side] = tiles.transpose(1, 0, 2)
        width = row.count * pitch
        image = QImage(strip.data, width, side, 4 * width, QImage.Format.Format_RGB32)
        painter.drawImage(QRect(geometry.left, y, width * factor, geometry.tile), image)

    def _paint_marks(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme.colors()
        for position, color, width in (
            (self._under_pointer, colors.muted, 2.0),
            (self._current, colors.accent, 3.0),
        ):
            if position is not None:
                painter.setPen(QPen(QColor(color), width))
                painter.drawRoundedRect(self._rect(position).adjusted(-1, -1, 1, 1), 3, 3)

    def _paint_header(self, painter: QPainter, section: int, y: float) -> None:
        colors = theme.colors()
        left = self._geometry.left / self.devicePixelRatioF()
        band = QRectF(0, y, self.viewport().width(), HEADER)
        painter.fillRect(band, QColor(colors.window))
        text = band.adjusted(left, 0, -left, 0)
        title = self._titles[section]
        painter.setFont(theme.font(bold=True))
        painter.setPen(QColor(colors.text))
        painter.drawText(text, _MIDDLE_LEFT, title)
        shift = painter.fontMetrics().horizontalAdvance(title) + 8
        painter.setFont(theme.font("small", figures=True))
        painter.setPen(QColor(colors.muted))
        count = self.locale().toString(self._geometry.counts[section])
        painter.drawText(text.adjusted(shift, 0, 0, 0), _MIDDLE_LEFT, count)

    # -- pointer and keyboard

    def _position_at(self, point: QPoint) -> int | None:
        ratio = self.devicePixelRatioF()
        if point.y() * ratio < self._geometry.header and self._geometry.counts:
            return None  # the header that stays in sight
        top = self.verticalScrollBar().value()
        return self._geometry.position_at(round(point.x() * ratio), round(point.y() * ratio) + top)

    def _hover(self, position: int | None) -> None:
        if position != self._under_pointer:
            self._under_pointer = position
            self.viewport().update()
            self.hovered.emit(-1 if position is None else int(self._order[position]))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._position_at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position = self._position_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and position is not None:
            self._go_to(position)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        position = self._after_key(event.key()) if len(self._order) else None
        if position is None:
            super().keyPressEvent(event)
        else:
            self._go_to(position)

    def _after_key(self, key: int) -> int | None:
        """The position that a key leads to, None for a key that leads nowhere."""
        if self._current is None:
            return self._first_in_sight() if key in _ROWS or key in _STEPS or key in _ENDS else None
        if key in _STEPS:
            return min(max(self._current + _STEPS[key], 0), len(self._order) - 1)
        if key in _ROWS:
            rows, by_page = _ROWS[key]
            return self._geometry.moved(self._current, rows=rows * (self._rows_a_page() if by_page else 1))
        if key in _ENDS:
            return len(self._order) - 1 if _ENDS[key] else 0
        return None

    def _rows_a_page(self) -> int:
        room = self.verticalScrollBar().pageStep() - self._geometry.header
        return max(room // self._geometry.pitch, 1)

    def _first_in_sight(self) -> int:
        top = self.verticalScrollBar().value()
        bottom = top + self.verticalScrollBar().pageStep()
        rows = self._geometry.rows_between(top + self._geometry.header, bottom)
        return next((row.first for row in rows if row.top >= top), 0)

    def _go_to(self, position: int, *, tell: bool = True) -> None:
        self._current = position
        bar = self.verticalScrollBar()
        bar.setValue(self._geometry.scrolled_to(position, bar.value(), bar.pageStep()))
        self.viewport().update()
        if tell:
            self.picked.emit(int(self._order[position]))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.viewport().update()


_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ROWS: dict[int, tuple[int, bool]] = {  # rows or pages down
    Qt.Key.Key_Up: (-1, False),
    Qt.Key.Key_Down: (1, False),
    Qt.Key.Key_PageUp: (-1, True),
    Qt.Key.Key_PageDown: (1, True),
}
_ENDS: dict[int, bool] = {Qt.Key.Key_Home: False, Qt.Key.Key_End: True}
