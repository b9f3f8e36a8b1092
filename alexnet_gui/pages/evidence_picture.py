"""The maps of several methods side by side, named, as one picture for a file."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from alexnet_gui import theme

SIDE, LINE, GAP = 448, 40, 16  # pixels: of a map, of a name, between two


def side_by_side(maps: Sequence[tuple[str, QImage]]) -> QImage | None:
    """On white, as for print; None for none."""
    if not maps:
        return None
    whole = QImage(len(maps) * (SIDE + GAP) + GAP, SIDE + LINE + 2 * GAP, QImage.Format.Format_RGB32)
    whole.fill(Qt.GlobalColor.white)
    painter = QPainter(whole)
    font = theme.font()
    font.setPixelSize(LINE // 2)
    painter.setFont(font)
    painter.setPen(QColor(theme.LIGHT.text))
    for number, (name, image) in enumerate(maps):
        left = GAP + number * (SIDE + GAP)
        painter.drawText(QRect(left, GAP, SIDE, LINE), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.drawImage(QRect(left, GAP + LINE, SIDE, SIDE), image)
    painter.end()
    return whole
