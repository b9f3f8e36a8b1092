"""What stands on the paper of a volume view: a layer with its texts, the dashed lines, the titles."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from alexnet_gui import theme
from alexnet_gui.figure.volume_box import Box, Point
from alexnet_gui.figure.volume_layout import Column, Row, Thumb
from alexnet_gui.figure.volume_projection import Projection, fans, projections
from alexnet_gui.widgets.volume_typeset import LabelRows

PADDING = 3.0  # of the wash behind a column
_SIDES = (0.18, 0.36, 0.58)  # how much of its colour the top, the front and the face of a box have
_HOT_SIDES = (0.6, 0.8, 1.0)  # where the colour is what is to be read
SMALL_WINDOW = 6.0  # pixels: of smaller windows less is drawn


def blend(ground: str, color: str, share: float) -> QColor:
    """`share` of the colour over the ground."""
    below, above = QColor(ground), QColor(color)
    return QColor(
        round(below.red() + (above.red() - below.red()) * share),
        round(below.green() + (above.green() - below.green()) * share),
        round(below.blue() + (above.blue() - below.blue()) * share),
    )


def pen(painter: QPainter, color: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen as wide as it says, however far the view is zoomed in."""
    return QPen(color, width / zoom_of(painter), style)


def zoom_of(painter: QPainter) -> float:
    return max(painter.worldTransform().m11(), 0.01)


def polygon(points: Sequence[Point]) -> QPolygonF:
    return QPolygonF([QPointF(*point) for point in points])


@dataclass(slots=True)
class State:
    """What a view knows of a layer beyond its place."""

    hovered: bool = False
    current: bool = False
    focused: bool = False
    heat: float | None = None  # 0 to 1; None: coloured by its kind
    face: QImage | None = field(default=None)
    thumb: QImage | None = field(default=None)


class ColumnItem(QGraphicsItem):
    """A layer: its box and the texts beneath."""

    def __init__(
        self, row: Row, column: Column, labels: LabelRows, place: tuple[int, int], thumb: Thumb | None
    ) -> None:
        super().__init__()
        self._thumb = thumb
        self.column = column
        self.place = place
        self.state = State()
        self._row = row
        self._labels = labels
        self.setToolTip(column.spec.tooltip)

    def boundingRect(self) -> QRectF:
        top, bottom = self._row.upper, self._row.bottom
        rect = QRectF(self.column.left, top, self.column.right - self.column.left, bottom - top)
        return rect.adjusted(-PADDING, -PADDING, PADDING, PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_wash(painter)
        self._paint_thumb(painter)
        self._paint_box(painter)
        self._paint_cells(painter)

    def _paint_wash(self, painter: QPainter) -> None:
        colors = theme.colors()
        share = 0.16 if self.state.current else 0.07 if self.state.hovered else 0.0
        if not share and not self.state.focused:
            return
        frame = QPen(
            QColor(colors.accent), 1, Qt.PenStyle.DashLine if not self.state.current else Qt.PenStyle.SolidLine
        )
        painter.setPen(frame if self.state.focused or self.state.current else Qt.PenStyle.NoPen)
        painter.setBrush(blend(colors.surface, colors.accent, share))
        painter.drawRoundedRect(self.boundingRect().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _paint_box(self, painter: QPainter) -> None:
        box, colors = self.column.box, theme.colors()
        heat, ground = self.state.heat, colors.surface
        color = colors.layer(self.column.spec.kind) if heat is None else colors.in_order(heat)
        painter.setPen(pen(painter, blend(ground, color, 0.9), 1))
        for points, share in zip((box.top, box.front, box.face), _SIDES if heat is None else _HOT_SIDES, strict=True):
            painter.setBrush(blend(ground, color, share))
            painter.drawPolygon(polygon(points))
        if self.state.face is not None:
            paint_face(painter, box, self.state.face)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolygon(polygon(box.face))

    def _paint_thumb(self, painter: QPainter) -> None:
        if self._thumb is None or self.state.thumb is None:
            return
        line = QColor(theme.colors().line)
        place = QRectF(self._thumb.left, self._thumb.top, self._thumb.side, self._thumb.side)
        painter.setPen(pen(painter, line, 1))
        painter.drawLine(
            QPointF(self.column.middle, place.bottom()), QPointF(self.column.middle, self.column.box.upper)
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(place, self.state.thumb)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)

    def _paint_cells(self, painter: QPainter) -> None:
        colors = theme.colors()
        for number, cell in enumerate(self.column.spec.cells):
            painter.setFont(theme.font("small", figures=True, bold=number == 0))
            painter.setPen(QColor(colors.text if number == 0 or number > 1 else colors.muted))
            top = self._row.labels + self._labels.tops[number]
            for line in self._labels.lines(cell):
                rect = QRectF(
                    self.column.left - PADDING,
                    top,
                    self.column.right - self.column.left + 2 * PADDING,
                    self._labels.line,
                )
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, line)
                top += self._labels.line


def paint_face(painter: QPainter, box: Box, image: QImage) -> None:
    """The picture on the face that is turned to the input."""
    corner = box.point(0, 0, 0)
    across = box.recede[0] / image.width(), box.recede[1] / image.width()
    painter.save()
    painter.setTransform(QTransform(across[0], across[1], 0, box.height / image.height(), corner[0], corner[1]), True)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QPointF(0, 0), image)
    painter.restore()


