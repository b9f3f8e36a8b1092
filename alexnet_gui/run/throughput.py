"""How fast a run goes and how long it still takes, from what was measured. Times in seconds."""

from dataclasses import dataclass

# a training step is a forward and a backward pass, and the latter costs about two of the former
EVALUATION_SHARE = 1 / 3


@dataclass(slots=True)
class Throughput:
    """The speed of late: what was measured `half_life` seconds of work ago counts half."""

    half_life: float = 20.0
    _steps: float = 0.0
    _images: float = 0.0
    _seconds: float = 0.0
    _warm: bool = False

    def add(self, *, steps: int, images: int, seconds: float) -> None:
        """These steps took so long. The first ones are taken as warm-up and replaced by the next."""
        fade = 0.5 ** (seconds / self.half_life) if self._warm else 0.0
        self._warm = self._seconds > 0
        self._steps = self._steps * fade + steps
        self._images = self._images * fade + images
        self._seconds = self._seconds * fade + seconds

    @property
    def seconds_per_step(self) -> float | None:
        """None before the first steps were measured."""
        return self._seconds / self._steps if self._warm and self._steps else None

    @property
    def images_per_second(self) -> float | None:
        return self._images / self._seconds if self._seconds > 0 else None


@dataclass(frozen=True, slots=True)
class Work:
    """What a run has to do, and how far it is. One evaluation follows each epoch."""

    epochs: int
    steps_per_epoch: int
    evaluation_steps: float  # training steps that take as long as one evaluation, at a guess
    step: int = 0  # steps done
    evaluations: float = 0.0  # evaluations done, with a fraction for the one going on

    @property
    def progress(self) -> float:
        """Share of the run that is done, 0 to 1; never falls while a run goes on."""
        whole = self.epochs * (self.steps_per_epoch + self.evaluation_steps)
        done = self.step + self.evaluations * self.evaluation_steps
        return min(1.0, done / whole) if whole else 0.0

    def seconds_left(self, seconds_per_step: float, evaluation_seconds: float | None) -> float:
        """Of the whole run. `evaluation_seconds` None: none was measured yet, the guess is taken."""
        if evaluation_seconds is None:
            evaluation_seconds = self.evaluation_steps * seconds_per_step
        steps = max(0, self.epochs * self.steps_per_epoch - self.step)
        return steps * seconds_per_step + max(0.0, self.epochs - self.evaluations) * evaluation_seconds

    def epoch_seconds_left(self, seconds_per_step: float, evaluation_seconds: float | None) -> float:
        """Of the epoch that goes on, its evaluation included."""
        epochs = min(self.epochs, int(self.evaluations) + 1)
        this = Work(epochs, self.steps_per_epoch, self.evaluation_steps, self.step, self.evaluations)
        return this.seconds_left(seconds_per_step, evaluation_seconds)
