"""Steers the run that is shown: this window's through its worker, another process' through the run's folder."""

from collections.abc import Callable

from alexnet_gui.run.run_state import RunState
from alexnet_gui.run.training_thread import TrainingRunner
from core.control import send


class Steering:
    """What may be told is as in `core.control`."""

    def __init__(self, runner: TrainingRunner, state: RunState) -> None:
        self._runner, self._state = runner, state
        self._own: dict[str, Callable[..., None]] = {
            "pause": runner.pause,
            "go-on": runner.go_on,
            "step": runner.single_step,
            "save": runner.save,
            "lr": runner.change_lr,
            "stop": runner.stop,
            "stop-after-epoch": runner.stop_after_epoch,
        }

    @property
    def can_steer(self) -> bool:
        """A run goes on: here, or in another process while it is shown."""
        return self._runner.busy or self._goes_on_elsewhere

    def tell(self, command: str, *value: float) -> bool:
        """Whether the run has heard it at once; one that goes on elsewhere reads it after its present step.

        Raises RunError where its folder cannot be written.
        """
        if self._runner.busy:
            self._own[command](*value)
        elif self._goes_on_elsewhere and self._state.folder:
            send(self._state.folder, command, *value)
            return False
        return True

    @property
    def _goes_on_elsewhere(self) -> bool:
        return self._state.foreign and self._state.phase in ("running", "paused")