class LinesItem(QGraphicsItem):
    """The windows of all layers of a network in the layers before, and the dashed lines from there."""

    def __init__(self, row: Row) -> None:
        super().__init__()
        self._row = row
        self._projections = projections(row)
        self._fans = [QLineF(*start, *end) for start, end in fans(row)]
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(1)

    def boundingRect(self) -> QRectF:
        left, right = self._row.columns[0].left, self._row.columns[-1].right
        return QRectF(left, self._row.top, right - left, self._row.labels - self._row.top)

    def shape(self) -> QPainterPath:  # the layers below are what is pointed at
        return QPainterPath()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        ink = QColor(theme.colors().text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for projection in self._projections:
            self._paint_projection(painter, projection, ink)
        ink.setAlphaF(0.45)
        painter.setPen(pen(painter, ink, 0.8, Qt.PenStyle.DashLine))
        painter.drawLines(self._fans)

    def _paint_projection(self, painter: QPainter, projection: Projection, ink: QColor) -> None:
        window, far, pixel = (polygon(p) for p in (projection.window, projection.far_window, projection.pixel))
        halo, faint = QColor(theme.colors().surface), QColor(theme.colors().muted)
        halo.setAlphaF(0.7)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        small = window.boundingRect().height() * zoom_of(painter) < SMALL_WINDOW
        if not small:
            painter.setPen(pen(painter, faint, 0.5))
            painter.drawPolygon(far)
            painter.drawLines([QLineF(window.at(corner), far.at(corner)) for corner in range(4)])
        corners = (1, 3) if small else range(4)
        beams = [QLineF(far.at(corner), pixel.boundingRect().center()) for corner in corners]
        dashes = pen(painter, faint, 0.8)
        dashes.setDashPattern([3, 2.5])
        painter.setPen(dashes)
        painter.drawLines(beams)
        for color, width in ((halo, 2.4), (ink, 1.0)):
            painter.setPen(pen(painter, color, width))
            painter.drawPolygon(window)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPolygon(pixel)


class TitlesItem(QGraphicsItem):
    """The name of a network above it, and the headings of the rows of text in the column of its input."""

    def __init__(self, row: Row, labels: LabelRows, title: str, note: str, headings: tuple[str, ...]) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._row = row
        self._labels = labels
        self._title = title
        self._note = note
        self._headings = headings
        self.setZValue(2)

    def boundingRect(self) -> QRectF:
        left, right = self._row.columns[0].left, self._row.columns[-1].right
        return QRectF(left, self._row.top, right - left, self._row.bottom - self._row.top)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        colors, first = theme.colors(), self._row.columns[0]
        painter.setFont(theme.font(bold=True))
        painter.setPen(QColor(colors.text))
        base = self._row.top + painter.fontMetrics().ascent()
        painter.drawText(QPointF(first.left, base), self._title)
        indent = painter.fontMetrics().horizontalAdvance(self._title + "  ")
        painter.setFont(theme.font("small", figures=True))
        painter.setPen(QColor(colors.muted))
        painter.drawText(QPointF(first.left + indent, base), self._note)
        for top, heading in zip(self._labels.tops, self._headings, strict=False):
            for number, line in enumerate(self._labels.lines(heading)):
                y = self._row.labels + top + number * self._labels.line
                cell = QRectF(first.left, y, first.right - first.left, self._labels.line)
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, line)
