"""The filters of a layer: as they are, as they were when the run began, and the change."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from alexnet_gui import formatting, theme
from alexnet_gui.background import Background
from alexnet_gui.figure.filter_look import FilterLook, Moment, Origin, Start, look_at_filters, start_of
from alexnet_gui.figure.map_desk import Look
from alexnet_gui.figure.network_figure import INPUT, called, shape_text
from alexnet_gui.pages.filter_stage import FilterStage
from alexnet_gui.pages.network_inquiry import NetworkInquiry
from alexnet_gui.widgets.elided_label import ElidedLabel
from alexnet_gui.widgets.segments import Segments

if TYPE_CHECKING:
    from core.filters import Filters

_MOMENTS: tuple[Moment, ...] = ("now", "start", "change")


class FiltersView(QWidget):
    """A click or Enter goes deeper: from all filters to one, from that to one of its kernels; Esc comes back."""

    def __init__(self, inquiry: NetworkInquiry, background: Background) -> None:
        super().__init__()
        self._inquiry, self._background = inquiry, background
        self._look: Look | None = None
        self._layer = ""
        self._answer: FilterLook | None = None
        self._start: Start | None = None  # of one layer, where it was asked for
        self._awaited: tuple[Origin, str] | None = None  # of which layer it is being drawn
        self._unit: int | None = None  # the filter that is opened
        self._channel: int | None = None  # its kernel that is large
        self.title, self.back, self._words = ElidedLabel(), QToolButton(), QLabel()
        self.moment, self.stage = Segments(("",) * 3), FilterStage()
        self._lay_out()
        self.stage.opened.connect(self._open)
        self.stage.stepped.connect(self._step)
        self.stage.closed.connect(self.go_back)
        self.back.clicked.connect(self.go_back)
        self.moment.chosen.connect(lambda _: self._ask())
        self._retranslate()

    # -- asking

    def show_layer(self, look: Look, name: str) -> None:
        if name != self._layer:
            self._unit = self._channel = None
        self._look, self._layer = look, name
        if name == INPUT:
            self._inquiry.forget(self)
            self._answer = None
            self._show()
        else:
            self._ask()

    def _ask(self) -> None:
        moment = _MOMENTS[self.moment.index]
        question = partial(look_at_filters, layer=self._layer, unit=self._unit, moment=moment, start=self._start)
        self._inquiry.ask(question, self._take, self._fail, owner=self)

    def _take(self, answer: FilterLook) -> None:
        self._answer = answer
        self.moment.setEnabled(answer.origin is not None)
        if answer.origin is None:
            self.moment.set_index(0)
        if answer.origin and answer.filters and answer.moment != _MOMENTS[self.moment.index]:
            self._say(self.tr("Drawing the weights that this run began with…"))
            self._draw(answer.origin, answer.layer)
        else:
            self._show()

    def _draw(self, origin: Origin, layer: str) -> None:
        """Beside a training: its next step need not wait for it."""
        if (origin, layer) != self._awaited:
            self._awaited = origin, layer
            question = partial(start_of, origin, layer)
            self._background.run(question, self._take_start, self._fail, owner=self, lane="inquiries")

    def _take_start(self, start: Start) -> None:
        if (start.origin, start.layer) == self._awaited:
            self._start, self._awaited = start, None
            self._ask()

    def _fail(self, sentence: str) -> None:
        self._answer = self._awaited = None
        self._say(sentence)

    # -- going deeper and back

    @property
    def unit(self) -> int | None:
        """The filter that is opened, None for all."""
        return self._unit

    def is_of(self, moment: Moment) -> bool:
        """The weights that have come are of this moment."""
        return self._answer is not None and self._answer.moment == moment

    def open_filter(self, number: int) -> None:
        """Show the kernels of one filter."""
        filters = self._filters
        if filters is not None:
            self._unit = number % len(filters.norms)
            self._channel = None if _has_many_kernels(filters) else 0
            self._ask()

    def open_kernel(self, channel: int) -> None:
        """Show one kernel of the opened filter, large."""
        if self._filters is not None:
            self._channel = channel % self._filters.shape[0]
            self._show()
            self.stage.large.setFocus()

    def go_back(self) -> None:
        """From a kernel to its filter, from that to all."""
        filters = self._filters
        if filters is None or self._unit is None:
            return
        if self._channel is None or not _has_many_kernels(filters):
            self._unit = None
        self._channel = None
        self._show()
        self.stage.grid.setFocus()

    def _open(self, number: int) -> None:
        if self._unit is None:
            self.open_filter(number)
        else:
            self.open_kernel(number)

    def _step(self, by: int) -> None:
        """The next kernel of the filter, or the next filter where each has but one."""
        if self._unit is None or self._channel is None or self._filters is None:
            return
        if _has_many_kernels(self._filters):
            self.open_kernel(self._channel + by)
        else:
            self.open_filter(self._unit + by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace) and self._unit is not None:
            self.go_back()
        else:
            super().keyPressEvent(event)

    # -- what is shown

    @property
    def _filters(self) -> "Filters | None":
        return self._answer.filters if self._answer else None

    def picture(self) -> QImage | None:
        return self.stage.picture() if self._stack.currentWidget() is self.stage else None

    def _say(self, sentence: str) -> None:
        self._words.setText(sentence)
        self._stack.setCurrentWidget(self._words)
        for part in (self.back, self.stage.order, self.stage.scale):
            part.hide()

    def _show(self) -> None:
        answer, filters = self._answer, self._filters
        self.moment.setVisible(filters is not None)
        whole = answer.whole if answer and self._unit is not None else None
        self.title.setText(self._title(opened=whole is not None))
        if filters is None:
            self._say(self.tr("There are no filters here: choose a convolution or a dense layer in the figure."))
            return
        self.stage.show_filters(filters, whole, self._channel, is_change=self.is_of("change"))
        self._stack.setCurrentWidget(self.stage)
        self.back.setVisible(whole is not None)

    def _title(self, *, opened: bool) -> str:
        look, answer, filters = self._look, self._answer, self._filters
        if look is None or self._layer == INPUT:
            return ""
        parts = [called(look.description, self._layer)]
        if answer is None or filters is None:
            return parts[0]
        if not opened:
            parts.append(f"{len(filters.norms)} × {shape_text(filters.shape)}")
        else:
            parts.append(self.tr("filter {number}").format(number=answer.unit))
            if self._channel is not None and _has_many_kernels(filters):
                parts.append(self.tr("input channel {number}").format(number=self._channel))
        if answer.step is not None:
            parts.append(self.tr("step {step}").format(step=formatting.count(answer.step)))
        return " · ".join(parts)

    # -- looks

    def _lay_out(self) -> None:
        self.title.setFont(theme.font(bold=True))
        self.back.hide()
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        header = QHBoxLayout()
        header.setSpacing(8)
        header.addWidget(self.back)
        header.addWidget(self.title, 1)
        for part in (self.moment, self.stage.order, self.stage.scale):
            header.addWidget(part)
        self._stack = QStackedWidget()
        for place in (self._words, self.stage):
            self._stack.addWidget(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(header)
        column.addWidget(self._stack, 1)
        self.moment.setObjectName("filtersMoment")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.back.setText(self.tr("← Back"))
        self.back.setToolTip(self.tr("Back to all (Esc)"))
        self.moment.set_texts((self.tr("Now"), self.tr("At the start"), self.tr("Change")))
        self.moment.setAccessibleName(self.tr("Which weights"))
        self.moment.setToolTip(
            self.tr(
                "As they are, as the run began, or the difference. The start is known of runs of this program only."
            )
        )
        if self._look is not None:
            self._show()


def _has_many_kernels(filters: "Filters") -> bool:
    return len(filters.shape) == 3 and filters.shape[0] > 1
