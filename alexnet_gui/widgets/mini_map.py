"""A small picture of all that a view could show, and where in it the window is."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsView, QWidget

from alexnet_gui import theme

_WIDEST, _HIGHEST = 168, 96  # pixels
_MARGIN = 8


class MiniMap(QWidget):
    """Lies over a graphics view, in its corner, while not all of it is in sight. A click or a drag moves the view."""

    def __init__(self, view: QGraphicsView) -> None:
        super().__init__(view)  # not of its viewport, which moves what lies on it when it scrolls
        self._view = view
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def follow(self) -> None:
        """The view has moved, or shows something else."""
        paper, seen = self._view.sceneRect(), self._seen()
        is_wanted = not paper.isEmpty() and not seen.adjusted(-1, -1, 1, 1).contains(paper)
        if is_wanted:
            size = paper.size().scaled(_WIDEST, _HIGHEST, Qt.AspectRatioMode.KeepAspectRatio).toSize()
            port = self._view.viewport().geometry()
            self.setGeometry(
                port.right() - size.width() - _MARGIN,
                port.bottom() - size.height() - _MARGIN,
                size.width(),
                size.height(),
            )
            self.raise_()
            self.update()
        self.setVisible(is_wanted)

    def _seen(self) -> QRectF:
        return self._view.mapToScene(self._view.viewport().rect()).boundingRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, painter, paper = theme.colors(), QPainter(self), self._view.sceneRect()
        painter.fillRect(self.rect(), QColor(colors.window))
        self._view.scene().render(painter, QRectF(self.rect()), paper)
        scale = self.width() / paper.width()
        seen = self._seen() & paper
        place = QRectF(
            (seen.x() - paper.x()) * scale, (seen.y() - paper.y()) * scale, seen.width() * scale, seen.height() * scale
        )
        painter.setPen(QPen(QColor(colors.accent), 2))
        painter.drawRect(place.adjusted(1, 1, -1, -1))
        painter.setPen(QColor(colors.edge))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def sizeHint(self) -> QSize:
        return QSize(_WIDEST, _HIGHEST)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _go(self, place: QPointF) -> None:
        paper = self._view.sceneRect()
        scale = self.width() / paper.width()
        self._view.centerOn(QPointF(paper.x() + place.x() / scale, paper.y() + place.y() / scale))
        self.follow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
