"""A picture with a frame around a part of it."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from alexnet_gui import theme

SHADE = 110  # of 255: how dark the rest is made


class PatchView(QWidget):
    """Shows a square picture; a part of it can be pointed out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(96, 96)
        self._picture = QImage()
        self._patch: QRectF | None = None

    @property
    def patch(self) -> QRectF | None:
        """In shares of the picture; None for none."""
        return self._patch

    def set_picture(self, picture: QImage) -> None:
        self._picture = picture
        self.update()

    def set_patch(self, patch: QRectF | None) -> None:
        """Point out this part, in shares of the picture; what lies outside the picture is cut off."""
        self._patch = patch & QRectF(0, 0, 1, 1) if patch is not None else None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(192, 192)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture.isNull():
            return
        painter = QPainter(self)
        side = min(self.width(), self.height()) - 2
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_patch(painter, place, self._picture, self._patch)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()


def paint_patch(painter: QPainter, place: QRectF, picture: QImage, patch: QRectF | None) -> None:
    """A picture with its `patch`, in shares of it, framed and the rest shaded."""
    colors = theme.colors()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, picture)
    painter.setPen(QColor(colors.line))
    painter.drawRect(place)
    if patch is None:
        return
    seen = QRectF(
        place.x() + patch.x() * place.width(),
        place.y() + patch.y() * place.height(),
        patch.width() * place.width(),
        patch.height() * place.height(),
    )
    painter.save()
    painter.fillRect(place, QColor(0, 0, 0, SHADE))
    painter.setClipRect(seen)
    painter.drawImage(place, picture)
    painter.restore()
    painter.setPen(QPen(QColor(colors.accent), 2))
    painter.drawRect(seen)
