"""The bar at the top: Train, Pause, Stop; what is being trained; on what."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from alexnet_gui import theme
from alexnet_gui.context import Studio
from alexnet_gui.formatting import device, recipe_title
from alexnet_gui.widgets.elided_label import ElidedLabel
from alexnet_gui.window.queue_runner import QueueRunner
from alexnet_gui.window.run_actions import RunActions
from core.recipe import Recipe


class Toolbar(QFrame):
    """Shows the run that there is, else the recipe that Train would take."""

    settings_wanted = Signal()

    def __init__(self, studio: Studio, actions: RunActions, queue: QueueRunner) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self._state = studio.run_state
        self._settings = studio.settings
        self._actions = actions
        self._recipe: Recipe | None = None
        self._device, self._precision = self._settings.device, self._settings.precision
        self._buttons = [self._button() for _ in range(3)]
        for button, action in zip(self._buttons, (actions.train, actions.pause, actions.stop), strict=True):
            button.setObjectName(action.objectName())
            button.setDefaultAction(action)
        self._waiting = queue
        self._queue = self._button()
        self._queue.setObjectName("queueButton")
        self._queue.clicked.connect(actions.enqueue.trigger)
        queue.changed.connect(self._show_queue)
        self._title = ElidedLabel()
        self._title.setObjectName("runTitle")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title.setFont(theme.font(bold=True))
        self._machine = QLabel()
        self._machine.setObjectName("machine")
        self._gear = self._button()
        self._gear.setObjectName("gear")
        self._gear.clicked.connect(self.settings_wanted)
        self._lay_out()
        self._dress()
        self._state.started.connect(self._show)
        self._state.phase_changed.connect(self._show)

    def set_recipe(self, recipe: Recipe) -> None:
        """The recipe that Train would take now."""
        self._recipe = recipe
        self._show()

    def set_machine(self, device: str, precision: str) -> None:
        """Where a run would take place, by its names: "cpu", "bf16"; "auto" while that is not known."""
        self._device, self._precision = device, precision
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._dress()

    def _button(self) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(20, 20))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GRID, 6, theme.GRID, 6)
        row.setSpacing(6)
        for button in self._buttons:
            row.addWidget(button)
        row.addWidget(self._queue)
        row.addSpacing(theme.GRID)
        row.addWidget(self._title, 1)
        row.addSpacing(theme.GRID)
        row.addWidget(self._machine)
        row.addWidget(self._gear)

    def _dress(self) -> None:
        self._actions.follow()
        self._gear.setIcon(theme.icon("settings"))
        self._gear.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._gear.setAccessibleName(self.tr("Settings"))
        self._gear.setToolTip(self.tr("Settings"))
        self._queue.setIcon(theme.icon("plus"))
        self._queue.setAccessibleName(self.tr("Add to queue"))
        self._queue.setToolTip(self.tr("Train the recipe after what goes on and what waits (Ctrl+Shift+Return)"))
        self._show_queue()
        _, pause, stop = self._buttons
        _hold_width(pause, self._actions.pause_texts())
        _hold_width(stop, self._actions.stop_texts())
        self._show()

    @Slot()
    def _show_queue(self) -> None:
        """How many wait."""
        count = len(self._waiting.waiting)
        self._queue.setText(str(count) if count else "")

    @Slot()
    def _show(self) -> None:
        state = self._state
        recipe = state.recipe if state.recipe and state.phase != "idle" else self._recipe
        self._title.setText(recipe_title(recipe) if recipe else "")
        running = state.active and state.device
        where = (state.device, state.precision) if running else (self._device, self._precision)
        self._machine.setText(device(*where))


def _hold_width(button: QToolButton, texts: list[str]) -> None:
    """Wide enough for each text, so that nothing moves when it changes."""
    now = button.text()
    widths = []
    for text in texts:
        button.setText(text)
        widths.append(button.sizeHint().width())
    button.setText(now)
    button.setMinimumWidth(max(widths))
