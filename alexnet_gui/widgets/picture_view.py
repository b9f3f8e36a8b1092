"""One picture as large as it fits, small ones pixel by pixel; or a sentence where there is none."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from alexnet_gui import theme
from alexnet_gui.widgets.array_image import array_image

PADDING = 8
RADIUS = 8


def fitted(picture: QSize, room: QSize, *, whole: bool) -> QSize:
    """The size at which a picture fills a room in its own proportions, in device pixels.

    `whole`: enlarged by whole factors only, so that all its pixels are the same size.
    """
    if picture.isEmpty() or room.isEmpty():
        return QSize(0, 0)
    factor = min(room.width() / picture.width(), room.height() / picture.height())
    if whole and factor > 1:
        factor = int(factor)
    return QSize(max(round(picture.width() * factor), 1), max(round(picture.height() * factor), 1))


class PictureView(QWidget):
    """Shows a uint8 picture: (H, W), (H, W, 3), (1, H, W) or (3, H, W). Never higher than wide."""

    def __init__(self, parent: QWidget | None = None, *, pixel_exact: bool = False) -> None:
        super().__init__(parent)
        self._pixel_exact = pixel_exact
        self._image, self._overlay = QImage(), QImage()
        self._sentence = ""
        self._is_complaint = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(96, 96)

    @property
    def image(self) -> QImage:
        """What is shown, null where nothing is."""
        return self._image

    @property
    def sentence(self) -> str:
        """What is said in the place of a picture."""
        return self._sentence

    def set_picture(self, picture: NDArray[np.uint8]) -> None:
        """Show a picture."""
        self._show(array_image(picture), "", False)

    def set_overlay(self, overlay: QImage) -> None:
        """Lay this over the picture, enlarged smoothly, until another picture is shown; a null one is none."""
        self._overlay = overlay
        self.update()

    def set_sentence(self, sentence: str, *, complaint: bool = False) -> None:
        """Show a sentence and no picture."""
        self._show(QImage(), sentence, complaint)

    def _show(self, image: QImage, sentence: str, complaint: bool) -> None:
        self._image, self._sentence, self._is_complaint = image, sentence, complaint
        self._overlay = QImage()
        self.setAccessibleDescription(sentence)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(256, 256)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMaximumHeight(max(self.width(), self.minimumHeight()))

    def picture_rect(self) -> QRect:
        """Where the picture is painted, in device pixels."""
        ratio = self.devicePixelRatioF()
        room = (self.size() - QSize(2 * PADDING, 2 * PADDING)) * ratio
        size = fitted(self._image.size(), room, whole=self._pixel_exact)
        rect = QRect(0, 0, size.width(), size.height())
        rect.moveCenter(self.rect().center() * ratio)
        return rect

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QPainterPath()
        frame.addRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.fillPath(frame, QColor(colors.surface))
        painter.setPen(QPen(QColor(colors.line), 1))
        painter.drawPath(frame)
        if self._image.isNull():
            self._paint_sentence(painter, colors.bad if self._is_complaint else colors.muted)
        else:
            self._paint_picture(painter)
        painter.end()

    def _paint_picture(self, painter: QPainter) -> None:
        ratio, target = self.devicePixelRatioF(), self.picture_rect()
        image, mode = self._image, Qt.TransformationMode.SmoothTransformation
        if self._pixel_exact and target.width() >= image.width():
            mode = Qt.TransformationMode.FastTransformation
        scaled = image.scaled(target.size(), Qt.AspectRatioMode.IgnoreAspectRatio, mode)
        scaled.setDevicePixelRatio(ratio)
        painter.drawImage(target.topLeft().toPointF() / ratio, scaled)
        if not self._overlay.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(
                QRectF(target.topLeft().toPointF() / ratio, target.size().toSizeF() / ratio), self._overlay
            )

    def _paint_sentence(self, painter: QPainter, color: str) -> None:
        painter.setPen(QColor(color))
        painter.setFont(theme.font())
        room = self.rect().adjusted(2 * PADDING, PADDING, -2 * PADDING, -PADDING)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._sentence)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
