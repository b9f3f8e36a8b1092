"""Networks drawn as volumes to scale; a figure that can be zoomed, walked with the arrows and clicked."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsScene, QGraphicsView, QWidget

from alexnet_gui import theme
from alexnet_gui.figure.volume_layout import Arrangement, thumbs
from alexnet_gui.widgets.mini_map import MiniMap
from alexnet_gui.widgets.volume_items import ColumnItem, LinesItem, TitlesItem
from alexnet_gui.widgets.volume_typeset import Figure, lines_of, typeset

ZOOM_STEP = 1.25
SMALLEST_ZOOM, LARGEST_ZOOM = 0.3, 16.0


class VolumeView(QGraphicsView):
    """Shows figures at one common scale. A layer is named by its figure's number and its key."""

    chosen = Signal(int, str)  # by a click or Enter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = QGraphicsScene(self)
        self.setScene(self._paper)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setMouseTracking(True)
        self.setMinimumSize(320, 160)
        self._figures: tuple[Figure, ...] = ()
        self._picture: QImage | None = None
        self._thumbs: dict[str, QImage] = {}
        self._heat: Sequence[Mapping[str, float]] = ()
        self._items: dict[tuple[int, int], ColumnItem] = {}
        self._arrangement: Arrangement | None = None
        self._current: tuple[int, str] | None = None
        self._focused: tuple[int, int] | None = None
        self._under_pointer: ColumnItem | None = None
        self._fitted = True
        self._pressed: QPoint | None = None  # where the button went down
        self._last: QPoint | None = None  # of a drag that goes on
        self._map = MiniMap(self)

    # -- what is shown

    @property
    def arrangement(self) -> Arrangement | None:
        """Where everything stands, in scene coordinates."""
        return self._arrangement

    @property
    def zoom(self) -> float:
        return self.transform().m11()

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Draw these, one above the other; the pictures of the figures before are forgotten."""
        self._figures = tuple(figures)
        self._picture, self._thumbs, self._heat = None, {}, ()
        self._current = self._focused = None
        self.fit()

    def set_picture(self, picture: QImage) -> None:
        """What the first volume of each figure shows on its face."""
        self._picture = picture
        for (_, place), item in self._items.items():
            if place == 0:
                item.state.face = picture
                item.update()

    def set_thumbs(self, thumbs: Mapping[str, QImage]) -> None:
        """Small square pictures above volumes of the first figure, by key."""
        self._thumbs = dict(thumbs)
        for (row, _), item in self._items.items():
            if row == 0:
                item.state.thumb = self._thumbs.get(item.column.spec.key)
                item.update()

    def set_heat(self, shares: Sequence[Mapping[str, float]]) -> None:
        """Colour the layers by these shares, 0 to 1, for each figure by key; layers without one by their kind."""
        self._heat = tuple(shares)
        for (row, _), item in self._items.items():
            item.state.heat = self._heat_of(row, item)
            item.update()

    def _heat_of(self, row: int, item: ColumnItem) -> float | None:
        return self._heat[row].get(item.column.spec.key) if row < len(self._heat) else None

    def set_current(self, figure: int, key: str) -> None:
        """Mark the layer whose contents are shown elsewhere."""
        self._current = (figure, key)
        for place, item in self._items.items():
            item.state.current = (place[0], item.column.spec.key) == self._current
            if item.state.current:
                self._focused = place
            item.update()
        self._show_focus()

    def draw(self, painter: QPainter) -> None:
        """The figures as they are shown, over the whole of the painter's device."""
        painter.fillRect(painter.viewport(), QColor(theme.colors().surface))
        self._paper.render(painter, QRectF(painter.viewport()), self.sceneRect())

    def fit(self) -> None:
        """Typeset the figures anew for the present size of the window, all of them in sight."""
        self._fitted = True
        self._paper.clear()
        self._items, self._under_pointer = {}, None
        self.resetTransform()
        if not self._figures:
            self._arrangement = None
            return
        port = self.viewport().rect()
        labels, arrangement = typeset(self._figures, port.width(), port.height())
        self._arrangement = arrangement
        for number, row in enumerate(arrangement.rows):
            figure = self._figures[number]
            self._paper.addItem(TitlesItem(row, labels, figure.title, figure.note, figure.headings))
            for place, (column, thumb) in enumerate(zip(row.columns, thumbs(row), strict=True)):
                item = ColumnItem(row, column, labels, (number, place), thumb)
                item.state.face = self._picture if place == 0 else None
                item.state.thumb = self._thumbs.get(column.spec.key) if number == 0 else None
                item.state.heat = self._heat_of(number, item)
                self._items[number, place] = item
                self._paper.addItem(item)
            self._paper.addItem(LinesItem(row))
        paper = QRectF(0, 0, arrangement.width, arrangement.height)
        self.setSceneRect(paper)
        shrink = arrangement.shrink(port.width(), port.height())
        self.scale(shrink, shrink)
        self.centerOn(paper.center())
        if self._current:
            self.set_current(*self._current)
        self._map.follow()

    # -- zoom and pan

    def zoom_by(self, factor: float, around: QPoint | None = None) -> None:
        """Larger or smaller, while the point `around` (default: the middle) stays where it is."""
        around = around or self.viewport().rect().center()
        wanted = min(max(self.zoom * factor, SMALLEST_ZOOM), LARGEST_ZOOM)
        spot = self.mapToScene(around)
        self._fitted = False
        self.scale(wanted / self.zoom, wanted / self.zoom)
        self._pan(around - self.mapFromScene(spot))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom_by(ZOOM_STEP ** (event.angleDelta().y() / 120), event.position().toPoint())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._last = event.position().toPoint()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._pressed is None or self._last is None:
            self._hover(self._item_at(here))
        elif self._dragged(here) or self.viewport().cursor().shape() == Qt.CursorShape.ClosedHandCursor:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            moved, self._last = here - self._last, here
            self._fitted = False
            self._pan(moved)
        super().mouseMoveEvent(event)  # tooltips

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._pressed is not None and not self._dragged(here):
            item = self._item_at(here)
            if item is not None:
                self._choose(item)
        self._pressed = self._last = None
        self._hover(self._item_at(here))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.fit()

    def _dragged(self, here: QPoint) -> bool:
        return (here - (self._pressed or here)).manhattanLength() >= QApplication.startDragDistance()

    def _pan(self, by: QPoint) -> None:
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - by.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - by.y())
        self._map.follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self.fit()
        self._map.follow()

    # -- pointing and walking

    def _item_at(self, point: QPoint) -> ColumnItem | None:
        if self._arrangement is None:
            return None
        spot = self.mapToScene(point)
        place = self._arrangement.at(spot.x(), spot.y())
        return self._items.get(place) if place else None

    def _hover(self, item: ColumnItem | None) -> None:
        if item is self._under_pointer:
            return
        for one, hovered in ((self._under_pointer, False), (item, True)):
            if one is not None:
                one.state.hovered = hovered
                one.update()
        self._under_pointer = item
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if item else Qt.CursorShape.ArrowCursor)

    def _choose(self, item: ColumnItem) -> None:
        self._focused = item.place
        self._show_focus()
        self.chosen.emit(item.place[0], item.column.spec.key)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.ZoomIn) or key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(ZOOM_STEP)
        elif event.matches(QKeySequence.StandardKey.ZoomOut) or key == Qt.Key.Key_Minus:
            self.zoom_by(1 / ZOOM_STEP)
        elif key == Qt.Key.Key_0 and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.fit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._focused:
            self._choose(self._items[self._focused])
        elif key in _STEPS and self._items:
            self._walk(*_STEPS[key])
        else:
            super().keyPressEvent(event)

    def _walk(self, rows: int, columns: int) -> None:
        row, column = self._focused or (0, 0)
        row = min(max(row + rows, 0), len(self._figures) - 1)
        last = len(self._figures[row].volumes) - 1
        self._focused = (row, min(max(column + columns, 0), last))
        self._show_focus()
        item = self._items[self._focused]
        self.ensureVisible(item, 16, 16)
        self._map.follow()
        self.setAccessibleDescription(" · ".join(lines_of(cell, 0)[0] for cell in item.column.spec.cells if cell))

    def _show_focus(self) -> None:
        for place, item in self._items.items():
            focused = self.hasFocus() and place == self._focused
            if focused != item.state.focused:
                item.state.focused = focused
                item.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._focused = self._focused or ((0, 0) if self._items else None)
        self._show_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_focus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            if event.type() == QEvent.Type.FontChange and self._fitted:
                self.fit()
            self.viewport().update()


_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Home: (0, -1000),
    Qt.Key.Key_End: (0, 1000),
}
