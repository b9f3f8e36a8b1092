"""A live plot over the steps of a run: it follows, is zoomed and pointed at by hand, shows epochs as bands and marks.

What is drawn in it is the matter of those who inherit: `curve_plot`, `series_plot`.
"""

import math
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QLocale, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from alexnet_gui import theme
from alexnet_gui.run.curves import frame_end, logarithms, value_frame
from alexnet_gui.widgets.plot_header import PlotHeader
from alexnet_gui.widgets.plot_parts import HandledViewBox, PlotGround, PlotMarks, ValueAxis, bare_graph, dress, mixed
from alexnet_gui.widgets.shown_curves import Frame

_ZOOM = 0.8


class StepPlot(QWidget):
    """A view that nobody zoomed follows the run. Plots that belong together are told of each other's zooming and
    pointing: ``zoomed(left, right)`` in steps, ``fitted()``, ``pointed(step or None)``. Steps are counted from 1.
    """

    zoomed = Signal(float, float)
    fitted = Signal()
    pointed = Signal(object)

    def __init__(
        self,
        *,
        least: float = -math.inf,
        most: float = math.inf,
        y_axis: pg.AxisItem | None = None,
        legend: bool = True,
        beside: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """The y axis never goes beyond `least` and `most`. `legend`: of training and test, in the line above; what
        stands `beside` the graph is given."""
        super().__init__(parent)
        self._limits = (least, most)
        self._steps_per_epoch, self._total, self._over = 0, 0, False
        self._in_epochs, self._log = True, False
        self._follow_x = self._follow_y = True
        self._pointed_at: float | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._build_view(y_axis or ValueAxis("left"))
        self._build_items()
        self._header = PlotHeader(legend=legend)
        self._header.fit_wanted.connect(self._fit_all)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        row.addWidget(self._graph, 1)
        if beside:
            row.addWidget(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GRID, 6, theme.GRID, 4)
        column.setSpacing(2)
        column.addWidget(self._header)
        column.addLayout(row, 1)

    # -- what those who inherit say

    def _last_step(self) -> float:
        """The last step that something is drawn at, 0 of nothing."""
        raise NotImplementedError

    def _draw(self, left: float, right: float) -> tuple[np.ndarray, ...]:
        """Draw what is between these steps; the values that should be in view, the raw ones first."""
        raise NotImplementedError

    def _values_at(self, at: float | None) -> tuple[int | None, str]:
        """The step that is nearest to `at`, or the last one, and what its values are, in words."""
        raise NotImplementedError

    # -- what others give

    def set_title(self, title: str) -> None:
        """The measure, e.g. "Loss"."""
        self._header.set_title(title)
        self.setAccessibleName(title)

    def set_run(self, *, steps_per_epoch: int, total: int, over: bool) -> None:
        """How long an epoch and the whole run are in steps; `over`: no more will come."""
        self._steps_per_epoch, self._total, self._over = steps_per_epoch, total, over
        self._ground.set_epochs(steps_per_epoch)
        self._scale_axis()

    def set_marks(self, marks: Sequence[tuple[float, str]]) -> None:
        """Where something was changed: after which step, rising, and a word for it or ""."""
        self._marks.set_marks(marks)

    def set_in_epochs(self, in_epochs: bool) -> None:
        """Whether the x axis counts epochs or steps."""
        self._in_epochs = in_epochs
        self._scale_axis()
        self._show_readout()

    def set_log(self, log: bool) -> None:
        """Whether the y axis is logarithmic."""
        self._log = log
        self._graph.getAxis("left").setLogMode(False, log)
        self._follow_y = True
        self.redraw()

    def show_x(self, left: float, right: float) -> None:
        """Show these steps, as another plot does."""
        self._follow_x = False
        self._view.setXRange(left, right, padding=0)
        self.redraw()

    def point_at(self, step: float | None) -> None:
        """Put the crosshair there; None takes it away."""
        self._pointed_at = step
        self._cross.setVisible(step is not None)
        if step is not None:
            self._cross.setValue(step)
        self._show_readout()

    def fit(self) -> None:
        """Show everything, and follow from now on."""
        self._follow_x = self._follow_y = True
        self.redraw()

    @property
    def follows(self) -> bool:
        """Nobody has zoomed."""
        return self._follow_x and self._follow_y

    @property
    def readout(self) -> str:
        """The values at the crosshair, or the last ones."""
        return self._header.readout

    @property
    def _frame(self) -> Frame:
        (left, right), (low, high) = self._view.viewRange()
        return Frame(
            marks=self._marks.marks,
            steps_per_epoch=self._steps_per_epoch,
            in_epochs=self._in_epochs and self._steps_per_epoch > 0,
            log=self._log,
            x_range=(left, right),
            y_range=(10**low, 10**high) if self._log else (low, high),
        )

    # -- drawing

    def redraw(self) -> None:
        """Frame and draw what there is."""
        if self._follow_x:
            end = frame_end(int(self._last_step()), self._total, over=self._over)
            self._view.setXRange(0, end * 1.01, padding=0)
        values = self._draw(*self._view.viewRange()[0])
        if self._follow_y:
            least, most = (-math.inf, math.inf) if self._log else self._limits
            self._view.setYRange(*value_frame(*values, least=least, most=most), padding=0)
        self._header.show_way_back(not self.follows)
        self._show_readout()

    def _scaled(self, values: np.ndarray) -> np.ndarray:
        return logarithms(values) if self._log else values

    def _scale_axis(self) -> None:
        per_epoch = self._steps_per_epoch if self._in_epochs and self._steps_per_epoch else 1
        self._graph.getAxis("bottom").setScale(1 / per_epoch)

    def _show_readout(self) -> None:
        step, values = self._values_at(self._pointed_at)
        self._header.readout = values if step is None else f"{self._place(step)}   {values}"
        self.setAccessibleDescription(self._header.readout)

    def _place(self, step: int) -> str:
        if self._in_epochs and self._steps_per_epoch:
            return self.tr("epoch {number}").format(number=f"{step / self._steps_per_epoch:.2f}")
        return self.tr("step {number}").format(number=QLocale().toString(step))

    # -- hands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the crosshair, + and - zoom, 0 and Escape show everything."""
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self._move_cross(-1 if event.key() == Qt.Key.Key_Left else 1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._zoom(_ZOOM)
            case Qt.Key.Key_Minus:
                self._zoom(1 / _ZOOM)
            case Qt.Key.Key_0:
                self._fit_all()
            case Qt.Key.Key_Escape if not self.follows or self._pointed_at is not None:
                self.point_at(None)
                self.pointed.emit(None)
                self._fit_all()
            case _:
                super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.point_at(None)
        self.pointed.emit(None)

    def _move_cross(self, direction: int) -> None:
        left, right = self._view.viewRange()[0]
        at = right if self._pointed_at is None else self._pointed_at
        stride = max(1.0, (right - left) / 100)
        at = min(max(at + direction * stride, 1.0), max(1.0, self._last_step()))
        self.point_at(at)
        self.pointed.emit(at)

    def _zoom(self, factor: float) -> None:
        left, right = self._view.viewRange()[0]
        middle = (left + right) / 2 if self._pointed_at is None else self._pointed_at
        self.show_x(middle - (middle - left) * factor, middle + (right - middle) * factor)
        self.zoomed.emit(*self._view.viewRange()[0])

    def _fit_all(self) -> None:
        self.fit()
        self.fitted.emit()

    def _zoomed_by_hand(self, axes: list[bool]) -> None:
        self._follow_x = False
        self._follow_y = self._follow_y and not axes[1]
        self.redraw()
        self.zoomed.emit(*self._view.viewRange()[0])

    def _moved(self, position: QPointF) -> None:
        if not self._view.sceneBoundingRect().contains(position):
            return
        at = self._view.mapSceneToView(position).x()
        self.point_at(at)
        self.pointed.emit(at)

    # -- building

    def _build_view(self, y_axis: pg.AxisItem) -> None:
        self._view = HandledViewBox()
        self._graph = bare_graph(self._view, left=y_axis)
        self._view.fit_wanted.connect(self._fit_all)
        self._view.sigRangeChangedManually.connect(self._zoomed_by_hand)
        self._view.sigResized.connect(self.redraw)
        scene = self._graph.scene()
        assert isinstance(scene, pg.GraphicsScene)
        scene.sigMouseMoved.connect(self._moved)

    def _build_items(self) -> None:
        self._ground = PlotGround(self._graph.getAxis("left"))
        self._marks = PlotMarks(theme.font("small"))
        self._cross = pg.InfiniteLine(angle=90, movable=False)
        self._cross.hide()
        for item in (self._ground, self._marks, self._cross):
            self._view.addItem(item, ignoreBounds=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme.colors()
        painter.setPen(QColor(colors.accent if self.hasFocus() else colors.line))
        painter.setBrush(QColor(colors.surface))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), theme.GRID, theme.GRID)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()
        elif event.type() == QEvent.Type.LanguageChange:
            self._show_readout()
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self._dress()

    def _dress(self) -> None:
        colors = theme.colors()
        dress(self._graph, self._ground)
        self._marks.set_colors(line=mixed(colors.muted, colors.surface, 0.6), text=QColor(colors.muted))
        self._cross.setPen(pg.mkPen(colors.muted, width=1, style=Qt.PenStyle.DotLine))

    @property
    def _pen_width(self) -> int:
        """Of a line, in the screen's own pixels."""
        return max(1, round(self.devicePixelRatioF()))
