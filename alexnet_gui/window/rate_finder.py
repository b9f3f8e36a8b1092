"""A learning rate for the recipe: a range test that draws itself, and its suggestion."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

from alexnet_gui import formatting, theme
from alexnet_gui.background import Background
from alexnet_gui.widgets.rate_plot import RatePlot
from core.events import Event, Suggested, Tried
from core.recipe import Recipe

_LOW, _HIGH, _STEPS = 1e-7, 10.0, 100  # as of `alexnet lr`
_SIZE = 560, 420


class RateFinder(QDialog):
    """Tries rates for `recipe`; one click gives the suggestion to `use`. Closing gives the test up."""

    def __init__(self, recipe: Recipe, use: Callable[[float], object], background: Background, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rateFinder")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._recipe, self._use_rate = recipe, use
        self._tried: list[Tried] = []
        self._found: float | None = None
        self._given_up = False
        self.setWindowTitle(self.tr("Find a learning rate"))
        says = QLabel(self.tr("The rate rises from step to step until the loss explodes; nothing of it is kept."))
        says.setWordWrap(True)
        self._plot = RatePlot(_LOW, _HIGH)
        self._plot.setAccessibleName(self.tr("Loss over learning rate"))
        self._progress = QProgressBar(maximum=_STEPS, textVisible=False)
        self._line = QLabel(self.tr("Reading {data}…").format(data=recipe.data))
        self._line.setFont(theme.font(figures=True))
        self._line.setWordWrap(True)
        self._line.setMinimumHeight(2 * self._line.fontMetrics().lineSpacing())  # nothing jumps
        self._line.setAlignment(Qt.AlignmentFlag.AlignTop)
        buttons = QDialogButtonBox()
        self._use = buttons.addButton(self.tr("Use it"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._use.setEnabled(False)
        self._use.setDefault(True)
        self._close = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._close.setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(theme.GRID)
        for part in (says, self._plot, self._progress, self._line, buttons):
            column.addWidget(part)
        column.setStretch(1, 1)
        self.resize(*_SIZE)
        self.finished.connect(self._finished)
        self._job = background.stream(self._events, self._take, self._ended, self._failed, owner=self, lane="rates")

    def _events(self) -> Iterator[Event]:
        """In the worker; torch is loaded there."""
        from core.lr_finder import find_lr

        return find_lr(self._recipe, low=_LOW, high=_HIGH, steps=_STEPS, progress=lambda *_: not self._given_up)

    def _take(self, event: Event) -> None:
        if isinstance(event, Tried):
            self._tried.append(event)
            self._progress.setValue(event.step)
            text = self.tr("Step {step} of {steps}, learning rate {rate}, loss {loss}.")
            self._line.setText(
                text.format(
                    step=event.step,
                    steps=_STEPS,
                    rate=formatting.learning_rate(event.lr),
                    loss=formatting.loss(event.loss),
                )
            )
            losses = zip(*((one.lr, one.loss, one.smoothed) for one in self._tried), strict=True)
            self._plot.set_losses(*(list(column) for column in losses))
        elif isinstance(event, Suggested):
            self._found = event.lr

    def _ended(self) -> None:
        self._progress.setValue(_STEPS)
        self._close.setText(self.tr("Close"))
        if self._found is None:
            self._line.setText(self.tr("No rate lowered the loss: try another initialisation or a larger batch."))
            return
        self._plot.mark(self._found)
        self._line.setText(self._suggestion())
        self._use.setEnabled(True)

    def _suggestion(self) -> str:
        text = self.tr("Suggested: {rate}, in the middle of where the loss falls. The recipe has {now}.")
        return text.format(rate=_rounded(self._found or 0.0), now=formatting.learning_rate(self._recipe.lr))

    def _failed(self, sentence: str) -> None:
        self._progress.hide()
        self._line.setText(sentence)
        self._close.setText(self.tr("Close"))

    @Slot(int)
    def _finished(self, result: int) -> None:
        self._given_up = True
        self._job.cancel()
        if result == QDialog.DialogCode.Accepted and self._found is not None:
            self._use_rate(float(_rounded(self._found)))


def _rounded(rate: float) -> str:
    """To two places: the test is not finer than that."""
    return f"{rate:.2g}"
