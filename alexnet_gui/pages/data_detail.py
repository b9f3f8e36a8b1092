"""The picture of a data set that was picked, large, with what is known of it."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from alexnet_gui import theme
from alexnet_gui.formatting import count
from alexnet_gui.pictures.album import Album
from alexnet_gui.widgets.picture_view import PictureView
from core.errors import DataError


class DetailPanel(QWidget):
    """Shows a picked picture until another is picked; below it, in a line, the one under the pointer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Album, int] | None = None
        self.picture = PictureView(pixel_exact=True)
        self.picture.setObjectName("dataPicture")
        self.label, self.where, self.hovered = QLabel(), QLabel(), QLabel()
        self.classify = QPushButton()
        self.classify.setObjectName("dataClassify")
        self.label.setFont(theme.font("title"))
        self.where.setFont(theme.font("small", figures=True))
        self.hovered.setFont(theme.font("small", figures=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.picture, 1)
        for text in (self.label, self.where):
            text.setWordWrap(True)
            column.addWidget(text)
        column.addSpacing(8)
        column.addWidget(self.classify)
        column.addStretch()
        column.addWidget(self.hovered)
        self.hovered.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._retranslate()
        self.clear()

    def clear(self) -> None:
        """No picture is picked."""
        self._shown = None
        self._say()

    def show_picture(self, album: Album, row: int) -> None:
        """Show a picture of an album."""
        self._shown = album, row
        self._say()

    def set_hovered(self, album: Album, row: int | None) -> None:
        """Name the picture under the pointer; None names none."""
        self.hovered.setText("" if row is None else f"{album.label(row)} · {self.place(album, row)}")

    def place(self, album: Album, row: int) -> str:
        """Which picture it is, e.g. "Training 1,234"."""
        split = self.tr("Training") if album.split_of(row) == "train" else self.tr("Test")
        return f"{split} {count(album.index_in_split(row))}"

    def caption(self, album: Album, row: int) -> str:
        """The picture's name where it is shown without its album."""
        return f"{self.place(album, row)} · {album.label(row)}"

    def _say(self) -> None:
        self.classify.setEnabled(self._shown is not None)
        if self._shown is None:
            self.picture.set_sentence(self.tr("Click a picture to see it large."))
            self.label.setText("")
            self.where.setText("")
            return
        album, row = self._shown
        try:
            picture = album.picture(row)
        except DataError as error:
            self.picture.set_sentence(str(error))
            return
        self.picture.set_picture(picture)
        self.picture.setAccessibleDescription(self.caption(album, row))
        self.label.setText(album.label(row))
        self.where.setText(f"{self.place(album, row)}\n{picture.shape[2]} × {picture.shape[1]}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._say()
        elif event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _retranslate(self) -> None:
        self.picture.setAccessibleName(self.tr("The picked picture"))
        self.classify.setText(self.tr("Classify this"))
        self._dress()

    def _dress(self) -> None:
        for label in (self.where, self.hovered):
            if (style := f"color: {theme.colors().muted}") != label.styleSheet():
                label.setStyleSheet(style)
        self.classify.setIcon(theme.icon("classify"))
