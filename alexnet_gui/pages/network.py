"""The Network page: the network as volumes to scale, and below what a layer makes of the pinned picture."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from alexnet_gui import theme
from alexnet_gui.figure.map_desk import Look, describe_other, look_into
from alexnet_gui.figure.network_figure import figure_of
from alexnet_gui.figure.volume_box import UNITS_PER_CHANNEL
from alexnet_gui.formatting import model_title
from alexnet_gui.pages.network_figure_tools import FigureTools
from alexnet_gui.pages.network_inquiry import NetworkInquiry
from alexnet_gui.pages.network_layers import thumb_images
from alexnet_gui.pages.network_picker import TRAINING, NetworkPicker
from alexnet_gui.pages.network_pin import PinPicker
from alexnet_gui.pages.network_views import NetworkViews
from alexnet_gui.widgets.array_image import array_image
from alexnet_gui.widgets.elided_label import ElidedLabel
from alexnet_gui.widgets.volume_view import VolumeView

if TYPE_CHECKING:
    from alexnet_gui.context import Studio
    from core.models.description import Description

REFRESH_MS = 1000  # of the network in training: at most so often
FIGURE_SHARE, FIGURES_SHARE = 64, 72  # percent of the height, for one network and for two


class NetworkPage(QWidget):
    """Shows one `Look` at a time; a network in training is looked into again while the page is in sight."""

    def __init__(self, studio: "Studio") -> None:
        super().__init__()
        self._studio = studio
        self._look: Look | None = None
        self._other: Description | None = None  # the network to compare with
        self._drawn: tuple[Description, ...] = ()  # the descriptions in the figure
        self._layer = ""
        self._seen_step = -1
        self._clock = QTimer(self, interval=REFRESH_MS)
        self.picker, self.pins = NetworkPicker(studio), PinPicker()
        self._inquiry = NetworkInquiry(studio, lambda: self.picker.source, lambda: self.pins.pin, self)
        self.figure, self.compare = VolumeView(), QCheckBox()
        self.tools = FigureTools(studio, self.figure, self._inquiry)
        self.views = NetworkViews(studio, self._inquiry)
        self.message, self._scale_note, self._network_label = QLabel(), ElidedLabel(), QLabel()
        self._save = QAction(self)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._ask()

    def shown(self) -> None:
        """The window shows this page."""
        self.picker.refresh()

    def pin(self, image: NDArray[np.uint8], caption: str) -> None:
        """Send this picture, uint8 (C, side, side), through the network."""
        self.pins.add(caption, image)

    # -- questions

    def _ask(self) -> None:
        """Look into the network that is picked with the picture that is pinned."""
        self._seen_step = self._studio.run_state.step
        self._inquiry.ask(look_into, self._take, self._say, owner=self)

    def _use_network(self) -> None:
        self._inquiry.read_anew()
        self._ask()
        self._set_clock()

    def _set_clock(self) -> None:
        if self.isVisible() and self.picker.source == TRAINING:
            self._clock.start()
        else:
            self._clock.stop()

    def _tick(self) -> None:
        """The network in training has changed when it has made a step."""
        if self._studio.run_state.step != self._seen_step:
            self._ask()

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))

    # -- answers

    def _take(self, look: Look) -> None:
        self._look = look
        stand_in = self.tr("{complaint} Until then an untrained AlexNet stands in: train one, or pick a run.")
        self._say(stand_in.format(complaint=look.complaint) if look.complaint else "")
        if look.description not in self._drawn:
            self._other = None
        self._compare(self.compare.isChecked())
        self.figure.set_picture(array_image(look.picture))
        self._show_thumbs()
        known = [layer.name for layer in look.description.layers]
        if self._layer not in known:
            self._layer = known[0]
        self._open(self._layer)

    def _draw(self) -> None:
        """The figure, anew only where another network is to be drawn."""
        look = self._look
        if look is None:
            return
        shown = (look.description, *((self._other,) if self.compare.isChecked() and self._other else ()))
        if shown != self._drawn:
            self._drawn = shown
            self.figure.show_figures([figure_of(description, description.model) for description in shown])
            self.figure.set_picture(array_image(look.picture))
            self._show_thumbs()
            self.tools.show_networks(shown)
            if self._layer:
                self.figure.set_current(0, self._layer)
        other = _other_model(look.description)
        self.compare.setText(self.tr("Compare with {network}").format(network=model_title(other)))

    def _compare(self, wanted: bool) -> None:
        look = self._look
        self._draw()
        if look is None or not wanted or self._other is not None:
            return
        model = _other_model(look.description)
        question = partial(describe_other, model, look.description.input_shape[0], look.classes)
        self._studio.background.run(question, self._take_other, self._say, owner=self)

    def _take_other(self, description: "Description") -> None:
        self._other = description
        self._share_height(FIGURES_SHARE)
        self._draw()

    def _share_height(self, upper: int) -> None:
        """Percent of the height for what is above the splitter."""
        self._split.setSizes([upper, 100 - upper])

    def _choose(self, figure: int, name: str) -> None:
        """A layer of the figure was clicked."""
        if figure > 0:
            self._say(
                self.tr("{network} is drawn to compare with; pick a run of it to see its maps.").format(
                    network=self._drawn[figure].model
                )
            )
            return
        self.views.open(name)

    def _measure(self) -> None:
        """The table shows times, too."""
        is_table = self.views.front is self.views.table
        if is_table and not self._inquiry.in_training:  # a training would have to share its cores
            self.tools.measure()

    def _open(self, name: str) -> None:
        """Show a layer, or the input itself, in the view that is in front."""
        if self._look is not None:
            self._layer = name
            self.figure.set_current(0, name)
            self.views.show_layer(self._look, name)

    def _show_thumbs(self) -> None:
        if self._look is not None:
            self.figure.set_thumbs(thumb_images(self._look, after=self.views.maps.is_after))

    # -- saving

    def save_picture(self, file: Path) -> None:
        """Write what the lower half shows as a PNG."""
        picture = self.views.picture()
        if picture is None or not picture.save(str(file), "PNG"):  # type: ignore[call-overload]
            self._say(self.tr("The picture could not be written to {file}.").format(file=file))
        else:
            self._studio.message(self.tr("Saved {file}").format(file=file), "info")

    def _ask_where_to_save(self) -> None:
        if self.views.picture() is None:
            return
        dialog = QFileDialog(self, self.tr("Save the picture"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PNG pictures (*.png)"))
        dialog.setDefaultSuffix("png")
        dialog.selectFile(f"{self._layer}.png")
        dialog.fileSelected.connect(self._save_to)
        dialog.open()

    def _save_to(self, name: str) -> None:
        self.save_picture(Path(name))

    # -- looks

    def _connect(self) -> None:
        self.picker.picked.connect(self._use_network)
        self.pins.picked.connect(self._ask)
        self.figure.chosen.connect(self._choose)
        self.tools.found.connect(partial(self._choose, 0))
        self.tools.failed.connect(self._say)
        self.tools.measured.connect(lambda: self.views.table.set_seconds(self.tools.seconds))
        self.views.came_forward.connect(self._measure)
        self.views.layer_wanted.connect(self._open)
        self.views.picture_chosen.connect(self.pin)
        self.views.maps.activation_toggled.connect(self._show_thumbs)
        self.views.maps.save_wanted.connect(self._ask_where_to_save)
        self.compare.toggled.connect(self._compare)
        self._clock.timeout.connect(self._tick)
        self._save.triggered.connect(self._ask_where_to_save)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        self._network_label.setBuddy(self.picker)
        self.picker.setMinimumContentsLength(12)
        tools.addWidget(self._network_label)
        tools.addWidget(self.picker, 1)
        tools.addSpacing(8)
        tools.addWidget(self.pins)
        tools.addStretch(1)
        tools.addWidget(self.compare)
        tools.addWidget(self.tools)
        self.message.setWordWrap(True)
        self.message.hide()
        self._scale_note.setFont(theme.font("small"))
        self._scale_note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        switches = QHBoxLayout()
        switches.setSpacing(16)
        switches.addWidget(self.views.switch)
        switches.addWidget(self._scale_note, 1)
        switches.addWidget(self.tools.legend)
        upper = QWidget()
        upper_column = QVBoxLayout(upper)
        upper_column.setContentsMargins(0, 0, 0, 8)
        upper_column.setSpacing(8)
        upper_column.addWidget(self.figure, 1)
        upper_column.addLayout(switches)
        self._split = split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(upper)
        split.addWidget(self.views)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        self._share_height(FIGURE_SHARE)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(tools)
        column.addWidget(self.message)
        column.addWidget(split, 1)
        self._save.setShortcut(QKeySequence("Ctrl+Shift+E"))
        self._save.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self._save)
        self.figure.setObjectName("networkFigure")
        self.picker.setObjectName("networkSource")
        self.compare.setObjectName("networkCompare")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._set_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._set_clock()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange and self._look is not None:
            self._show_thumbs()

    def _retranslate(self) -> None:
        self._network_label.setText(self.tr("Network:"))
        self.picker.setAccessibleName(self.tr("The network that is shown"))
        self.figure.setAccessibleName(self.tr("The network as volumes: arrows walk the layers, Enter opens one"))
        self._save.setText(self.tr("Save the picture"))
        note = self.tr(
            "Sides to scale; {channels} channels as deep as one pixel; dense layers by the root of their values."
        )
        self._scale_note.setText(note.format(channels=round(1 / UNITS_PER_CHANNEL)))
        self._drawn = ()
        if self._look is not None:
            self._draw()
            self._open(self._layer)
        else:
            self.compare.setText(self.tr("Compare with {network}").format(network=model_title("lenet")))


def _other_model(description: "Description") -> str:
    return "lenet" if description.model == "AlexNet" else "alexnet"
