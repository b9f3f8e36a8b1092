"""How far a training run is and how long it still takes, from its events alone."""

from collections import deque
from dataclasses import dataclass, field

from core.events import Evaluated, Evaluating, Event, Finished, Started, Steps

_RECENT_SECONDS = 20.0  # of training that the speed is taken from
_RECENT_STEPS = 50  # that loss and accuracy are the mean of


@dataclass(slots=True)
class Pace:
    """The figures of a run at its latest event. Those of training are means over the latest steps."""

    epochs: int = 0
    steps: int = 0  # of the whole run
    step: int = 0
    epoch: int = 0
    evaluating: float | None = None  # the done share of the test set, None while not evaluating
    test_accuracy: float | None = None
    test_loss: float | None = None
    _steps_per_epoch: int = 0
    _evaluated_epochs: int = 0
    _evaluation_seconds: float = 0.0
    _recent: deque[Steps] = field(default_factory=deque)
    _losses: deque[float] = field(default_factory=lambda: deque(maxlen=_RECENT_STEPS))
    _accuracies: deque[float] = field(default_factory=lambda: deque(maxlen=_RECENT_STEPS))

    def take(self, event: Event) -> None:
        """Brings the figures up to `event`."""
        match event:
            case Started():
                self.epochs = int(event.recipe["epochs"])
                self._steps_per_epoch = event.steps_per_epoch
                self.steps = self.epochs * event.steps_per_epoch
                self.step = event.step
                self._evaluated_epochs = event.step // event.steps_per_epoch
                self.epoch = min(self.epochs, self._evaluated_epochs + 1)
            case Steps():
                self.step, self.epoch, self.evaluating = event.last_step, event.epoch, None
                self._losses.extend(event.loss.tolist())
                self._accuracies.extend(event.accuracy.tolist())
                self._recent.append(event)
                while sum(steps.seconds for steps in self._recent) - self._recent[0].seconds > _RECENT_SECONDS:
                    self._recent.popleft()
            case Evaluating():
                self.evaluating = event.done / max(1, event.total)
            case Evaluated():
                self.evaluating, self._evaluated_epochs = None, event.epoch
                self.test_accuracy, self.test_loss = event.accuracy, event.loss
                self._evaluation_seconds = event.seconds
            case Finished():
                self.evaluating = None

    @property
    def loss(self) -> float | None:
        return sum(self._losses) / len(self._losses) if self._losses else None

    @property
    def accuracy(self) -> float | None:
        return sum(self._accuracies) / len(self._accuracies) if self._accuracies else None

    @property
    def images_per_second(self) -> float | None:
        seconds = sum(steps.seconds for steps in self._recent)
        return sum(steps.images for steps in self._recent) / seconds if seconds > 0 else None

    @property
    def seconds_left(self) -> float | None:
        """Training and evaluations to come; None until some steps are done."""
        if not self._recent:
            return None
        seconds = sum(steps.seconds for steps in self._recent)
        per_step = seconds / sum(len(steps.loss) for steps in self._recent)
        evaluations = (self.epochs - self._evaluated_epochs) * self._evaluation_seconds
        return (self.steps - self.step) * per_step + evaluations
