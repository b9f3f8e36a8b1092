"""What covers the window while something is dragged over it: a frame and one line that says what a drop does."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from alexnet_gui import theme


class DropCue(QWidget):
    """Lies over its parent, takes no clicks. `welcome` False: the drop will be refused, and `text` says why."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dropCue")
        self._over = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.text = ""
        self.welcome = True
        self.hide()

    def show_over(self, text: str, *, welcome: bool) -> None:
        """Cover the parent with this line."""
        self.text, self.welcome = text, welcome
        self.setAccessibleName(text)
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.colors()
        color = QColor(now.accent if self.welcome else now.muted)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(now.window)
        veil.setAlpha(244)  # what lies below shows through, but does not disturb the words
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(color, 2, Qt.PenStyle.DashLine))
        margin = 2 * theme.GRID
        frame = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        painter.drawRoundedRect(frame, 12, 12)
        painter.setPen(QColor(now.text))
        painter.setFont(theme.font("title"))
        inside = frame.adjusted(margin, margin, -margin, -margin)
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.text)
